import type { HouseholdChange } from "@kinward/domain/casefile";
import { dayWords } from "../shared/periods.ts";
import { useMe } from "../shared/session.ts";
import { withList } from "./edit.ts";
import { withHouseholdChange } from "./edit-records.ts";
import { FactList, type FactsProps } from "./FactList.tsx";
import { HouseholdDialog } from "./HouseholdDialog.tsx";
import { workbench } from "./messages.ts";
import { personName } from "./present.ts";

const m = workbench.household;

/** Who entered and left the home, and when the Department was told (EXP-6). */
export function HouseholdCard({ file, onChange }: FactsProps) {
  const { today } = useMe();
  const { columns } = m;
  const changes = file.householdChanges ?? [];
  const who = ({ person, who: words = m.someoneElse }: HouseholdChange) =>
    person === undefined ? words : personName(file, person);
  return (
    <FactList<HouseholdChange>
      {...m}
      action={columns.action}
      rows={changes}
      rowKey={(change) => String(changes.indexOf(change))}
      nameOf={(change) => `${who(change)}, ${dayWords(change.date, today)}`}
      {...{ file, onChange }}
      without={(change) =>
        withList(
          file,
          "householdChanges",
          changes.filter((one) => one !== change),
        )
      }
      columns={[
        { id: "who", header: columns.who, isRowHeader: true, cell: who },
        {
          id: "change",
          header: columns.change,
          cell: ({ type, date }) => (
            <>
              <div>{m.typeWords[type]}</div>
              <div className="muted small">{dayWords(date, today)}</div>
            </>
          ),
        },
        {
          id: "told",
          header: columns.told,
          cell: ({ byDepartment, notifiedDepartmentOn: told }) =>
            byDepartment
              ? m.byDepartmentShort
              : told === undefined
                ? m.notTold
                : dayWords(told, today),
        },
      ]}
      form={(row, close) => (
        <HouseholdDialog
          file={file}
          change={row}
          onDone={(values) => {
            onChange(withHouseholdChange(file, row, values));
            close();
          }}
          onClose={close}
        />
      )}
    />
  );
}
