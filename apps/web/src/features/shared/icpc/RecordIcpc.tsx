import { useState } from "react";
import { DateField } from "@kinward/ui/DateField";
import { RadioGroup } from "@kinward/ui/RadioGroup";
import { TextArea } from "@kinward/ui/TextArea";
import type { CaseId, EpisodeId, PersonId, PlainDate } from "@kinward/domain/kernel";
import { trpcClient } from "../../../api/client.ts";
import { useCommand } from "../../../api/command.ts";
import { done } from "../../../app/done.ts";
import { useMe } from "../../../app/me.ts";
import { app } from "../../../messages/en/app.ts";
import { acts } from "../../../messages/en/acts.ts";
import { shared } from "../../../messages/en/shared.ts";
import { serverFaults } from "../faults.ts";
import { FormDialog } from "../FormDialog.tsx";

export interface RecordIcpcProps {
  caseId: CaseId;
  episodeId: EpisodeId;
  people: readonly { readonly id: PersonId; readonly name: string }[];
  onClose: () => void;
}

/** What the Department worker did about a child placed outside the state (CON-12). */
export default function RecordIcpc({ caseId, episodeId, people, onClose }: RecordIcpcProps) {
  const words = acts.icpc;
  const me = useMe();
  const [personId, setPerson] = useState<PersonId>();
  const [on, setOn] = useState<string>();
  const [note, setNote] = useState("");
  const record = useCommand(trpcClient.cases.recordIcpc.mutate, {
    onSuccess: () => done(words.done, onClose),
  });
  const save = () => {
    const faults = [
      ...(personId === undefined ? [{ name: "personId", message: shared.problem.choose }] : []),
      ...(on === undefined ? [{ name: "on", message: shared.problem.required }] : []),
      ...(note.trim() === "" ? [{ name: "note", message: shared.problem.required }] : []),
    ];
    if (personId !== undefined && on !== undefined && faults.length === 0)
      record.mutate({ caseId, episodeId, personId, on: on as PlainDate, note });
    return faults;
  };
  return (
    <FormDialog
      title={words.title}
      saveText={words.save}
      isSaving={record.isPending}
      onClose={onClose}
      onSave={save}
      faults={serverFaults(record.error, ["personId", "on", "note"])}
    >
      {(faultOf) => (
        <>
          <RadioGroup
            name="personId"
            label={words.person}
            choices={people.map((person) => ({ id: person.id, label: person.name }))}
            value={personId}
            onChange={setPerson}
            error={faultOf("personId")}
          />
          <DateField
            name="on"
            label={words.on}
            value={on}
            onChange={setOn}
            maxValue={me.today}
            actions={[{ label: app.today, date: me.today }]}
            error={faultOf("on")}
          />
          <TextArea
            name="note"
            label={words.note}
            value={note}
            onChange={setNote}
            error={faultOf("note")}
          />
        </>
      )}
    </FormDialog>
  );
}
