import type { ReactNode } from "react";
import type { DueState } from "../lib/state.ts";
import { StateIcon } from "./StateIcon.tsx";

export interface TagProps {
  children: ReactNode;
  /** Gives the tag the look and icon of a due state; the words stay yours ("In force", "Waiting for you, 6 days"). */
  state?: DueState | undefined;
  /** For plain tags that must not be overlooked, such as a legal status. */
  strong?: boolean | undefined;
  /** An icon instead of the one of the state; `false` for none. */
  icon?: ReactNode | false;
  /** Long words may break. */
  wrap?: boolean | undefined;
}

/** A short label. Without a state it is a plain outline, for numbers and facts. */
export function Tag({ children, state, strong, icon, wrap }: TagProps) {
  const shown = icon ?? (state && <StateIcon state={state} />);
  const className = ["tag", strong && "tag-strong", wrap && "tag-wrap"].filter(Boolean).join(" ");
  return (
    <span className={className} data-due={state}>
      {shown}
      {children}
    </span>
  );
}
