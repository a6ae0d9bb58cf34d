import type { TerminationOfRights } from "@kinward/domain/casefile";
import { dayWords } from "../shared/periods.ts";
import { useMe } from "../shared/session.ts";
import { withList } from "./edit.ts";
import { withEndedRights } from "./edit-records.ts";
import { FactList, type FactsProps } from "./FactList.tsx";
import { workbench } from "./messages.ts";
import { personName } from "./present.ts";
import { RightsDialog } from "./RightsDialog.tsx";

const m = workbench.rights;

/** Parental rights that ended, to one child or to all (CASE-5). */
export function RightsCard({ file, onChange }: FactsProps) {
  const { today } = useMe();
  const { columns } = m;
  const ended = file.terminationsOfRights ?? [];
  const childOf = ({ child }: TerminationOfRights) =>
    child === "ALL" ? m.all : personName(file, child);
  return (
    <FactList<TerminationOfRights>
      {...m}
      action={columns.action}
      rows={ended}
      rowKey={(one) => String(ended.indexOf(one))}
      nameOf={(one) => `${personName(file, one.parent)}, ${childOf(one)}`}
      {...{ file, onChange }}
      without={(row) =>
        withList(
          file,
          "terminationsOfRights",
          ended.filter((one) => one !== row),
        )
      }
      columns={[
        {
          id: "parent",
          header: columns.parent,
          isRowHeader: true,
          cell: ({ parent }) => personName(file, parent),
        },
        { id: "child", header: columns.child, cell: childOf },
        { id: "on", header: columns.on, fit: true, cell: ({ date }) => dayWords(date, today) },
      ]}
      form={(row, close) => (
        <RightsDialog
          file={file}
          ended={row}
          onDone={(values) => {
            onChange(withEndedRights(file, row, values));
            close();
          }}
          onClose={close}
        />
      )}
    />
  );
}
