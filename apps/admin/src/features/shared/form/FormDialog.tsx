import { Button } from "@kinward/ui/Button";
import { ConfirmDialog } from "@kinward/ui/ConfirmDialog";
import { Dialog } from "@kinward/ui/Dialog";
import { Form } from "@kinward/ui/Form";
import { useId, useState, type ReactNode } from "react";
import { shared as m } from "../messages.ts";
import type { RecordForm } from "./use-record-form.ts";

interface FormDialogProps<Values extends object> {
  readonly form: RecordForm<Values>;
  readonly title: string;
  readonly submitText: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Outlined in red, for an end that turns work away. */
  readonly isDanger?: boolean;
}

/** A small form over its record. Rendered only while open; asks before unsaved content is dropped. */
export function FormDialog<Values extends object>(props: FormDialogProps<Values>) {
  const { form, onClose } = props;
  const [asking, setAsking] = useState(false);
  const id = useId();
  return (
    <>
      <Dialog
        isOpen
        onOpenChange={(isOpen) => {
          if (isOpen) return;
          if (form.isDirty()) setAsking(true);
          else onClose();
        }}
        title={props.title}
        actions={
          <>
            <Button
              type="submit"
              form={id}
              kind={props.isDanger ? "danger" : "primary"}
              isPending={form.isSending}
              pendingText={m.sending}
            >
              {props.submitText}
            </Button>
            <Button slot="close">{m.cancel}</Button>
          </>
        }
      >
        <Form id={id} faults={form.faults} onSubmit={() => form.submit()}>
          {props.children}
        </Form>
      </Dialog>
      <ConfirmDialog
        isOpen={asking}
        onOpenChange={setAsking}
        title={m.leave.title}
        confirmText={m.leave.confirm}
        cancelText={m.leave.stay}
        isDanger
        onConfirm={onClose}
      >
        <p>{m.leave.text}</p>
      </ConfirmDialog>
    </>
  );
}
