import type { CorrectionPreview } from "@kinward/domain/views";
import { KeyValue } from "@kinward/ui/KeyValue";
import { order as m } from "./messages.ts";
import { balanceWords, laneWords } from "./words.ts";

/** The balance now and after a correction, in words. */
export function CorrectionEffect({ preview }: { readonly preview: CorrectionPreview }) {
  const { before, after, pair, lane } = preview;
  const [first, second] = pair;
  return (
    <div className="stack-small">
      <p className="strong">
        {m.correction.effect}
        {lane !== "COMBINED" && ` (${laneWords(lane)})`}
      </p>
      <KeyValue
        layout="list"
        facts={[
          { label: m.correction.now, value: balanceWords(first, second, before) },
          { label: m.correction.afterwards, value: balanceWords(first, second, after) },
        ]}
      />
    </div>
  );
}
