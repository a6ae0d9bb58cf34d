import { lazy, Suspense, useState } from "react";
import { getRouteApi } from "@tanstack/react-router";
import { Banner } from "@kinward/ui/Banner";
import { Button } from "@kinward/ui/Button";
import { LinkButton } from "@kinward/ui/LinkButton";
import { Skeleton } from "@kinward/ui/Skeleton";
import { StopBanner } from "@kinward/ui/StopBanner";
import { UiLink } from "@kinward/ui/UiLink";
import { warningText } from "@kinward/wording";
import { codes } from "@kinward/wording/en/codes";
import type { CaseId } from "@kinward/domain/kernel";
import type { CaseOverview } from "@kinward/domain/views";
import { asId } from "../../app/ids.ts";
import { useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { app } from "../../messages/en/app.ts";
import { caseWords } from "../../messages/en/case.ts";
import { shared } from "../../messages/en/shared.ts";
import { useOverview } from "../shared/case/queries.ts";
import { Part } from "../shared/Part.tsx";
import { CoverageCard } from "./CoverageCard.tsx";
import { NowCard } from "./NowCard.tsx";
import { TimelineCard } from "./TimelineCard.tsx";
import { presentStop } from "./present.ts";

// What is drawn and what is in force may come after what is due.
const MoreCards = lazy(() => import("./MoreCards.tsx"));
const RecordWhy = lazy(() => import("../shared/why/RecordWhy.tsx"));
const route = getRouteApi("/app/cases/$caseId/");

/** One look at a case: what is worst, who must be seen, what is open, what happened. */
export default function Overview() {
  const caseId = asId<CaseId>(route.useParams().caseId);
  const overview = useOverview(caseId);
  return (
    <div className="page">
      <Part query={overview} count={8}>
        {(data) => <Loaded overview={data} />}
      </Part>
    </div>
  );
}

function Loaded({ overview }: { overview: CaseOverview }) {
  const { header, people } = overview;
  return (
    <>
      <Stop overview={overview} />
      {header.warnings.length > 0 && (
        <Banner kind="info">
          <ul className="stack-small">
            {header.warnings.map((warning, at) => (
              <li key={`${warning.code}-${at}`}>
                {warningText(codes, named(warning, people))}{" "}
                {warning.code === "NO_FREQUENCY_SPECIFIED" && (
                  <UiLink href={paths.caseLevels(header.caseId)}>{caseWords.levels}</UiLink>
                )}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      <div className="cols">
        <div className="stack">
          <CoverageCard overview={overview} />
          <TimelineCard overview={overview} />
        </div>
        <div className="stack">
          <NowCard overview={overview} />
          <Suspense fallback={<Skeleton count={4} />}>
            <MoreCards overview={overview} />
          </Suspense>
        </div>
      </div>
    </>
  );
}

/** Warnings of the domain name people by id; here they get their names. */
const named = (
  warning: CaseOverview["header"]["warnings"][number],
  people: CaseOverview["people"],
) => {
  const of = warning.params?.["of"];
  const person = people.find((each) => each.personId === (Array.isArray(of) ? of[0] : of));
  return person === undefined
    ? warning
    : { ...warning, params: { ...warning.params, name: person.name } };
};

function Stop({ overview }: { overview: CaseOverview }) {
  const me = useMe();
  const [recording, setRecording] = useState(false);
  const stop = presentStop(overview, me.today);
  if (stop === undefined) return null;
  const { can, caseId } = overview.header;
  return (
    <StopBanner
      title={stop.title}
      actions={
        <>
          {can.recordContact && stop.duty.kind !== "TASK" && (
            <LinkButton kind="primary" href={paths.logContact({ caseId })}>
              {app.nav.logContact}
            </LinkButton>
          )}
          {can.recordWhy && (
            <Button onPress={() => setRecording(true)}>{shared.explain.recordWhy}</Button>
          )}
          <Suspense fallback={null}>
            {recording && (
              <RecordWhy
                caseId={caseId}
                episodeId={stop.duty.episodeId}
                keys={stop.keys}
                title={stop.title}
                onClose={() => setRecording(false)}
              />
            )}
          </Suspense>
        </>
      }
    >
      <p>{stop.text}</p>
      {stop.duty.note !== undefined && <p className="muted">{stop.duty.note}</p>}
    </StopBanner>
  );
}
