import { LISTED_MOST, type Effect, type EffectRow, type JudgedRow } from "@kinward/domain/effect";
import { Button } from "@kinward/ui/Button";
import { DataTable } from "@kinward/ui/DataTable";
import { Skeleton } from "@kinward/ui/Skeleton";
import { faultOf } from "../../../api/fault.ts";
import { faultWords } from "../faults.ts";
import { effect as m } from "./messages.ts";
import { ListedChanges } from "./ListedChanges.tsx";
import { PlacesTable } from "./PlacesTable.tsx";
import { isSameJudgement, ruleWords, summaryWords, whatWords } from "./present.ts";
import { type Candidate, useEffectOf } from "./use-effect-of.ts";

interface EffectPanelProps {
  readonly candidate: Candidate;
}

/** What a candidate would do to every case, worked out in sight; stopping it changes nothing. */
export function EffectPanel({ candidate }: EffectPanelProps) {
  const { query, progress, cancel } = useEffectOf(candidate);
  const again = () => void query.refetch();
  if (query.isFetching)
    return (
      <div className="stack-small">
        <p role="status">{m.working}</p>
        {progress === undefined ? (
          <Skeleton kind="text" />
        ) : (
          <>
            <progress
              className="effect-progress"
              aria-label={m.working}
              value={progress.done}
              max={progress.of}
            />
            <p className="muted small">{m.progress(progress.done, progress.of)}</p>
          </>
        )}
        <div className="row">
          <Button size="small" onPress={cancel}>
            {m.cancel}
          </Button>
        </div>
      </div>
    );
  if (query.data !== undefined) return <EffectView effect={query.data} of={candidate.kind} />;
  return (
    <div className="stack-small">
      <p role="status">{query.isError ? faultWords(faultOf(query.error)) : m.stopped}</p>
      <div className="row">
        <Button size="small" onPress={again}>
          {m.again}
        </Button>
      </div>
    </div>
  );
}

interface EffectViewProps {
  readonly effect: Effect;
  readonly of: Candidate["kind"];
}

const NONE: Readonly<Record<Candidate["kind"], string>> = {
  SETTINGS: m.none,
  HOLIDAYS: m.noneHolidays,
  COMPARISON: m.noneCompared,
};

function EffectView({ effect, of }: EffectViewProps) {
  if (effect.cases === 0) return <p>{NONE[of]}</p>;
  const [first, ...more] = summaryWords(effect);
  return (
    <div className="stack effect-view">
      <p role="status">
        <strong>{first}</strong> {more.join(" ")}
      </p>
      {effect.open.length > 0 && <Rows title={m.open} caption={m.openCaption} rows={effect.open} />}
      {effect.listed.length > 0 && (
        <details>
          <summary>{m.list(effect.open.reduce((sum, row) => sum + row.count, 0))}</summary>
          {effect.listed.length === LISTED_MOST && (
            <p className="muted small">{m.listMore(LISTED_MOST)}</p>
          )}
          <ListedChanges
            changes={effect.listed}
            places={effect.places}
            sides={of === "COMPARISON" ? m.compared : m.columns}
          />
        </details>
      )}
      {effect.coming.length === 0 ? (
        <section className="stack-small">
          <h3>{m.coming}</h3>
          <p>{m.comingNone(effect.comingBefore)}</p>
        </section>
      ) : (
        <Rows
          title={m.coming}
          caption={m.comingCaption}
          rows={effect.coming}
          note={m.comingOf(effect.comingBefore)}
        />
      )}
      <Judged rows={effect.judged} />
      <PlacesTable places={effect.places} />
    </div>
  );
}

interface RowsProps {
  readonly title: string;
  readonly caption: string;
  readonly rows: readonly EffectRow[];
  readonly note?: string;
}

function Rows({ title, caption, rows, note }: RowsProps) {
  return (
    <section className="stack-small">
      <h3>{title}</h3>
      <DataTable<EffectRow>
        caption={caption}
        hideCaption
        rows={rows}
        rowKey={(row) => `${row.rule} ${row.kind} ${row.days ?? ""}`}
        cardsUnder={360}
        columns={[
          {
            id: "duty",
            header: m.columns.duty,
            isRowHeader: true,
            cell: (row) => ruleWords(row.rule),
          },
          { id: "what", header: m.columns.what, cell: whatWords },
          {
            id: "count",
            header: m.columns.count,
            fit: true,
            cell: (row) => row.count.toLocaleString("en-US"),
          },
        ]}
      />
      {note !== undefined && <p className="muted small">{note}</p>}
    </section>
  );
}

function Judged({ rows }: { readonly rows: readonly JudgedRow[] }) {
  const figure = (row: JudgedRow, outcome: keyof JudgedRow["before"]) => {
    const [before, after] = [row.before[outcome], row.after[outcome]];
    const words = m.change(before, after);
    return before === after ? words : <strong>{words}</strong>;
  };
  const outcomes = ["met", "late", "overdue", "missed"] as const;
  return (
    <section className="stack-small">
      <h3>{m.judged}</h3>
      {rows.length === 0 ? (
        <p>{m.judgedNone}</p>
      ) : rows.every(isSameJudgement) ? (
        <p>{m.judgedSame}</p>
      ) : (
        <DataTable<JudgedRow>
          caption={m.judgedCaption}
          hideCaption
          rows={rows}
          rowKey={(row) => row.rule}
          cardsUnder={480}
          columns={[
            {
              id: "duty",
              header: m.columns.duty,
              isRowHeader: true,
              cell: (row) => ruleWords(row.rule),
            },
            ...outcomes.map((outcome) => ({
              id: outcome,
              header: m.columns[outcome],
              fit: true,
              cell: (row: JudgedRow) => figure(row, outcome),
            })),
          ]}
        />
      )}
      <p className="muted small">{m.judgedNote}</p>
    </section>
  );
}
