import type { CaseFile } from "@kinward/domain/casefile";
import { type Duty, statusOn } from "@kinward/domain/contacts";
import type { PlainDate } from "@kinward/domain/kernel";
import type { PolicyBook } from "@kinward/domain/policy";
import { type Column, DataTable } from "@kinward/ui/DataTable";
import { Empty } from "@kinward/ui/Empty";
import { Tag } from "@kinward/ui/Tag";
import { WhyButton } from "@kinward/ui/WhyButton";
import { dayWords } from "../shared/periods.ts";
import { useMe } from "../shared/session.ts";
import { labelWords } from "../shared/words.ts";
import { workbench } from "./messages.ts";
import { type BenchRow, dueWords, dutyTitle, lookOf, whoWords } from "./present.ts";
import { WhyDuty } from "./WhyDuty.tsx";

const m = workbench.result;

interface DutyTableProps {
  readonly file: CaseFile;
  readonly rows: readonly BenchRow[];
  readonly book: PolicyBook;
  /** The settings that are compared with. */
  readonly against: PolicyBook | undefined;
  readonly asOf: PlainDate;
}

/** Every duty of the day with its reason; of two policies side by side, with what differs marked. */
export function DutyTable({ file, rows, book, against, asOf }: DutyTableProps) {
  const { today } = useMe();
  const about = (duty: Duty) => `${dutyTitle(duty)}, ${whoWords(duty, file)}`;
  const side = (duty: Duty | undefined, by: PolicyBook) =>
    duty === undefined ? (
      <span className="muted">{m.notOwed}</span>
    ) : (
      <span className="stack-small">
        <span>{dueWords(duty, today)}</span>
        <span className="row">
          <Tag state={lookOf(duty, asOf)}>{labelWords.status[statusOn(duty, asOf)]}</Tag>
          <WhyButton about={about(duty)}>
            <WhyDuty file={file} book={by} asOf={asOf} duty={duty} />
          </WhyButton>
        </span>
      </span>
    );
  const columns: Column<BenchRow>[] = [
    {
      id: "duty",
      header: m.columns.duty,
      isRowHeader: true,
      cell: ({ duty }) => (
        <>
          <div>{dutyTitle(duty)}</div>
          <div className="muted small plain-weight">{whoWords(duty, file)}</div>
        </>
      ),
    },
    { id: "due", header: m.columns.due, cell: ({ first }) => side(first, book) },
  ];
  if (against !== undefined)
    columns.push(
      {
        id: "other",
        header: m.columns.other,
        cell: ({ second }) => side(second, against),
      },
      {
        id: "differs",
        header: m.differs,
        fit: true,
        card: "top",
        cell: ({ differs }) =>
          differs ? (
            <Tag state="waiting">{m.differs}</Tag>
          ) : (
            <span className="muted">{m.same}</span>
          ),
      },
    );
  return (
    <DataTable<BenchRow>
      caption={m.caption(dayWords(asOf, today))}
      hideCaption
      rows={rows}
      rowKey={(row) => row.key}
      cardsUnder={520}
      empty={
        <Empty kind="start" title={m.empty}>
          {m.emptyText}
        </Empty>
      }
      columns={columns}
    />
  );
}
