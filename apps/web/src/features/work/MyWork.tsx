import { lazy, Suspense, useState } from "react";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { CalendarDays, Plus } from "lucide-react";
import { DataTable, type Column } from "@kinward/ui/DataTable";
import { DueTag } from "@kinward/ui/DueTag";
import { LinkButton } from "@kinward/ui/LinkButton";
import { PageHeader } from "@kinward/ui/PageHeader";
import { Skeleton } from "@kinward/ui/Skeleton";
import { SummaryCounts } from "@kinward/ui/SummaryCounts";
import { Tag } from "@kinward/ui/Tag";
import { UiLink } from "@kinward/ui/UiLink";
import { dates } from "@kinward/wording/en/dates";
import type { WorkList } from "@kinward/domain/views";
import { failureOf } from "../../api/failure.ts";
import { failureText, referenceOf } from "../../app/failure-text.ts";
import { isHead, mayHaveCases, mayRecordContacts, useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { usesWorkFilter } from "../../app/search.ts";
import { app } from "../../messages/en/app.ts";
import { work as words } from "../../messages/en/work.ts";
import { WhyDate } from "../shared/explain/WhyDate.tsx";
import { Drafts } from "./Drafts.tsx";
import {
  greeting,
  isBucket,
  presentCounts,
  presentGroups,
  presentLead,
  type RowView,
} from "./present.ts";
import { shownColumns } from "./columns.ts";
import { useWorkList } from "./queries.ts";
import { RowVerb } from "./RowVerb.tsx";

// Their buttons bring the press handling of the library along; most mornings there are rows and no error.
const NoRows = lazy(() => import("./NoRows.tsx"));
const ErrorPanel = lazy(() =>
  import("@kinward/ui/ErrorPanel").then((part) => ({ default: part.ErrorPanel })),
);
const WorkTools = lazy(() => import("./WorkTools.tsx"));
const WorkFilters = lazy(() => import("./WorkFilters.tsx"));
const HandoversToRead = lazy(() => import("../shared/handover/HandoversToRead.tsx"));
const route = getRouteApi("/app/");

const COLUMNS: readonly Column<RowView>[] = [
  {
    id: "due",
    header: words.columns.due,
    fit: true,
    card: "top",
    cell: (view) => <DueTag state={view.state} text={view.tag} date={view.date} />,
  },
  { id: "what", header: words.columns.what, isRowHeader: true, cell: (view) => view.title },
  {
    id: "family",
    header: words.columns.family,
    card: "plain",
    cell: ({ row }) => (
      <>
        <UiLink href={paths.case(row.caseId)}>{row.familyName}</UiLink>{" "}
        <span className="muted small nowrap">{row.caseNumber}</span>
        {row.forName !== undefined && (
          <>
            {" "}
            <Tag>{words.forName(row.forName)}</Tag>
          </>
        )}
      </>
    ),
  },
  { id: "who", header: words.columns.who, card: "plain", cell: (view) => view.who },
  {
    id: "rule",
    header: words.columns.rule,
    card: "plain",
    cell: (view) => (
      <span className="rule-cell">
        <span className="muted small">{view.rule}</span>
        {view.row.keys[0] !== undefined && !view.row.rule.startsWith("INTAKE") && (
          <WhyDate
            caseId={view.row.caseId}
            episodeId={view.row.episodeId}
            dutyKey={view.row.keys[0]}
            about={`${view.title}, ${view.row.familyName}`}
            late={view.row.bucket === "LATE"}
            dense
          />
        )}
      </span>
    ),
  },
  {
    id: "contractor",
    header: words.columns.contractor,
    cell: ({ row }) => row.contractorName,
  },
  { id: "worker", header: words.columns.worker, cell: ({ row }) => row.workerName },
  {
    id: "verb",
    header: words.columns.action,
    hideHeader: true,
    align: "end",
    fit: true,
    cell: (view) => <RowVerb view={view} />,
  },
];

const ALWAYS = new Set(["due", "what", "verb"]);

/** The first screen: what someone must do next, and why. */
export default function MyWork() {
  const me = useMe();
  const router = useRouter();
  const search = route.useSearch();
  const { bucket, staffId } = search;
  const isFiltered = usesWorkFilter(search);
  const [asked, setAsked] = useState(false);
  const isFiltering = asked || isFiltered;
  const shown = new Set<string>(shownColumns(search.columns));
  const query = useWorkList(search);
  const list = query.data;
  const isStale = query.isPlaceholderData || (query.isError && list !== undefined);
  const go = (next: { bucket?: string | undefined }) =>
    router.history.push(paths.work({ ...search, ...next }));

  return (
    <div className="page">
      <PageHeader
        title={greeting(me)}
        lead={list && !isFiltered ? presentLead(list) : undefined}
        actions={
          mayRecordContacts(me) && (
            <span className="desk-only">
              <LinkButton
                kind="primary"
                href={paths.logContact()}
                icon={<Plus size={17} aria-hidden />}
              >
                {app.nav.logContact}
              </LinkButton>
            </span>
          )
        }
      />
      {/* Its place is kept: what comes later must not push a row from under the pointer. */}
      <div className={isHead(me) ? "row work-tools with-select" : "row work-tools"}>
        <LinkButton
          href={paths.calendar({ staffId })}
          icon={<CalendarDays size={17} aria-hidden />}
        >
          {app.nav.calendar}
        </LinkButton>
        <Suspense fallback={null}>
          <WorkTools
            search={search}
            isFiltering={isFiltering}
            onFilter={() => setAsked(!isFiltering)}
          />
        </Suspense>
      </div>
      {list === undefined ? (
        query.isError ? (
          <Failed
            error={query.error}
            onRetry={() => void query.refetch()}
            isRetrying={query.isFetching}
          />
        ) : (
          <section className="card">
            <Skeleton kind="rows" count={6} />
          </section>
        )
      ) : (
        <>
          {query.isError && <StaleNote list={list} onRetry={() => void query.refetch()} />}
          {list.recalculating && <p className="muted small">{app.recalculating}</p>}
          <SummaryCounts
            label={words.counts}
            counts={presentCounts(list)}
            selected={bucket}
            onSelect={(id) => go({ bucket: isBucket(id) ? id : undefined })}
          />
          <section className="card" aria-label={words.title}>
            {isFiltering && (
              <Suspense fallback={null}>
                <WorkFilters search={search} />
              </Suspense>
            )}
            <DataTable
              caption={words.list}
              columns={COLUMNS.filter(({ id }) => ALWAYS.has(id) || shown.has(id))}
              groups={presentGroups(list, bucket)}
              rowKey={(view) => view.row.id}
              rowState={(view) => view.state}
              isStale={isStale}
              headingLevel={2}
              empty={
                <Suspense fallback={null}>
                  <NoRows list={list} search={search} />
                </Suspense>
              }
            />
            {bucket === undefined && list.more > 0 && (
              <p className="card-body muted small">{words.more(list.more)}</p>
            )}
          </section>
        </>
      )}
      {staffId === undefined && mayHaveCases(me) && (
        <Suspense fallback={null}>
          <HandoversToRead />
        </Suspense>
      )}
      <Drafts />
    </div>
  );
}

function Failed({
  error,
  onRetry,
  isRetrying,
}: {
  error: unknown;
  onRetry: () => void;
  isRetrying: boolean;
}) {
  const failure = failureOf(error);
  return (
    <section className="card">
      <Suspense fallback={null}>
        <ErrorPanel
          title={words.failed}
          onRetry={onRetry}
          isRetrying={isRetrying}
          reference={referenceOf(failure)}
        >
          {failureText(failure)}
        </ErrorPanel>
      </Suspense>
    </section>
  );
}

/** The last list stays in sight, marked as what it is. */
function StaleNote({ list, onRetry }: { list: WorkList; onRetry: () => void }) {
  const me = useMe();
  return (
    <p role="status" className="stale-note row">
      {app.asOf(dates.time(list.checkedAt, me.agency.timeZone))}
      <button type="button" className="btn btn-small" onClick={onRetry}>
        {app.tryAgain}
      </button>
    </p>
  );
}
