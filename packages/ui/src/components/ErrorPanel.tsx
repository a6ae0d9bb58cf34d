import type { ReactNode } from "react";
import { TriangleAlert } from "lucide-react";
import { useUi } from "../lib/ui-context.ts";
import { Button } from "./Button.tsx";

export interface ErrorPanelProps {
  title?: string | undefined;
  /** What still works, or what to do. */
  children?: ReactNode;
  onRetry?: (() => void) | undefined;
  isRetrying?: boolean | undefined;
  /** A short code that support can look up. */
  reference?: string | undefined;
}

/** One part of the page could not load; the rest of the page stays. */
export function ErrorPanel({ title, children, onRetry, isRetrying, reference }: ErrorPanelProps) {
  const { messages } = useUi();
  return (
    <div role="alert" className="empty">
      <TriangleAlert size={22} aria-hidden />
      <div className="stack-small">
        <p className="strong">{title ?? messages.couldNotLoad}</p>
        {children !== undefined && <p className="muted">{children}</p>}
        {reference !== undefined && <p className="muted small">{messages.reference(reference)}</p>}
        {onRetry && (
          <div className="row">
            <Button onPress={onRetry} isPending={isRetrying} pendingText={messages.loading}>
              {messages.tryAgain}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
