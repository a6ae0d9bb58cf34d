import { getRouteApi, useRouter } from "@tanstack/react-router";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Card } from "@kinward/ui/Card";
import { Empty } from "@kinward/ui/Empty";
import { LinkButton } from "@kinward/ui/LinkButton";
import { PageHeader } from "@kinward/ui/PageHeader";
import { Pagination } from "@kinward/ui/Pagination";
import type { CaseId } from "@kinward/domain/kernel";
import { api } from "../../api/client.ts";
import { asId } from "../../app/ids.ts";
import { useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { casePages } from "../../messages/en/case-pages.ts";
import { Part } from "../shared/Part.tsx";
import { presentHistory } from "./history.ts";

const words = casePages.history;
const route = getRouteApi("/app/cases/$caseId/history");

/** Who did what, in sentences, newest first. */
export default function History() {
  const caseId = asId<CaseId>(route.useParams().caseId);
  const { page = 1 } = route.useSearch();
  const router = useRouter();
  const me = useMe();
  const history = useQuery({
    ...api.cases.history.queryOptions({ caseId, page }),
    placeholderData: keepPreviousData,
  });
  const go = (to: number) =>
    router.history.push(
      to === 1 ? paths.caseHistory(caseId) : `${paths.caseHistory(caseId)}?page=${to}`,
    );
  return (
    <div className="page page-narrow">
      <PageHeader
        level={2}
        title={words.title}
        lead={words.lead}
        actions={
          <LinkButton size="small" href={paths.caseAsKnown(caseId)}>
            {words.asKnown}
          </LinkButton>
        }
      />
      <Card flush>
        <Part query={history}>
          {({ entries, more }) =>
            entries.length === 0 && page === 1 ? (
              <Empty kind="start" title={words.empty} />
            ) : (
              <>
                {presentHistory(entries, me).map((day) => (
                  <section key={day.date} aria-label={day.label}>
                    <h3 className="history-day">{day.label}</h3>
                    <ol>
                      {day.entries.map((entry) => (
                        <li key={entry.id} className="history-entry">
                          <span className="strong">{entry.sentence}</span>
                          <span className="muted small">
                            {entry.time}, {entry.by}
                          </span>
                          {entry.received !== undefined && (
                            <span className="muted small">{entry.received}</span>
                          )}
                          {entry.reason !== undefined && (
                            <span className="pre">{entry.reason}</span>
                          )}
                          {entry.changes.length > 0 && (
                            <details>
                              <summary>{words.changes(entry.changes.length)}</summary>
                              <table className="changes">
                                <thead>
                                  <tr>
                                    <th scope="col">{words.columns.field}</th>
                                    <th scope="col">{words.columns.before}</th>
                                    <th scope="col">{words.columns.after}</th>
                                  </tr>
                                </thead>
                                <tbody>
                                  {entry.changes.map((change) => (
                                    <tr key={change.field}>
                                      <th scope="row">{change.label}</th>
                                      <td>{change.before}</td>
                                      <td>{change.after}</td>
                                    </tr>
                                  ))}
                                </tbody>
                              </table>
                            </details>
                          )}
                        </li>
                      ))}
                    </ol>
                  </section>
                ))}
                {(more || page > 1) && (
                  <Pagination
                    label={words.title}
                    from={page}
                    to={page}
                    onPrevious={page > 1 ? () => go(page - 1) : undefined}
                    onNext={more ? () => go(page + 1) : undefined}
                  />
                )}
              </>
            )
          }
        </Part>
      </Card>
    </div>
  );
}
