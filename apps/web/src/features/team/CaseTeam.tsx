import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Banner } from "@kinward/ui/Banner";
import { Card } from "@kinward/ui/Card";
import { DataTable, type Column } from "@kinward/ui/DataTable";
import { DateText } from "@kinward/ui/DateText";
import { LinkButton } from "@kinward/ui/LinkButton";
import { PageHeader } from "@kinward/ui/PageHeader";
import { coordinatorKey } from "@kinward/domain/contacts";
import type { CaseId, EpisodeId } from "@kinward/domain/kernel";
import type { CaseTeamView, TeamTermView } from "@kinward/domain/views";
import { labels } from "@kinward/wording/en/labels";
import { api } from "../../api/client.ts";
import { asId } from "../../app/ids.ts";
import { useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { team } from "../../messages/en/team.ts";
import { WhyExpected } from "../shared/explain/WhyExpected.tsx";
import { Part } from "../shared/Part.tsx";
import { Handovers } from "./Handovers.tsx";
import { presentTerms, termRole } from "./present.ts";
import "./team.css";

const words = team.page;
const route = getRouteApi("/app/cases/$caseId/team");

const COLUMNS: readonly Column<TeamTermView>[] = [
  {
    id: "name",
    header: words.columns.name,
    isRowHeader: true,
    cell: (term) => (
      <>
        {term.name}
        {term.organizationName !== undefined && (
          <span className="muted small"> {term.organizationName}</span>
        )}
      </>
    ),
  },
  {
    id: "role",
    header: words.columns.role,
    card: "plain",
    cell: (term) => (
      <>
        {termRole(term)}
        {term.serviceType !== undefined && (
          <span className="muted small"> {labels.serviceType[term.serviceType]}</span>
        )}
      </>
    ),
  },
  {
    id: "from",
    header: words.columns.from,
    fit: true,
    cell: (term) => <DateText date={term.from} style="day" />,
  },
  {
    id: "to",
    header: words.columns.to,
    fit: true,
    cell: (term) =>
      term.to === undefined ? (
        <span className="muted">{words.open}</span>
      ) : (
        <DateText date={term.to} style="day" />
      ),
  },
];

/** Who has a case: worker, supervisor, care coordinator and cover, each from when to when, and how it changed hands. */
export default function CaseTeam() {
  const caseId = asId<CaseId>(route.useParams().caseId);
  const query = useQuery(api.team.ofCase.queryOptions({ caseId }));
  return (
    <div className="page">
      <Part query={query}>{(data) => <Loaded data={data} />}</Part>
    </div>
  );
}

function Loaded({ data }: { data: CaseTeamView }) {
  const { today } = useMe();
  const { caseId, can, episode } = data;
  const groups = presentTerms(data.terms, today);
  const why = (episodeId: EpisodeId) => (
    <WhyExpected
      caseId={caseId}
      expectation={coordinatorKey(episodeId)}
      about={words.coordinator}
    />
  );
  // Safety plan services owe what Topic 6 does not say.
  const isAssigned =
    episode?.serviceType === "FSRP" && !data.coordinatorMissing.includes(episode.episodeId);
  const hasWorker = groups[0]?.rows.some((term) => term.role === "CASEWORKER");
  return (
    <>
      <PageHeader
        level={2}
        title={words.title}
        lead={words.lead}
        actions={
          <>
            {can.reassignWorker && (
              <LinkButton href={paths.caseHandOver(caseId, "worker")}>
                {words.reassignWorker}
              </LinkButton>
            )}
            {can.reassignCoordinator && episode && (
              <LinkButton href={paths.caseHandOver(caseId, "coordinator")}>
                {words.reassignCoordinator}
              </LinkButton>
            )}
          </>
        }
      />
      {data.coordinatorMissing.map((missing) => (
        <Banner key={missing} kind="info" action={why(missing)}>
          {words.missing}
        </Banner>
      ))}
      {hasWorker !== true && <Banner kind="info">{words.noWorker}</Banner>}
      {isAssigned && (
        <p className="row muted small">
          {words.oneCoordinator} {why(episode.episodeId)}
        </p>
      )}
      <Card flush label={words.title}>
        <DataTable
          caption={words.title}
          columns={COLUMNS}
          groups={groups}
          rowKey={(term) => term.id}
        />
      </Card>
      <Handovers handovers={data.handovers} />
    </>
  );
}
