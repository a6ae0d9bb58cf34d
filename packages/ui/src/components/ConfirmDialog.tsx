import type { ReactNode } from "react";
import { useUi } from "../lib/ui-context.ts";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";

export interface ConfirmDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** The question: "Discard this draft?" */
  title: string;
  /** What will happen, in one or two sentences. */
  children: ReactNode;
  /** The verb: "Discard draft". */
  confirmText: string;
  cancelText?: string | undefined;
  /** Outlined in red, for what cannot be undone. */
  isDanger?: boolean | undefined;
  isPending?: boolean | undefined;
  onConfirm: () => void;
}

/** Asks before something that cannot be undone. Prefer doing it with an Undo. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { messages } = useUi();
  return (
    <Dialog
      isAlert
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
      title={props.title}
      actions={
        <>
          <Button
            kind={props.isDanger ? "danger" : "primary"}
            isPending={props.isPending}
            onPress={props.onConfirm}
          >
            {props.confirmText}
          </Button>
          <Button onPress={() => props.onOpenChange(false)}>
            {props.cancelText ?? messages.cancel}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
