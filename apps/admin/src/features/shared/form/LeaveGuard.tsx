import { ConfirmDialog } from "@kinward/ui/ConfirmDialog";
import { useBlocker } from "@tanstack/react-router";
import { shared as m } from "../messages.ts";

/** Asks before a page with unsaved content is left, in the app or by closing the window. */
export function LeaveGuard({ isDirty }: { readonly isDirty: () => boolean }) {
  const blocker = useBlocker({
    shouldBlockFn: isDirty,
    enableBeforeUnload: isDirty,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      isOpen={blocker.status === "blocked"}
      onOpenChange={(isOpen) => {
        if (!isOpen) blocker.reset?.();
      }}
      title={m.leave.title}
      confirmText={m.leave.confirm}
      cancelText={m.leave.stay}
      isDanger
      onConfirm={() => blocker.proceed?.()}
    >
      <p>{m.leave.text}</p>
    </ConfirmDialog>
  );
}
