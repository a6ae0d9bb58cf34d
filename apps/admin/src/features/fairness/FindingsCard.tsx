import type { NamedFindings, NamedShareTest } from "@kinward/domain/views";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { Tag } from "@kinward/ui/Tag";
import { fairness as m } from "./messages.ts";
import { percent } from "./present.ts";
import { chanceText, falseAlarmText } from "./review-words.ts";

interface FindingsCardProps {
  readonly title: string;
  readonly text: string;
  /** Head of the first column. */
  readonly who: string;
  readonly findings: NamedFindings;
}

export function Mark({ flagged }: { readonly flagged: boolean }) {
  return (
    <Tag state={flagged ? "today" : "notDue"} icon={flagged ? undefined : false}>
      {flagged ? m.review.asks : m.review.expected}
    </Tag>
  );
}

/** Shares of workers or contractors against that of the area, each as a question or none. */
export function FindingsCard({ title, text, who, findings }: FindingsCardProps) {
  const { review } = m;
  const { tests, hits, of } = findings;
  return (
    <Card
      title={title}
      flush
      footer={
        tests.length === 0 ? undefined : (
          <p className="muted">{falseAlarmText(findings.falseAlarms)}</p>
        )
      }
    >
      <div className="card-body">
        <p>{text}</p>
        <p className="muted">
          {of === 0 ? review.none : review.areaShare(hits, of, percent(hits / of))}
        </p>
      </div>
      {tests.length > 0 && (
        <DataTable<NamedShareTest>
          caption={title}
          rows={tests}
          rowKey={(row) => row.id}
          cardsUnder={620}
          columns={[
            {
              id: "name",
              header: who,
              isRowHeader: true,
              cell: (row) => row.name ?? review.unnamed(tests.indexOf(row) + 1),
            },
            { id: "hits", header: review.hits, align: "end", cell: (row) => row.hits },
            { id: "of", header: review.of, align: "end", cell: (row) => row.of },
            {
              id: "share",
              header: review.share,
              align: "end",
              cell: (row) => `${percent(row.hits / row.of)}%`,
            },
            {
              id: "chance",
              header: review.chance,
              align: "end",
              cell: (row) => chanceText(row.adjusted),
            },
            { id: "flag", header: review.flag, cell: (row) => <Mark flagged={row.flagged} /> },
          ]}
        />
      )}
    </Card>
  );
}
