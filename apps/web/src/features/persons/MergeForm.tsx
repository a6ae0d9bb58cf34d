import { useState } from "react";
import { Button } from "@kinward/ui/Button";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { Card } from "@kinward/ui/Card";
import { Form } from "@kinward/ui/Form";
import { RadioGroup } from "@kinward/ui/RadioGroup";
import type { PersonId } from "@kinward/domain/kernel";
import type { FieldChoices, PersonField } from "@kinward/domain/people";
import type { PersonComparison } from "@kinward/domain/views";
import { queryClient, trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { failureOf } from "../../api/failure.ts";
import { useMe } from "../../app/me.ts";
import { toast } from "../../app/toast.ts";
import { app } from "../../messages/en/app.ts";
import { persons } from "../../messages/en/persons.ts";
import { faultsOfFailure } from "../shared/faults.ts";
import { ReasonField } from "../shared/reason/ReasonField.tsx";
import { useReason } from "../shared/reason/use-reason.ts";
import { useErrorTitle } from "../shared/use-error-title.ts";
import { valueText } from "./comparison.ts";
import { nameOf } from "./present.ts";

const words = persons.merge;
const letters = ["A", "B"] as const;

/** Which record stays, what is right where they differ, and how somebody knows. Nothing is chosen beforehand. */
export function MergeForm({
  comparison: { a, b, differing, proposal },
  onDone,
}: {
  comparison: PersonComparison;
  onDone: () => void;
}) {
  const { today } = useMe();
  const people = [a, b];
  const [stays, setStays] = useState<PersonId>();
  const [right, setRight] = useState<Partial<Record<PersonField, PersonId>>>({});
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const faultOf = (name: string) => faults.find((fault) => fault.name === name)?.message;
  useErrorTitle(faults.length > 0);
  const merge = useCommand(trpcClient.persons.merge.mutate);
  const approve = useCommand(trpcClient.persons.approveMerge.mutate);
  const isPending = merge.isPending || approve.isPending;
  /** The answer to somebody's proposal, whose reason is given already. */
  const agreed = proposal?.mayAnswer === true ? proposal : undefined;
  const reason = useReason(agreed === undefined ? words.reason : words.note);
  const fieldName = (field: PersonField) => `choices.${field}`;

  async function save() {
    const missing = [
      ...(stays === undefined ? [{ name: "stays", message: words.enterStays }] : []),
      ...differing
        .filter((field) => right[field] === undefined)
        .map((field) => ({
          name: fieldName(field),
          message: words.enterField(persons.compare.field[field]),
        })),
      ...reason.faults,
    ];
    setFaults(missing);
    const kept = people.find((one) => one.personId === stays);
    const merged = people.find((one) => one.personId !== stays);
    if (missing.length > 0 || kept === undefined || merged === undefined || isPending) return;
    const choices: FieldChoices = Object.fromEntries(
      differing.map((field) => [field, right[field] === kept.personId ? "KEPT" : "MERGED"]),
    );
    try {
      const joined = {
        keptId: kept.personId,
        mergedId: merged.personId,
        versions: { kept: kept.version, merged: merged.version },
        choices,
      };
      await (agreed === undefined
        ? merge.mutateAsync({ ...joined, reason: reason.text })
        : approve.mutateAsync({ ...joined, proposalId: agreed.proposalId, note: reason.text }));
      toast(words.done);
      onDone();
      await queryClient.invalidateQueries();
    } catch (error) {
      setFaults(
        faultsOfFailure(failureOf(error), ["stays", "reason", ...differing.map(fieldName)]),
      );
    }
  }

  return (
    <Card title={words.title}>
      <Form faults={faults} onSubmit={() => void save()}>
        <p className="muted">{words.lead}</p>
        <RadioGroup
          name="stays"
          label={words.stays}
          choices={people.map((person, index) => ({
            id: person.personId,
            label: persons.compare.record(letters[index] ?? "", nameOf(person)),
            detail: person.cases.map((one) => persons.caseOf(one.caseNumber)).join(", "),
          }))}
          value={stays}
          onChange={setStays}
          error={faultOf("stays")}
        />
        {differing.map((field) => (
          <RadioGroup
            key={field}
            name={fieldName(field)}
            label={words.which(persons.compare.field[field])}
            choices={people.map((person) => ({
              id: person.personId,
              label: valueText(person, field, today) ?? "",
            }))}
            value={right[field]}
            onChange={(personId) => setRight({ ...right, [field]: personId })}
            error={faultOf(fieldName(field))}
          />
        ))}
        <ReasonField {...reason} faultOf={faultOf} />
        <div>
          <Button type="submit" kind="primary" isPending={isPending} pendingText={app.saving}>
            {agreed === undefined ? words.save : words.agree}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
