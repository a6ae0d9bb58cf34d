import type { ReactNode } from "react";
import type { ReasonWords } from "../../../messages/en/reason.ts";
import { FormDialog, type FormDialogProps } from "../FormDialog.tsx";
import { ReasonField } from "./ReasonField.tsx";
import { useReason } from "./use-reason.ts";

export interface ReasonDialogProps extends Omit<FormDialogProps, "onSave" | "children"> {
  words: ReasonWords;
  /** The name of the field, as refusals have it. */
  name?: string;
  onSave: (reason: string) => void;
  /** What happens then, above the question. */
  children?: ReactNode;
}

/** An act that asks for nothing but its reason. */
export function ReasonDialog({ words, name, onSave, children, ...dialog }: ReasonDialogProps) {
  const reason = useReason(words, name);
  return (
    <FormDialog
      {...dialog}
      onSave={() => {
        if (reason.faults.length === 0) onSave(reason.text);
        return reason.faults;
      }}
    >
      {(faultOf) => (
        <>
          {children}
          <ReasonField {...reason} faultOf={faultOf} />
        </>
      )}
    </FormDialog>
  );
}
