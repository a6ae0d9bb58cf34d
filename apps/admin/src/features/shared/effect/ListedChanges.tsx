import type { ListedChange } from "@kinward/domain/effect";
import { DataTable } from "@kinward/ui/DataTable";
import { useMe } from "../session.ts";
import { effect as m } from "./messages.ts";
import { listedKey, ruleWords, standingWords } from "./present.ts";

interface ListedChangesProps {
  readonly changes: readonly ListedChange[];
}

/** Which duty of which case moves from when to when; the number is all that is shown of a case. */
export function ListedChanges({ changes }: ListedChangesProps) {
  const { today } = useMe();
  const keyed = changes.map((change, index) => ({ ...change, key: listedKey(change, index) }));
  return (
    <DataTable<ListedChange & { readonly key: string }>
      caption={m.listCaption}
      hideCaption
      rows={keyed}
      rowKey={(row) => row.key}
      cardsUnder={520}
      columns={[
        {
          id: "case",
          header: m.columns.case,
          isRowHeader: true,
          fit: true,
          cell: (row) => row.caseNumber,
        },
        { id: "duty", header: m.columns.duty, cell: (row) => ruleWords(row.rule) },
        { id: "before", header: m.columns.before, cell: (row) => standingWords(row.before, today) },
        { id: "after", header: m.columns.after, cell: (row) => standingWords(row.after, today) },
      ]}
    />
  );
}
