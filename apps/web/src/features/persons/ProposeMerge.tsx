import { useState } from "react";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { Form } from "@kinward/ui/Form";
import type { PersonComparison } from "@kinward/domain/views";
import { trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { failureOf } from "../../api/failure.ts";
import { done } from "../../app/done.ts";
import { app } from "../../messages/en/app.ts";
import { persons } from "../../messages/en/persons.ts";
import { faultsOfFailure } from "../shared/faults.ts";
import { ReasonField } from "../shared/reason/ReasonField.tsx";
import { useReason } from "../shared/reason/use-reason.ts";
import { useErrorTitle } from "../shared/use-error-title.ts";

const words = persons.propose;

/** Asks a second person whether two records are about one person. */
export function ProposeMerge({ a, b }: Pick<PersonComparison, "a" | "b">) {
  const reason = useReason(persons.merge.reason);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  useErrorTitle(faults.length > 0);
  const propose = useCommand(trpcClient.persons.proposeMerge.mutate, {
    onSuccess: () => done(words.done),
  });
  const save = () => {
    setFaults(reason.faults);
    if (reason.faults.length > 0 || propose.isPending) return;
    propose.mutate(
      { personId: a.personId, otherId: b.personId, reason: reason.text },
      { onError: (error) => setFaults(faultsOfFailure(failureOf(error), ["reason"])) },
    );
  };
  return (
    <Card title={words.title}>
      <Form faults={faults} onSubmit={save}>
        <p className="muted">{words.lead}</p>
        <ReasonField
          {...reason}
          faultOf={(name) => faults.find((fault) => fault.name === name)?.message}
        />
        <div>
          <Button
            type="submit"
            kind="primary"
            isPending={propose.isPending}
            pendingText={app.saving}
          >
            {words.save}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
