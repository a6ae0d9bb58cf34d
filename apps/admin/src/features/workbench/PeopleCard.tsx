import type { Member } from "@kinward/domain/casefile";
import { dayWords } from "../shared/periods.ts";
import { useMe } from "../shared/session.ts";
import { labelWords } from "../shared/words.ts";
import { nameOf, withoutPerson, withPerson } from "./edit-person.ts";
import { FactList, type FactsProps } from "./FactList.tsx";
import { workbench as m } from "./messages.ts";
import { PersonDialog } from "./PersonDialog.tsx";

/** Who is in the case. */
export function PeopleCard({ file, onChange }: FactsProps) {
  const { today } = useMe();
  const { columns } = m.people;
  const lives = (member: Member): string =>
    member.living
      .map(({ setting, state, from }) =>
        [
          labelWords.setting[setting],
          ...(state === undefined || state === "IA" ? [] : [state]),
          ...(from === undefined ? [] : [dayWords(from, today)]),
        ].join(", "),
      )
      .join("; ");
  return (
    <FactList<Member>
      {...m.people}
      action={columns.action}
      rows={file.members}
      rowKey={(member) => member.id}
      nameOf={nameOf}
      {...{ file, onChange }}
      without={(member) => withoutPerson(file, member.id)}
      columns={[
        { id: "name", header: columns.name, isRowHeader: true, cell: nameOf },
        { id: "role", header: columns.role, cell: ({ role }) => labelWords.memberRole[role] },
        {
          id: "born",
          header: columns.born,
          fit: true,
          cell: ({ dob }) => (dob === undefined ? "" : dayWords(dob, today)),
        },
        { id: "lives", header: columns.lives, cell: lives },
      ]}
      form={(row, close) => (
        <PersonDialog
          member={row}
          onDone={(values) => {
            onChange(withPerson(file, row?.id, values));
            close();
          }}
          onClose={close}
        />
      )}
    />
  );
}
