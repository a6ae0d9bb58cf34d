import { REENTRY_KINDS } from "@kinward/domain/fairness";
import type { OrderReviewView } from "@kinward/domain/views";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { DateText } from "@kinward/ui/DateText";
import { KeyValue } from "@kinward/ui/KeyValue";
import { Mark } from "./FindingsCard.tsx";
import { fairness as m } from "./messages.ts";
import { percent } from "./present.ts";
import { falseAlarmText } from "./review-words.ts";

type Reentries = OrderReviewView["reentries"];
type Listed = NonNullable<Reentries["list"]>[number];

/** Families that were withdrawn and came back: to whom, inside the window and after it. */
export function ReentriesCard({ reentries }: { readonly reentries: Reentries }) {
  const { review } = m;
  const { counts, afterWindow, windowDays, list } = reentries;
  const { test, chance, falseAlarms } = afterWindow;
  return (
    <Card title={review.reentries} flush>
      <div className="card-body">
        <p>{review.reentriesText(windowDays)}</p>
        <KeyValue
          layout="list"
          facts={REENTRY_KINDS.map((kind) => ({ label: review.kinds[kind], value: counts[kind] }))}
        />
        {counts.CHANGED_INSIDE_WINDOW > 0 && <p className="strong">{review.insideText}</p>}
        {test === undefined ? (
          <p className="muted">{review.afterNone}</p>
        ) : (
          <>
            <p>
              {review.after(
                test.hits,
                test.of,
                chance.of === 0 ? "0.0" : percent(chance.changed / chance.of),
              )}{" "}
              <Mark flagged={test.flagged} />
            </p>
            <p className="muted">{falseAlarmText(falseAlarms)}</p>
          </>
        )}
        {list === undefined && <p className="muted">{review.numbersOnly}</p>}
      </div>
      {list !== undefined && list.length > 0 && <ListOfReentries list={list} />}
    </Card>
  );
}

function ListOfReentries({ list }: { readonly list: readonly Listed[] }) {
  const { list: caption, listColumns: columns, kinds } = m.review;
  return (
    <DataTable<Listed>
      caption={caption}
      rows={list}
      rowKey={(row) => String(row.againSeq)}
      columns={[
        { id: "first", header: columns.first, isRowHeader: true, cell: (row) => row.seq },
        {
          id: "withdrawn",
          header: columns.withdrawn,
          cell: (row) => <DateText date={row.withdrawnOn} />,
        },
        { id: "again", header: columns.again, cell: (row) => row.againSeq },
        { id: "on", header: columns.on, cell: (row) => <DateText date={row.againOn} /> },
        { id: "days", header: columns.days, align: "end", cell: (row) => row.days },
        { id: "from", header: columns.from, cell: (row) => row.fromName },
        { id: "to", header: columns.to, cell: (row) => row.toName },
        { id: "kind", header: columns.kind, cell: (row) => kinds[row.kind] },
      ]}
    />
  );
}
