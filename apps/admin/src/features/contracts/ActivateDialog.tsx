import type { ContractView } from "@kinward/domain/views";
import { Button } from "@kinward/ui/Button";
import { Dialog } from "@kinward/ui/Dialog";
import { LinkButton } from "@kinward/ui/LinkButton";
import { showToast } from "@kinward/ui/Toast";
import { paths } from "../../paths.ts";
import { FormReason } from "../shared/form/fields.tsx";
import { FormDialog } from "../shared/form/FormDialog.tsx";
import { useRecordForm } from "../shared/form/use-record-form.ts";
import { GapWords } from "../shared/GapWords.tsx";
import { shared } from "../shared/messages.ts";
import { checkRequired } from "../shared/required.ts";
import { contracts as m } from "./messages.ts";
import { missingForActivation } from "./present.ts";
import { useActivate } from "./queries.ts";

interface ActivateDialogProps {
  readonly contract: ContractView;
  readonly onClose: () => void;
}

/** Activates a contract, or says what is missing before that is possible. */
export function ActivateDialog(props: ActivateDialogProps) {
  const missing = missingForActivation(props.contract);
  return missing.length > 0 ? (
    <Dialog
      isOpen
      onOpenChange={props.onClose}
      title={m.activate.missing}
      actions={
        <>
          <LinkButton kind="primary" href={paths.editContract(props.contract.contractId)}>
            {m.edit}
          </LinkButton>
          <Button slot="close">{shared.cancel}</Button>
        </>
      }
    >
      <GapWords words={missing} />
    </Dialog>
  ) : (
    <ActivateForm {...props} />
  );
}

function ActivateForm({ contract, onClose }: ActivateDialogProps) {
  const send = useActivate();
  const form = useRecordForm({
    defaults: { reason: "" },
    check: (values) => checkRequired(values, { reason: shared.reason.missing }),
    send: ({ reason }) => send({ contractId: contract.contractId, reason }),
    onDone: () => {
      showToast(m.activate.done);
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={m.activate.title}
      submitText={m.activate.submit}
      onClose={onClose}
    >
      <p>{m.activate.text}</p>
      <FormReason form={form} />
    </FormDialog>
  );
}
