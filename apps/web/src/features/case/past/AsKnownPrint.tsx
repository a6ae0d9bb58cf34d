import { getRouteApi } from "@tanstack/react-router";
import { skipToken, useQuery } from "@tanstack/react-query";
import { PrintPage } from "@kinward/ui/PrintPage";
import { UiLink } from "@kinward/ui/UiLink";
import { dates } from "@kinward/wording/en/dates";
import type { CaseId, PlainDate } from "@kinward/domain/kernel";
import { api } from "../../../api/client.ts";
import { failureOf } from "../../../api/failure.ts";
import { asId } from "../../../app/ids.ts";
import { useMe } from "../../../app/me.ts";
import { NoAccess } from "../../../app/NoAccess.tsx";
import { paths } from "../../../app/paths.ts";
import { past as words } from "../../../messages/en/past.ts";
import { Part } from "../../shared/Part.tsx";
import { caseTitle } from "../present.ts";
import { PastContent } from "./PastContent.tsx";
import { momentText, timeOf } from "./times.ts";

const route = getRouteApi("/app/cases/$caseId/as-known/print");

/** The earlier day on paper. */
export default function AsKnownPrint() {
  const caseId = asId<CaseId>(route.useParams().caseId);
  const { on, at: asked } = route.useSearch();
  const at = timeOf(asked ?? "");
  const me = useMe();
  const query = useQuery(
    api.history.asKnown.queryOptions(
      on === undefined ? skipToken : { caseId, on: on as PlainDate, ...(at && { at }) },
    ),
  );
  const isClosed =
    query.isError && ["NOT_FOUND", "REASON_NEEDED"].includes(failureOf(query.error).kind);
  if (on === undefined || isClosed) return <NoAccess />;
  return (
    <Part query={query} skeleton="text" count={12}>
      {(view) => (
        <PrintPage
          title={`${caseTitle(view.now.case)}. ${words.title(momentText(dates.date(view.on), view.at))}`}
          about={`${view.caseNumber}. ${dates.date(me.today, { style: "long" })}, ${me.name}`}
          tools={<UiLink href={paths.caseAsKnown(caseId, on, at)}>{words.back}</UiLink>}
        >
          <PastContent view={view} caseId={caseId} isPaper />
        </PrintPage>
      )}
    </Part>
  );
}
