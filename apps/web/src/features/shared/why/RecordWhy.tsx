import type { CaseId, EpisodeId } from "@kinward/domain/kernel";
import { trpcClient } from "../../../api/client.ts";
import { useCommand } from "../../../api/command.ts";
import { done } from "../../../app/done.ts";
import { acts } from "../../../messages/en/acts.ts";
import { serverFaults } from "../faults.ts";
import { ReasonDialog } from "../reason/ReasonDialog.tsx";

export interface RecordWhyProps {
  caseId: CaseId;
  episodeId: EpisodeId;
  keys: readonly string[];
  /** What was late: "First face-to-face contact". */
  title: string;
  onClose: () => void;
}

/** Why a duty was late or missed: one note for all duties of the row (DEC-25). */
export default function RecordWhy({ caseId, episodeId, keys, title, onClose }: RecordWhyProps) {
  const words = acts.why;
  const record = useCommand(trpcClient.work.recordWhy.mutate, {
    onSuccess: () => done(words.done, onClose),
  });
  return (
    <ReasonDialog
      title={words.title}
      saveText={words.save}
      words={words.reason}
      name="note"
      isSaving={record.isPending}
      faults={serverFaults(record.error, ["note"])}
      onSave={(note) => record.mutate({ caseId, episodeId, keys: [...keys], note })}
      onClose={onClose}
    >
      <p>{words.lead(title)}</p>
    </ReasonDialog>
  );
}
