import { getRouteApi, useRouter } from "@tanstack/react-router";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Card } from "@kinward/ui/Card";
import { Empty } from "@kinward/ui/Empty";
import { LinkButton } from "@kinward/ui/LinkButton";
import { PageHeader } from "@kinward/ui/PageHeader";
import type { CaseId } from "@kinward/domain/kernel";
import { HISTORY_KINDS } from "@kinward/domain/views";
import { api, trpcClient } from "../../../api/client.ts";
import { asId } from "../../../app/ids.ts";
import { useMe } from "../../../app/me.ts";
import { paths } from "../../../app/paths.ts";
import { trail } from "../../../messages/en/trail.ts";
import { useCaseHeader } from "../../shared/case/queries.ts";
import { Part } from "../../shared/Part.tsx";
import SaveAsFile from "../../shared/views/SaveAsFile.tsx";
import { historyFilter } from "./filter.ts";
import { HistoryDays } from "./HistoryDays.tsx";
import { presentHistory } from "./present.ts";
import { isFiltered, named, type Refined, TrailFilters } from "./TrailFilters.tsx";
import { TrailPages } from "./TrailPages.tsx";

const words = trail.history;
const route = getRouteApi("/app/cases/$caseId/history");

/** Who did what, in sentences, newest first; what is looked for stands in the address. */
export default function History() {
  const caseId = asId<CaseId>(route.useParams().caseId);
  const search = route.useSearch();
  const { page = 1 } = search;
  const router = useRouter();
  const me = useMe();
  const { data: header } = useCaseHeader(caseId);
  const filter = historyFilter(search);
  const history = useQuery({
    ...api.cases.history.queryOptions({ caseId, page, filter }),
    placeholderData: keepPreviousData,
  });
  const { data: options } = useQuery(api.history.filters.queryOptions({ caseId }));
  const go = (next: Refined, replace = false) =>
    router.history[replace ? "replace" : "push"](paths.caseHistory(caseId, next));
  return (
    <div className="page page-narrow">
      <PageHeader
        level={2}
        title={words.title}
        lead={words.lead}
        actions={
          <>
            {header?.can.seeAccess && (
              <LinkButton size="small" href={paths.caseAccess(caseId)}>
                {words.access}
              </LinkButton>
            )}
            <LinkButton size="small" href={paths.caseAsKnown(caseId)}>
              {words.asKnown}
            </LinkButton>
            <SaveAsFile
              size="small"
              load={(format) => trpcClient.history.export.query({ caseId, filter, format })}
            />
          </>
        }
      />
      <Card flush>
        <TrailFilters
          search={search}
          kinds={HISTORY_KINDS.map((id) => ({ id, label: words.kinds[id] }))}
          people={named(options?.people)}
          staff={named(options?.staff)}
          today={me.today}
          onChange={go}
        />
        <Part query={history}>
          {({ entries, more }) =>
            entries.length === 0 && (page > 1 || isFiltered(search)) ? (
              <Empty kind="noMatch" title={words.noMatch} onClear={() => go({})} />
            ) : entries.length === 0 ? (
              <Empty kind="start" title={words.empty} />
            ) : (
              <div
                className={history.isPlaceholderData ? "table-stale" : undefined}
                aria-busy={history.isPlaceholderData}
              >
                <HistoryDays days={presentHistory(entries, me)} />
                <TrailPages
                  label={words.title}
                  page={page}
                  more={more}
                  onTurn={(to) => go({ ...search, page: to })}
                />
              </div>
            )
          }
        </Part>
      </Card>
    </div>
  );
}
