import { useState } from "react";
import { Banner } from "@kinward/ui/Banner";
import { Button } from "@kinward/ui/Button";
import type { MergeProposal } from "@kinward/domain/views";
import { trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { failureOf } from "../../api/failure.ts";
import { done } from "../../app/done.ts";
import { useMe } from "../../app/me.ts";
import { toast } from "../../app/toast.ts";
import { app } from "../../messages/en/app.ts";
import { persons } from "../../messages/en/persons.ts";
import { reasons } from "../../messages/en/reason.ts";
import { sentenceOf, serverFaults } from "../shared/faults.ts";
import { ReasonDialog } from "../shared/reason/ReasonDialog.tsx";
import { proposedText } from "./present.ts";

const words = persons.proposals;

/** Who proposed that two records are about one person, and the way to take that back or to decline it. */
export function ProposalBanner({ proposal }: { proposal: MergeProposal }) {
  const me = useMe();
  const [isDeclining, declining] = useState(false);
  const { proposalId, own, mayAnswer } = proposal;
  const withdraw = useCommand(trpcClient.persons.withdrawMerge.mutate, {
    onSuccess: () => done(words.withdrawn),
  });
  const decline = useCommand(trpcClient.persons.declineMerge.mutate, {
    onSuccess: () => done(persons.decline.done, () => declining(false)),
  });
  const takeBack = () =>
    withdraw.mutate({ proposalId }, { onError: (error) => toast(sentenceOf(failureOf(error))) });
  return (
    <>
      <Banner
        kind="info"
        action={
          own ? (
            <Button
              size="small"
              isPending={withdraw.isPending}
              pendingText={app.saving}
              onPress={takeBack}
            >
              {words.withdraw}
            </Button>
          ) : (
            mayAnswer && (
              <Button size="small" onPress={() => declining(true)}>
                {persons.decline.open}
              </Button>
            )
          )
        }
      >
        {proposedText(proposal, me)} {!mayAnswer && words.waits}
      </Banner>
      {isDeclining && (
        <ReasonDialog
          title={persons.decline.title}
          saveText={persons.decline.save}
          words={reasons.why}
          isSaving={decline.isPending}
          faults={serverFaults(decline.error, ["reason"])}
          onClose={() => declining(false)}
          onSave={(reason) => decline.mutate({ proposalId, reason })}
        />
      )}
    </>
  );
}
