import type { ReactNode } from "react";
import { CircleCheck, ClipboardList, SearchX, type LucideIcon } from "lucide-react";
import { useUi } from "../lib/ui-context.ts";
import { Button } from "./Button.tsx";

export interface EmptyProps {
  /**
   * `start`: nothing yet: say what this is and offer the first step in `action`. `allDone`: a plain statement and
   * `checkedAt`. `noMatch`: name the filters in `children` and offer `onClear`.
   */
  kind: "start" | "allDone" | "noMatch";
  title: string;
  children?: ReactNode;
  /** When the answer was computed, in words: "9:41 am". */
  checkedAt?: string | undefined;
  action?: ReactNode;
  onClear?: (() => void) | undefined;
}

const ICONS: Record<EmptyProps["kind"], LucideIcon> = {
  start: ClipboardList,
  allDone: CircleCheck,
  noMatch: SearchX,
};

/** An empty list says why it is empty. */
export function Empty({ kind, title, children, checkedAt, action, onClear }: EmptyProps) {
  const { messages } = useUi();
  const Icon = ICONS[kind];
  return (
    <div className="empty">
      <Icon size={22} aria-hidden />
      <div className="stack-small">
        <p className="strong">{title}</p>
        {(children !== undefined || checkedAt !== undefined) && (
          <p className="muted">
            {children} {checkedAt !== undefined && messages.checkedAt(checkedAt)}
          </p>
        )}
        {(action !== undefined || onClear) && (
          <div className="row">
            {action}
            {onClear && <Button onPress={onClear}>{messages.clearFilters}</Button>}
          </div>
        )}
      </div>
    </div>
  );
}
