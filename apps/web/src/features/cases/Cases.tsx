import { lazy, Suspense } from "react";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button } from "@kinward/ui/Button";
import { DataTable } from "@kinward/ui/DataTable";
import { Empty } from "@kinward/ui/Empty";
import { LinkButton } from "@kinward/ui/LinkButton";
import { PageHeader } from "@kinward/ui/PageHeader";
import { Pagination } from "@kinward/ui/Pagination";
import { CASE_COLUMNS } from "@kinward/domain/views";
import { api, trpcClient } from "../../api/client.ts";
import { mayLeadTeam, maySeeState, useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import type { CaseSearch } from "../../app/search.ts";
import { app } from "../../messages/en/app.ts";
import { cases as words } from "../../messages/en/cases.ts";
import { team } from "../../messages/en/team.ts";
import { Part } from "../shared/Part.tsx";
import { CaseFilters } from "./CaseFilters.tsx";
import { ChooseBar } from "./ChooseBar.tsx";
import { columnsFor } from "./columns.tsx";
import {
  areaChoices,
  columnsSearch,
  filterWords,
  isFiltered,
  listInput,
  nextDue,
  selectionOf,
  shownColumns,
  sortOf,
  sortSearch,
  USUAL_COLUMNS,
} from "./present.ts";
import { useChoice } from "./use-choice.tsx";

// The table does not wait for what is done with it.
const SavedViews = lazy(() => import("../shared/views/SavedViews.tsx"));
const SaveAsFile = lazy(() => import("../shared/views/SaveAsFile.tsx"));
const ChooseColumns = lazy(() => import("../shared/views/ChooseColumns.tsx"));
const route = getRouteApi("/app/cases");
/** The family always stands in the list: without it no row could be told from another. */
const CHOOSABLE = CASE_COLUMNS.filter((id) => id !== "family").map((id) => ({
  id,
  label: words.columns[id],
}));

/** Finds a family: a table with its order, filters and page in the address. */
export default function Cases() {
  const search = route.useSearch();
  const router = useRouter();
  const me = useMe();
  const { today } = me;
  const query = useQuery({
    ...api.cases.list.queryOptions(listInput(search)),
    placeholderData: keepPreviousData,
  });
  const options = useQuery({ ...api.cases.options.queryOptions({}), staleTime: 600_000 }).data;
  const areas = areaChoices(options?.areas ?? []);
  const columns = shownColumns(search);
  const choice = useChoice(query.data?.rows ?? []);
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
        actions={
          <>
            {maySeeState(me) && <LinkButton href={paths.overview()}>{app.nav.overview}</LinkButton>}
            <LinkButton href={paths.people()}>{words.findPerson}</LinkButton>
            {mayLeadTeam(me) && (
              <Button aria-expanded={choice.isOn} onPress={choice.toggle}>
                {choice.isOn ? team.many.stop : team.many.choose}
              </Button>
            )}
            <Suspense fallback={null}>
              <SavedViews list="CASES" search={search} onGo={go} />
              <span className="desk-only row">
                <ChooseColumns
                  columns={CHOOSABLE}
                  value={columns}
                  usual={USUAL_COLUMNS}
                  onChange={(chosen) =>
                    go(
                      { ...search, view: search.view ?? "all", columns: columnsSearch(chosen) },
                      true,
                    )
                  }
                />
                <SaveAsFile
                  load={(format) =>
                    trpcClient.cases.export.query({
                      ...selectionOf(search),
                      format,
                      columns: [...columns],
                    })
                  }
                />
              </span>
            </Suspense>
          </>
        }
      />
      <section className="card" aria-label={words.title}>
        <CaseFilters search={search} areas={areas} options={options} refine={refine} />
        <Part query={query} count={10}>
          {(data) => (
            <>
              {choice.isOn && <ChooseBar choice={choice} />}
              <DataTable
                caption={words.title}
                columns={[
                  ...choice.columns,
                  ...columnsFor(today).filter(({ id }) => columns.some((each) => each === id)),
                ]}
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
                    <Empty kind="noMatch" title={words.noMatch} onClear={() => go({ view: "all" })}>
                      {words.noMatchText(filterWords(search, areas, options))}
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
