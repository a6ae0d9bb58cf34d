import { useState } from "react";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { dates } from "@kinward/wording/en/dates";
import type { OverrideApprovalView } from "@kinward/domain/views";
import { trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { failureOf } from "../../api/failure.ts";
import { useMe } from "../../app/me.ts";
import { referrals } from "../../messages/en/referrals.ts";
import { sentenceOf } from "../shared/faults.ts";
import { ReasonField } from "../shared/reason/ReasonField.tsx";
import { useReason } from "../shared/reason/use-reason.ts";
import { useReferral } from "./ReferralPages.tsx";

const words = referrals.override;

/** What the supervisor says of the override, where the agency asks one; the worker's part is to ask and to wait. */
export function OverrideApproval({
  approval,
  judge,
  reload,
}: {
  approval: OverrideApprovalView;
  /** Whether nothing else stands against the override. */
  judge: () => Promise<boolean>;
  reload: () => Promise<void>;
}) {
  const { draft, draftId } = useReferral();
  const { agency, today } = useMe();
  const why = useReason(words.why, "override.why");
  const [problem, setProblem] = useState<string>();
  const ask = useCommand(trpcClient.overrides.request.mutate, { onSuccess: reload });
  const at = approval.at === undefined ? "" : dates.moment(approval.at, agency.timeZone, { today });
  const mayAsk = approval.state === "NOT_ASKED" || approval.state === "REJECTED";

  async function send() {
    setProblem(why.faults[0]?.message);
    if (why.faults.length > 0 || !(await judge())) return;
    await draft.flush();
    await ask
      .mutateAsync({ draftId, expectedVersion: draft.version(), reason: why.text })
      .catch((error: unknown) => setProblem(sentenceOf(failureOf(error))));
  }
  return (
    <Card title={words.approval}>
      <div className="form">
        <p className="muted">{words.approvalText}</p>
        <p role="status" className="strong">
          {stateText(approval, at)}
        </p>
        {approval.note !== undefined && <p className="pre">{approval.note}</p>}
        {mayAsk ? (
          <>
            <ReasonField {...why} faultOf={() => problem} />
            <div>
              <Button
                onPress={() => void send()}
                isPending={ask.isPending}
                pendingText={words.asking}
              >
                {approval.state === "REJECTED" ? words.askAgain : words.askSupervisor}
              </Button>
            </div>
          </>
        ) : (
          approval.state === "ASKED" && (
            <div>
              <Button onPress={() => void reload()}>{words.checkAnswer}</Button>
            </div>
          )
        )}
      </div>
    </Card>
  );
}

/** Where the approval stands, in a sentence. */
export const stateText = ({ state, by = "" }: OverrideApprovalView, at: string): string => {
  switch (state) {
    case "NOT_ASKED":
      return words.state.NOT_ASKED;
    case "ASKED":
      return words.state.ASKED(at);
    default:
      return words.state[state](by, at);
  }
};
