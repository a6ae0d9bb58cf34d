import type { LedgerCorrectionContent } from "@kinward/domain/approval";
import type { OrganizationId } from "@kinward/domain/kernel";
import type { RotationArea, RotationLine } from "@kinward/domain/views";
import { showToast } from "@kinward/ui/Toast";
import { faultOf } from "../../api/fault.ts";
import { faultWords } from "../shared/faults.ts";
import { FormPick, FormReason } from "../shared/form/fields.tsx";
import { FormDialog } from "../shared/form/FormDialog.tsx";
import { useRecordForm } from "../shared/form/use-record-form.ts";
import { shared } from "../shared/messages.ts";
import { checkRequired } from "../shared/required.ts";
import { CorrectionEffect } from "../shared/order/CorrectionEffect.tsx";
import { rotation as m } from "./messages.ts";
import { nameOf } from "../shared/order/words.ts";
import { pairOfLine } from "./present.ts";
import { useCorrectionPreview, useProposeCorrection } from "./queries.ts";

interface CorrectDialogProps {
  readonly area: RotationArea;
  readonly line: RotationLine;
  readonly onClose: () => void;
}

interface Values {
  contractor: string | undefined;
  counted: string | undefined;
  reason: string;
}

/** Proposes to state a turn anew, and says what the balance would become. */
export function CorrectDialog({ area, line, onClose }: CorrectDialogProps) {
  const send = useProposeCorrection();
  const { contractAreaId } = area.area;
  const content = (values: Values): LedgerCorrectionContent => ({
    contractAreaId,
    seq: line.seq,
    contractor: values.contractor as OrganizationId,
    counted: values.counted === "yes",
  });
  const form = useRecordForm<Values, unknown>({
    defaults: { contractor: undefined, counted: undefined, reason: "" },
    check: (values) =>
      checkRequired(values, {
        contractor: m.correct.contractorMissing,
        counted: m.correct.countedMissing,
        reason: shared.reason.missing,
      }),
    send: (values) => send({ ...content(values), reason: values.reason }),
    onDone: () => {
      showToast(m.correct.done);
      onClose();
    },
  });
  const values = form.useAll();
  const chosen = values.contractor !== undefined && values.counted !== undefined;
  const preview = useCorrectionPreview(chosen ? content(values) : undefined);
  const contractors = pairOfLine(area, line) ?? [];
  return (
    <FormDialog
      form={form}
      title={m.correct.title(line.seq)}
      submitText={m.correct.submit}
      onClose={onClose}
    >
      <p>{m.correct.text}</p>
      <FormPick
        form={form}
        name="contractor"
        label={m.correct.contractor}
        as="radio"
        choices={contractors.map((id) => ({ id, label: nameOf(area.organizations, id) }))}
      />
      <FormPick
        form={form}
        name="counted"
        label={m.correct.counted}
        as="radio"
        choices={[
          { id: "yes", label: m.correct.yes },
          { id: "no", label: m.correct.no },
        ]}
      />
      <div role="status">
        {chosen && preview.data && !preview.isError && <CorrectionEffect preview={preview.data} />}
        {chosen && preview.isError && (
          <p className="field-error">{faultWords(faultOf(preview.error))}</p>
        )}
      </div>
      <FormReason form={form} />
    </FormDialog>
  );
}
