import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DataTable, type Column } from "@kinward/ui/DataTable";
import { Empty } from "@kinward/ui/Empty";
import { PageHeader } from "@kinward/ui/PageHeader";
import { Tag } from "@kinward/ui/Tag";
import type { Me, MergeRow } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { api } from "../../api/client.ts";
import { mayReviewPeople, useMe } from "../../app/me.ts";
import { NoAccess } from "../../app/NoAccess.tsx";
import { persons } from "../../messages/en/persons.ts";
import { Part } from "../shared/Part.tsx";
import { PeopleTabs } from "./PeopleTabs.tsx";
import { nameOf } from "./present.ts";
import { UndoDialog } from "./UndoDialog.tsx";

const words = persons.merged;

/** Records that were joined, by whom and why, and the way back. */
export default function Merges() {
  const me = useMe();
  const [undoing, setUndoing] = useState<MergeRow>();
  const query = useQuery({ ...api.persons.merges.queryOptions({}), staleTime: 0 });
  if (!mayReviewPeople(me)) return <NoAccess />;
  return (
    <div className="page">
      <PageHeader title={persons.tabs.merged} lead={words.lead} />
      <PeopleTabs current="merged" />
      <Part query={query} count={5}>
        {({ rows }) => (
          <Card label={persons.tabs.merged} flush>
            <DataTable
              caption={persons.tabs.merged}
              columns={columnsFor(me, setUndoing)}
              rows={rows}
              rowKey={(row) => row.mergeId}
              empty={
                <Empty kind="start" title={words.none}>
                  {words.noneText}
                </Empty>
              }
            />
          </Card>
        )}
      </Part>
      {undoing && <UndoDialog merge={undoing} onClose={() => setUndoing(undefined)} />}
    </div>
  );
}

const columnsFor = (
  { today, agency }: Pick<Me, "today" | "agency">,
  onUndo: (row: MergeRow) => void,
): readonly Column<MergeRow>[] => [
  { id: "name", header: words.columns.name, isRowHeader: true, cell: nameOf },
  {
    id: "merged",
    header: words.columns.merged,
    cell: (row) => nameOf({ name: row.mergedName }),
  },
  { id: "cases", header: words.columns.cases, cell: (row) => row.caseNumbers.join(", ") },
  {
    id: "when",
    header: words.columns.when,
    cell: (row) => (
      <>
        {words.by(row.by, dates.moment(row.at, agency.timeZone, { today }))}
        <br />
        <span className="muted">{row.reason}</span>
      </>
    ),
  },
  {
    id: "state",
    header: words.columns.state,
    cell: (row) =>
      row.undone === undefined ? (
        <span className="row">
          <Tag>{words.inForce}</Tag>
          {row.mayUndo && (
            <Button
              size="small"
              aria-label={words.undoName(nameOf(row))}
              onPress={() => onUndo(row)}
            >
              {words.undo}
            </Button>
          )}
        </span>
      ) : (
        <>
          {words.undone(row.undone.by, dates.moment(row.undone.at, agency.timeZone, { today }))}
          <br />
          <span className="muted">{row.undone.reason}</span>
        </>
      ),
  },
];
