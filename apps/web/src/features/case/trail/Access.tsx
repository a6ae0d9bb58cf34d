import { getRouteApi, useRouter } from "@tanstack/react-router";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Card } from "@kinward/ui/Card";
import { type Column, DataTable } from "@kinward/ui/DataTable";
import { Empty } from "@kinward/ui/Empty";
import { LinkButton } from "@kinward/ui/LinkButton";
import { PageHeader } from "@kinward/ui/PageHeader";
import type { CaseId } from "@kinward/domain/kernel";
import { ACCESS_KINDS } from "@kinward/domain/views";
import { api } from "../../../api/client.ts";
import { failureOf } from "../../../api/failure.ts";
import { asId } from "../../../app/ids.ts";
import { useMe } from "../../../app/me.ts";
import { NoAccess } from "../../../app/NoAccess.tsx";
import { paths } from "../../../app/paths.ts";
import { trail } from "../../../messages/en/trail.ts";
import { Part } from "../../shared/Part.tsx";
import { accessFilter } from "./filter.ts";
import { type AccessView, presentAccess } from "./present-access.ts";
import { isFiltered, named, type Refined, TrailFilters } from "./TrailFilters.tsx";
import { TrailPages } from "./TrailPages.tsx";

const words = trail.access;
const route = getRouteApi("/app/cases/$caseId/history/access");

/** Who opened the case or saved it as a file, newest first. */
export default function Access() {
  const caseId = asId<CaseId>(route.useParams().caseId);
  const search = route.useSearch();
  const { page = 1 } = search;
  const router = useRouter();
  const me = useMe();
  const accesses = useQuery({
    ...api.history.accesses.queryOptions({ caseId, page, filter: accessFilter(search) }),
    placeholderData: keepPreviousData,
  });
  if (accesses.isError && failureOf(accesses.error).kind === "NOT_FOUND") return <NoAccess />;
  const go = (next: Refined, replace = false) =>
    router.history[replace ? "replace" : "push"](paths.caseAccess(caseId, next));
  return (
    <div className="page">
      <PageHeader
        level={2}
        title={words.title}
        lead={words.lead}
        actions={
          <LinkButton size="small" href={paths.caseHistory(caseId)}>
            {words.back}
          </LinkButton>
        }
      />
      <Card flush>
        <TrailFilters
          search={search}
          kinds={ACCESS_KINDS.map((id) => ({ id, label: words.kinds[id] }))}
          any={words.openedOrExported}
          staff={named(accesses.data?.staff)}
          byLabel={words.by}
          today={me.today}
          onChange={go}
        />
        <Part query={accesses}>
          {({ entries, more }) => (
            <>
              <DataTable
                caption={words.title}
                columns={COLUMNS}
                rows={presentAccess(entries, me)}
                rowKey={(row) => row.id}
                isStale={accesses.isPlaceholderData}
                empty={
                  isFiltered(search) || page > 1 ? (
                    <Empty kind="noMatch" title={words.noMatch} onClear={() => go({})}>
                      {words.noMatchText}
                    </Empty>
                  ) : (
                    <Empty kind="start" title={words.empty} />
                  )
                }
              />
              <TrailPages
                label={words.title}
                page={page}
                more={more}
                onTurn={(to) => go({ ...search, page: to })}
              />
            </>
          )}
        </Part>
      </Card>
    </div>
  );
}

const COLUMNS: readonly Column<AccessView>[] = [
  {
    id: "by",
    header: words.columns.by,
    isRowHeader: true,
    cell: (row) => (
      <>
        {row.by}
        <div className="muted small">{row.organization}</div>
      </>
    ),
  },
  { id: "what", header: words.columns.what, cell: (row) => row.what },
  {
    id: "when",
    header: words.columns.when,
    cell: (row) => (
      <>
        {row.when}
        {row.times !== "" && <div className="muted small">{row.times}</div>}
      </>
    ),
  },
  {
    id: "why",
    header: words.columns.why,
    card: "plain",
    cell: (row) => (row.reason === undefined ? null : <span className="pre">{row.reason}</span>),
  },
];
