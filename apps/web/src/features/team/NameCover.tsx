import { useState } from "react";
import { DateField } from "@kinward/ui/DateField";
import { SearchSelect } from "@kinward/ui/SearchSelect";
import type { PlainDate, StaffId } from "@kinward/domain/kernel";
import type { BoardPerson } from "@kinward/domain/views";
import { trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { done } from "../../app/done.ts";
import { useMe } from "../../app/me.ts";
import { app } from "../../messages/en/app.ts";
import { team } from "../../messages/en/team.ts";
import { serverFaults } from "../shared/faults.ts";
import { FormDialog } from "../shared/FormDialog.tsx";

const words = team.cover;
const FIELDS = ["staffId", "coveredBy", "from", "to"];

/** Somebody stands in for one of my people while they are away. */
export function NameCover({
  people,
  onClose,
}: {
  people: readonly BoardPerson[];
  onClose: () => void;
}) {
  const me = useMe();
  const [staffId, setStaff] = useState<StaffId>();
  const [coveredBy, setCover] = useState<StaffId>();
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string>();
  const cover = useCommand(trpcClient.team.nameCover.mutate, {
    onSuccess: () =>
      done(words.done(people.find((one) => one.staffId === coveredBy)?.name ?? ""), onClose),
  });
  const choices = people.map(({ staffId: id, name, families, late }) => ({
    id,
    label: name,
    detail: team.candidate(families, late),
  }));
  const save = () => {
    const faults = [
      ...(staffId === undefined ? [{ name: "staffId", message: words.enterAway }] : []),
      ...(coveredBy === undefined ? [{ name: "coveredBy", message: words.enterBy }] : []),
      ...(from === undefined ? [{ name: "from", message: words.enterFrom }] : []),
      ...(to === undefined ? [{ name: "to", message: words.enterTo }] : []),
    ];
    if (staffId && coveredBy && from && to)
      cover.mutate({ staffId, coveredBy, from: from as PlainDate, to: to as PlainDate });
    return faults;
  };
  return (
    <FormDialog
      title={words.nameTitle}
      saveText={words.save}
      isSaving={cover.isPending}
      onClose={onClose}
      onSave={save}
      faults={serverFaults(cover.error, FIELDS)}
    >
      {(faultOf) => (
        <>
          <p className="muted small">{words.about}</p>
          <SearchSelect
            name="staffId"
            label={words.away}
            choices={choices}
            value={staffId}
            onChange={setStaff}
            error={faultOf("staffId")}
          />
          <SearchSelect
            name="coveredBy"
            label={words.by}
            choices={choices.filter((one) => one.id !== staffId)}
            value={coveredBy}
            onChange={setCover}
            error={faultOf("coveredBy")}
          />
          <DateField
            name="from"
            label={words.from}
            value={from}
            onChange={setFrom}
            actions={[{ label: app.today, date: me.today }]}
            error={faultOf("from")}
          />
          <DateField name="to" label={words.to} value={to} onChange={setTo} error={faultOf("to")} />
        </>
      )}
    </FormDialog>
  );
}
