import {
  Button,
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as AriaToastContent,
  UNSTABLE_ToastQueue as AriaToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from "react-aria-components/Toast";
import { X } from "lucide-react";
import { useUi } from "../lib/ui-context.ts";

// The parts are still unstable in react-aria-components: this file is the only one that knows them.

interface ToastContent {
  message: string;
  onUndo?: (() => void) | undefined;
}

const queue = new AriaToastQueue<ToastContent>({ maxVisibleToasts: 2 });

export interface ToastOptions {
  /** Adds an Undo button; the message then stays 60 seconds, otherwise 8. */
  onUndo?: (() => void) | undefined;
}

/** Says that something was done: "Contact saved". Never for an error, which stays beside its cause. */
export function showToast(message: string, options: ToastOptions = {}): void {
  queue.add({ message, onUndo: options.onUndo }, { timeout: options.onUndo ? 60_000 : 8000 });
}

/** Where toasts appear; once in each app, inside `UiProvider`. */
export function ToastRegion() {
  const { messages } = useUi();
  return (
    <AriaToastRegion queue={queue} className="toasts" aria-label={messages.notifications}>
      {({ toast }) => (
        <AriaToast toast={toast} className="toast">
          <AriaToastContent className="toast-text">
            <Text slot="title">{toast.content.message}</Text>
          </AriaToastContent>
          {toast.content.onUndo && (
            <Button
              className="toast-button"
              onPress={() => {
                toast.content.onUndo?.();
                queue.close(toast.key);
              }}
            >
              {messages.undo}
            </Button>
          )}
          <Button slot="close" className="toast-button toast-close" aria-label={messages.dismiss}>
            <X size={16} aria-hidden />
          </Button>
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}
