import { useState, type ReactNode } from "react";
import { Button } from "@kinward/ui/Button";
import { Dialog } from "@kinward/ui/Dialog";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { Form } from "@kinward/ui/Form";
import { app } from "../../messages/en/app.ts";

export interface FormDialogProps {
  title: string;
  saveText: string;
  isSaving: boolean;
  onClose: () => void;
  /** Faults found before sending; none sends. */
  onSave: () => readonly FieldFault[];
  /** Faults of the server. */
  faults?: readonly FieldFault[] | undefined;
  isDisabled?: boolean | undefined;
  wide?: boolean | undefined;
  children: (faultOf: (name: string) => string | undefined) => ReactNode;
}

/** A short form over the page: one event, one button. */
export function FormDialog(props: FormDialogProps) {
  const [own, setOwn] = useState<readonly FieldFault[]>([]);
  const faults = own.length > 0 ? own : (props.faults ?? []);
  const faultOf = (name: string) => faults.find((fault) => fault.name === name)?.message;
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && props.onClose()}
      title={props.title}
      wide={props.wide}
      isForm
    >
      <Form faults={faults} onSubmit={() => !props.isSaving && setOwn(props.onSave())}>
        {props.children(faultOf)}
        <div className="dialog-actions">
          <Button
            type="submit"
            kind="primary"
            isPending={props.isSaving}
            pendingText={app.saving}
            isDisabled={props.isDisabled}
          >
            {props.saveText}
          </Button>
          <Button onPress={props.onClose}>{app.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
