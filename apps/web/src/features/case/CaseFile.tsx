import { lazy, Suspense, useState } from "react";
import { getRouteApi, Outlet, useRouterState } from "@tanstack/react-router";
import { Plus, Printer, UserPlus } from "lucide-react";
import { Button } from "@kinward/ui/Button";
import { LinkButton } from "@kinward/ui/LinkButton";
import { RecordHeader } from "@kinward/ui/RecordHeader";
import { Skeleton } from "@kinward/ui/Skeleton";
import { Tabs } from "@kinward/ui/Tabs";
import { Tag } from "@kinward/ui/Tag";
import type { CaseId } from "@kinward/domain/kernel";
import type { CaseHeader } from "@kinward/domain/views";
import { failureOf } from "../../api/failure.ts";
import { asId } from "../../app/ids.ts";
import { useMe } from "../../app/me.ts";
import { NoAccess } from "../../app/NoAccess.tsx";
import { paths } from "../../app/paths.ts";
import { app } from "../../messages/en/app.ts";
import { caseWords as words } from "../../messages/en/case.ts";
import { useCaseHeader } from "../shared/case/queries.ts";
import { Part } from "../shared/Part.tsx";
import { caseTitle, languagesOf, presentFacts, presentTabs } from "./present.ts";

const AskReason = lazy(() =>
  import("./OpenWithReason.tsx").then((part) => ({ default: part.AskReason })),
);
const AssignCoordinator = lazy(() => import("../shared/coordinator/AssignCoordinator.tsx"));
const route = getRouteApi("/app/cases/$caseId");

/** The head of a case and the page below it. */
export default function CaseFile() {
  const caseId = asId<CaseId>(route.useParams().caseId);
  const header = useCaseHeader(caseId);
  const failure =
    header.isError && header.data === undefined ? failureOf(header.error).kind : undefined;
  if (failure === "NOT_FOUND" || failure === "INVALID") return <NoAccess />;
  if (failure === "REASON_NEEDED")
    return (
      <Suspense fallback={<Skeleton kind="text" />}>
        <AskReason caseId={caseId} />
      </Suspense>
    );
  return (
    <>
      {header.data ? (
        <Head header={header.data} />
      ) : (
        <div className="page">
          <Part query={header} skeleton="text" count={2}>
            {() => null}
          </Part>
        </div>
      )}
      {header.data && (
        <Suspense
          fallback={
            <div className="page">
              <Skeleton kind="rows" />
            </div>
          }
        >
          <Outlet />
        </Suspense>
      )}
    </>
  );
}

function Head({ header }: { header: CaseHeader }) {
  const me = useMe();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const [assigning, setAssigning] = useState(false);
  const { episode, can } = header;
  return (
    <>
      <RecordHeader
        title={caseTitle(header)}
        tags={
          <>
            <Tag>{header.caseNumber}</Tag>
            {header.tags.map((tag) => (
              <Tag key={tag} strong>
                {words.tags[tag]}
              </Tag>
            ))}
            {header.interpreterLanguages.length > 0 && (
              <Tag>{words.interpreter(languagesOf(header.interpreterLanguages))}</Tag>
            )}
          </>
        }
        facts={presentFacts(header, me.today)}
        actions={
          <>
            {can.assignCoordinator && episode && (
              <Button
                size="small"
                icon={<UserPlus size={15} aria-hidden />}
                onPress={() => setAssigning(true)}
              >
                {words.assignCoordinator}
              </Button>
            )}
            <LinkButton
              size="small"
              href={paths.casePrint(header.caseId)}
              icon={<Printer size={15} aria-hidden />}
            >
              {words.print}
            </LinkButton>
            {can.recordContact && (
              <LinkButton
                kind="primary"
                size="small"
                href={paths.logContact({ caseId: header.caseId })}
                icon={<Plus size={15} aria-hidden />}
              >
                {app.nav.logContact}
              </LinkButton>
            )}
          </>
        }
        tabs={<Tabs label={words.tabs.label} items={presentTabs(header.caseId, pathname)} />}
      />
      <Suspense fallback={null}>
        {assigning && episode && (
          <AssignCoordinator
            episodeId={episode.episodeId}
            familyName={header.familyName}
            present={episode.coordinator?.name}
            languages={header.interpreterLanguages}
            onClose={() => setAssigning(false)}
          />
        )}
      </Suspense>
    </>
  );
}
