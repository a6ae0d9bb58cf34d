import type { ReactNode } from "react";
import { useRouter } from "@tanstack/react-router";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DataTable, type Column } from "@kinward/ui/DataTable";
import { Empty } from "@kinward/ui/Empty";
import { Pagination } from "@kinward/ui/Pagination";
import { Select } from "@kinward/ui/Select";
import { Tag } from "@kinward/ui/Tag";
import { UiLink } from "@kinward/ui/UiLink";
import { WhyButton } from "@kinward/ui/WhyButton";
import type { ContractAreaId } from "@kinward/domain/kernel";
import type { OrderLine } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { ORDER_METHODS, type OrderSearch } from "../../app/search.ts";
import { order } from "../../messages/en/order.ts";
import { methodText } from "../shared/assignment-words.ts";
import { Part } from "../shared/Part.tsx";
import { LineWhy } from "./LineWhy.tsx";
import {
  balanceText,
  type LedgerRow,
  ledgerRows,
  nameOf,
  presentEpoch,
  reasonText,
  type Telling,
} from "./present.ts";
import { periodChoices, periodId, periodOf } from "./period.ts";
import { orderLines } from "./queries.ts";

const words = order.ledger;
const ALL = "all";

export interface LedgerProps {
  contractAreaId: ContractAreaId;
  search: OrderSearch;
  telling: Telling;
  /** Safety plan and FSRP referrals have an order each. */
  hasLanes: boolean;
}

/** Every line of the area, the newest first: whose turn it was, who got it, and why. */
export function Ledger({ contractAreaId, search, telling, hasLanes }: LedgerProps) {
  const router = useRouter();
  const me = useMe();
  const query = useQuery({
    ...orderLines(contractAreaId, search),
    placeholderData: keepPreviousData,
  });
  const go = (next: { [K in keyof OrderSearch]?: OrderSearch[K] | undefined }) =>
    router.history.push(paths.orderOf(contractAreaId, next));
  const isFiltered = Object.keys(search).some((key) => key !== "page");
  const { page = 1 } = search;
  return (
    <Card title={words.title} flush>
      <Filters search={search} telling={telling} onChange={go} isFiltered={isFiltered} />
      <Part query={query} count={8}>
        {({ rows, total, pageSize }) => {
          const from = (page - 1) * pageSize + 1;
          return (
            <>
              <DataTable
                caption={words.title}
                columns={columnsFor(contractAreaId, telling, {
                  by: me.organization === undefined,
                  lanes: hasLanes,
                })}
                rows={ledgerRows(rows)}
                rowKey={(row) => row.id}
                isStale={query.isPlaceholderData}
                empty={
                  isFiltered || page > 1 ? (
                    <Empty kind="noMatch" title={words.noMatch} onClear={() => go({})}>
                      {words.noMatchText}
                    </Empty>
                  ) : (
                    <Empty kind="start" title={words.empty}>
                      {words.emptyText}
                    </Empty>
                  )
                }
              />
              {rows.length > 0 && (page > 1 || rows.length < total) && (
                <Pagination
                  label={words.title}
                  from={from}
                  to={from + rows.length - 1}
                  total={total}
                  onPrevious={
                    page > 1
                      ? () => go({ ...search, page: page === 2 ? undefined : page - 1 })
                      : undefined
                  }
                  onNext={
                    from + rows.length - 1 < total
                      ? () => go({ ...search, page: page + 1 })
                      : undefined
                  }
                />
              )}
            </>
          );
        }}
      </Part>
    </Card>
  );
}

function Filters({
  search,
  telling,
  onChange,
  isFiltered,
}: Pick<LedgerProps, "search" | "telling"> & {
  onChange: (next: { [K in keyof OrderSearch]?: OrderSearch[K] | undefined }) => void;
  isFiltered: boolean;
}) {
  const { filter } = words;
  /** Another filter begins on its first page. */
  const refine = (next: { [K in keyof OrderSearch]?: OrderSearch[K] | undefined }) =>
    onChange({ ...search, ...next, page: undefined });
  return (
    <div className="filters">
      <Select
        name="method"
        label={filter.method}
        value={search.method ?? ALL}
        onChange={(id) => refine({ method: ORDER_METHODS.find((method) => method === id) })}
        choices={[
          { id: ALL as string, label: filter.any },
          ...ORDER_METHODS.map((id) => ({
            id: id as string,
            label: id === "MOVE" || id === "CORRECTION" ? words.filterKinds[id] : methodText(id),
          })),
        ]}
      />
      <Select
        name="contractor"
        label={filter.contractor}
        value={search.contractor ?? ALL}
        onChange={(id) => refine({ contractor: id === ALL ? undefined : id })}
        choices={[
          { id: ALL, label: filter.any },
          ...telling.contractors.map((one) => ({
            id: one.organizationId as string,
            label: one.name,
          })),
        ]}
      />
      <Select
        name="period"
        label={filter.period}
        value={periodId(search)}
        onChange={(id) => refine(periodOf(id))}
        choices={periodChoices(search, telling.today)}
      />
      {isFiltered && <Button onPress={() => onChange({})}>{filter.clear}</Button>}
    </div>
  );
}

