import type { ProposalView } from "@kinward/domain/views";
import { showToast } from "@kinward/ui/Toast";
import { FormArea } from "../shared/form/fields.tsx";
import { FormDialog } from "../shared/form/FormDialog.tsx";
import { useRecordForm } from "../shared/form/use-record-form.ts";
import { checkRequired } from "../shared/required.ts";
import { approvals as m } from "./messages.ts";
import { proposalTitle } from "./present.ts";
import { useAnswer } from "./queries.ts";

export type Answering = "APPROVED" | "REJECTED" | "WITHDRAWN";

interface AnswerDialogProps {
  readonly proposal: ProposalView;
  readonly answering: Answering;
  readonly onClose: () => void;
}

const WORDS = {
  APPROVED: { title: m.approveTitle, text: m.approveText, submit: m.approve, done: m.approved },
  REJECTED: {
    title: m.rejectTitle,
    text: undefined,
    submit: m.rejectSubmit,
    done: m.rejected,
  },
  WITHDRAWN: {
    title: m.withdrawTitle,
    text: m.withdrawText,
    submit: m.withdraw,
    done: m.withdrawn,
  },
} as const;

/** Asks once more before an answer is given; a rejection says why. */
export function AnswerDialog({ proposal, answering, onClose }: AnswerDialogProps) {
  const send = useAnswer();
  const words = WORDS[answering];
  const form = useRecordForm<{ note: string }, unknown>({
    defaults: { note: "" },
    check: (values) =>
      answering === "REJECTED" ? checkRequired(values, { note: m.rejectMissing }) : [],
    send: ({ note }) =>
      send({
        proposalId: proposal.proposalId,
        decision: answering,
        ...(note.trim() === "" ? {} : { note }),
      }),
    onDone: () => {
      showToast(words.done);
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={words.title}
      submitText={words.submit}
      onClose={onClose}
      isDanger={answering === "REJECTED"}
    >
      <p className="strong">{proposalTitle(proposal)}</p>
      {words.text !== undefined && <p>{words.text}</p>}
      {answering === "REJECTED" && (
        <FormArea form={form} name="note" label={m.rejectWhy} hint={m.rejectHint} />
      )}
    </FormDialog>
  );
}
