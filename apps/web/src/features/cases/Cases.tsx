import { useEffect, useState } from "react";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CheckboxField } from "@kinward/ui/CheckboxField";
import { DataTable, type Column } from "@kinward/ui/DataTable";
import { DateText } from "@kinward/ui/DateText";
import { DueTag } from "@kinward/ui/DueTag";
import { Empty } from "@kinward/ui/Empty";
import { LinkButton } from "@kinward/ui/LinkButton";
import { PageHeader } from "@kinward/ui/PageHeader";
import { Pagination } from "@kinward/ui/Pagination";
import { SearchField } from "@kinward/ui/SearchField";
import { Select } from "@kinward/ui/Select";
import { UiLink } from "@kinward/ui/UiLink";
import { labels } from "@kinward/wording/en/labels";
import type { CaseRow } from "@kinward/domain/views";
import { api } from "../../api/client.ts";
import { useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { STAGES, type CaseSearch } from "../../app/search.ts";
import { cases as words } from "../../messages/en/cases.ts";
import { Part } from "../shared/Part.tsx";
import {
  areaChoices,
  filterWords,
  isFiltered,
  listInput,
  nextDue,
  sortOf,
  sortSearch,
} from "./present.ts";

const route = getRouteApi("/app/cases");
const ALL = "all";

/** Finds a family: a table with its order, filters and page in the address. */
export default function Cases() {
  const search = route.useSearch();
  const router = useRouter();
  const { today } = useMe();
  const query = useQuery({
    ...api.cases.list.queryOptions(listInput(search)),
    placeholderData: keepPreviousData,
  });
  const areas = areaChoices(
    useQuery({ ...api.cases.options.queryOptions({}), staleTime: 600_000 }).data?.areas ?? [],
  );
  const go = (next: Parameters<typeof paths.cases>[0], replace = false) =>
    router.history[replace ? "replace" : "push"](paths.cases(next));
  /** Another filter or order begins on its first page. */
  const refine = (
    next: Partial<{ [K in keyof CaseSearch]: CaseSearch[K] | undefined }>,
    replace = false,
  ) => go({ ...search, ...next, page: undefined }, replace);

  return (
    <div className="page">
      <PageHeader
        title={words.title}
        lead={query.data && words.total(query.data.total)}
        actions={<LinkButton href={paths.people()}>{words.findPerson}</LinkButton>}
      />
      <section className="card" aria-label={words.title}>
        <div className="filters">
          <TextFilter
            value={search.text ?? ""}
            onChange={(text) => refine({ text: text === "" ? undefined : text }, true)}
          />
          <Select
            name="stage"
            label={words.filter.stage}
            value={search.stage ?? ALL}
            onChange={(id) => refine({ stage: STAGES.find((stage) => stage === id) })}
            choices={[
              { id: ALL as string, label: words.filter.any },
              ...STAGES.map((id) => ({ id: id as string, label: labels.stage[id] })),
            ]}
          />
          {areas.length > 0 && (
            <Select
              name="area"
              label={words.filter.area}
              value={search.area ?? ALL}
              onChange={(id) => refine({ area: id === ALL ? undefined : id })}
              choices={[{ id: ALL, label: words.filter.any }, ...areas]}
            />
          )}
          <CheckboxField
            name="late"
            label={words.filter.late}
            value={search.late === true}
            onChange={(on) => refine({ late: on ? true : undefined })}
          />
        </div>
        <Part query={query} count={10}>
          {(data) => (
            <>
              <DataTable
                caption={words.title}
                columns={columnsFor(today)}
                rows={data.rows}
                rowKey={(row) => row.caseId}
                rowState={(row) => nextDue(row, today)?.state}
                isStale={query.isPlaceholderData}
                sort={sortOf(search)}
                onSort={(sort) =>
                  go({
                    ...search,
                    sort: undefined,
                    direction: undefined,
                    page: undefined,
                    ...sortSearch(sort),
                  })
                }
                empty={
                  isFiltered(search) ? (
                    <Empty kind="noMatch" title={words.noMatch} onClear={() => go({})}>
                      {words.noMatchText(filterWords(search, areas))}
                    </Empty>
                  ) : (
                    <Empty kind="start" title={words.empty}>
                      {words.emptyText}
                    </Empty>
                  )
                }
              />
              {data.total > data.pageSize && (
                <Pagination
                  label={words.title}
                  from={(data.page - 1) * data.pageSize + 1}
                  to={(data.page - 1) * data.pageSize + data.rows.length}
                  total={data.total}
                  onPrevious={
                    data.page > 1 ? () => go({ ...search, page: data.page - 1 }) : undefined
                  }
                  onNext={
                    data.page * data.pageSize < data.total
                      ? () => go({ ...search, page: data.page + 1 })
                      : undefined
                  }
                />
              )}
            </>
          )}
        </Part>
      </section>
    </div>
  );
}

/** Asks once somebody stops typing, and replaces the address instead of filling the history. */
function TextFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), 300);
    return () => clearTimeout(timer);
  });
  return (
    <SearchField
      label={words.filter.text}
      showLabel
      value={typed}
      onChange={setTyped}
      onSubmit={(text) => onChange(text.trim())}
    />
  );
}

function columnsFor(today: string): readonly Column<CaseRow>[] {
  const { columns } = words;
  return [
    {
      id: "family",
      header: columns.family,
      isRowHeader: true,
      isSortable: true,
      cell: (row) => <UiLink href={paths.case(row.caseId)}>{row.familyName}</UiLink>,
    },
    {
      id: "number",
      header: columns.number,
      isSortable: true,
      fit: true,
      card: "plain",
      cell: (row) => row.caseNumber,
    },
    {
      id: "area",
      header: columns.area,
      isSortable: true,
      card: "none",
      cell: (row) => row.areaName ?? "",
    },
    {
      id: "worker",
      header: columns.worker,
      isSortable: true,
      card: "none",
      cell: (row) => row.workerName ?? words.none,
    },
    {
      id: "coordinator",
      header: columns.coordinator,
      isSortable: true,
      card: "none",
      cell: (row) => row.coordinatorName ?? words.none,
    },
    {
      id: "nextDue",
      header: columns.nextDue,
      isSortable: true,
      fit: true,
      card: "top",
      cell: (row) => {
        const due = nextDue(row, today);
        return due === undefined ? (
          <span className="muted">{words.none}</span>
        ) : (
          <DueTag state={due.state} text={due.text} date={due.date} />
        );
      },
    },
    {
      id: "lastSeen",
      header: columns.lastSeen,
      isSortable: true,
      fit: true,
      cell: (row) =>
        row.lastSeenOn === undefined ? (
          <span className="muted">{words.notSeen}</span>
        ) : (
          <DateText date={row.lastSeenOn} style="day" />
        ),
    },
    {
      id: "stage",
      header: columns.stage,
      isSortable: true,
      card: "none",
      cell: (row) => labels.stage[row.stage],
    },
    {
      id: "opened",
      header: columns.opened,
      isSortable: true,
      fit: true,
      card: "none",
      cell: (row) =>
        row.openedOn === undefined ? "" : <DateText date={row.openedOn} style="day" />,
    },
  ];
}