/** One column for each question; a pair of contracts answers in those that fit it. */
function columnsFor(
  contractAreaId: ContractAreaId,
  telling: Telling,
  shown: { readonly by: boolean; readonly lanes: boolean },
): readonly Column<LedgerRow>[] {
  const { columns } = words;
  const name = (id: OrderLine["contractor"]) => nameOf(telling.contractors, id);
  const of =
    (cell: (line: OrderLine) => ReactNode, pair?: (row: LedgerRow) => ReactNode) =>
    (row: LedgerRow) =>
      "line" in row ? cell(row.line) : (pair?.(row) ?? null);
  const all: readonly (Column<LedgerRow> | undefined)[] = [
    {
      id: "turn",
      header: columns.turn,
      isRowHeader: true,
      fit: true,
      cell: of(
        (line) => line.seq,
        () => words.epoch,
      ),
    },
    shown.lanes
      ? {
          id: "lane",
          header: columns.lane,
          cell: of((line) => order.lanes[line.lane]),
        }
      : undefined,
    { id: "case", header: columns.case, fit: true, cell: of((line) => <CaseCell line={line} />) },
    {
      id: "due",
      header: columns.due,
      cell: of((line) =>
        line.dueTo === undefined ? <span className="muted">{words.noTurn}</span> : name(line.dueTo),
      ),
    },
    {
      id: "given",
      header: columns.given,
      cell: of((line) =>
        line.dueTo === undefined || line.dueTo === line.contractor ? (
          name(line.contractor)
        ) : (
          <strong>{name(line.contractor)}</strong>
        ),
      ),
    },
    {
      id: "why",
      header: columns.why,
      card: "plain",
      cell: of(
        (line) => <Why contractAreaId={contractAreaId} line={line} telling={telling} />,
        (row) =>
          "begun" in row &&
          presentEpoch(row.begun, telling).map((sentence) => <p key={sentence}>{sentence}</p>),
      ),
    },
    {
      id: "balance",
      header: columns.balance,
      cell: of((line) => balanceOf(line, telling)),
    },
    shown.by ? { id: "by", header: columns.by, cell: of((line) => line.by ?? "") } : undefined,
    {
      id: "time",
      header: columns.time,
      fit: true,
      cell: of((line) => dates.moment(line.at, telling.timeZone, { today: telling.today })),
    },
  ];
  return all.filter((column) => column !== undefined);
}

/** Above zero the first of the pair is ahead. */
const balanceOf = ({ pair, after }: OrderLine, { contractors }: Telling): string =>
  pair === undefined
    ? ""
    : balanceText(after, nameOf(contractors, pair.first), nameOf(contractors, pair.second));

function CaseCell({ line }: { line: OrderLine }) {
  if (line.case === undefined) return <span className="muted">{words.otherCase}</span>;
  const { caseId, caseNumber, mayOpen } = line.case;
  return (
    <UiLink href={mayOpen ? paths.case(caseId) : paths.caseReason(caseId)}>{caseNumber}</UiLink>
  );
}

function Why({
  contractAreaId,
  line,
  telling,
}: {
  contractAreaId: ContractAreaId;
  line: OrderLine;
  telling: Telling;
}) {
  const reason = reasonText(line);
  return (
    <span className="rule-cell">
      {line.outOfOrder || line.kind !== "ASSIGNMENT" ? (
        <Tag state={line.outOfOrder ? "today" : "later"} icon={false} wrap>
          {reason}
        </Tag>
      ) : (
        <span>
          {reason}
          {!line.counted && <span className="muted">, {words.notCounted}</span>}
        </span>
      )}
      <WhyButton about={words.about(line.seq)} text={words.why}>
        <LineWhy contractAreaId={contractAreaId} seq={line.seq} telling={telling} />
      </WhyButton>
    </span>
  );
}
