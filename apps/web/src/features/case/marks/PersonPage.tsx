import { getRouteApi } from "@tanstack/react-router";
import { Card } from "@kinward/ui/Card";
import { LinkButton } from "@kinward/ui/LinkButton";
import { PageHeader } from "@kinward/ui/PageHeader";
import { UiLink } from "@kinward/ui/UiLink";
import type { CaseId, PersonId } from "@kinward/domain/kernel";
import type { CaseMarks, CaseOverview } from "@kinward/domain/views";
import { asId } from "../../../app/ids.ts";
import { useMe } from "../../../app/me.ts";
import { paths } from "../../../app/paths.ts";
import { marks as words } from "../../../messages/en/marks.ts";
import { useOverview } from "../../shared/case/queries.ts";
import { Part } from "../../shared/Part.tsx";
import { MergedPerson } from "../MergedPerson.tsx";
import { personDetail } from "../present-people.ts";
import { FactList } from "./FactList.tsx";
import { MajorityCard } from "./MajorityCard.tsx";
import { MarkCard } from "./MarkCard.tsx";
import { OwedCard } from "./OwedCard.tsx";
import { factsAbout } from "./present.ts";
import { useMarks } from "./queries.ts";
import { useReader } from "./use-reader.ts";
import { WhoCard } from "./WhoCard.tsx";

const route = getRouteApi("/app/cases/$caseId/people/$personId");

/** Everything that is recorded about one person in one case. */
export default function PersonPage() {
  const { caseId, personId } = route.useParams();
  const overview = useOverview(asId<CaseId>(caseId));
  const marks = useMarks(asId<CaseId>(caseId));
  return (
    <div className="page">
      <Part query={overview} skeleton="cards">
        {(data) => (
          <Part query={marks} skeleton="cards">
            {(recorded) => (
              <Loaded personId={personId as PersonId} overview={data} recorded={recorded} />
            )}
          </Part>
        )}
      </Part>
    </div>
  );
}

interface LoadedProps {
  personId: PersonId;
  overview: CaseOverview;
  recorded: CaseMarks;
}

function Loaded({ personId, overview, recorded }: LoadedProps) {
  const { header, people } = overview;
  const { today } = useMe();
  const reader = useReader(people, recorded, personId);
  // Someone may have left and come back.
  const person = people.findLast((one) => one.personId === personId);
  if (person === undefined)
    return (
      <MergedPerson
        caseId={header.caseId}
        personId={personId}
        pageOf={(id) => paths.casePerson(header.caseId, id)}
      />
    );
  const seen = { caseId: header.caseId, revision: recorded.revision };
  const living = factsAbout(recorded, "LIVING", personId);
  const card = { data: recorded, seen, person, people, reader };
  return (
    <>
      <PageHeader
        level={2}
        title={person.name}
        lead={personDetail(person, today)}
        actions={
          header.can.recordMove && (
            <LinkButton href={paths.caseMove(header.caseId, personId)}>
              {words.person.move}
            </LinkButton>
          )
        }
      />
      <p>
        <UiLink href={paths.casePeople(header.caseId)}>{words.person.back}</UiLink>
      </p>
      <div className="cols">
        <div className="stack">
          <MarkCard {...card} kind="BASIS" mayRecord />
          {person.role === "CHILD" && <MarkCard {...card} kind="PURPOSE" mayRecord />}
          {(person.role === "PARENT" || person.role === "CHILD") && (
            <MarkCard {...card} kind="RIGHTS" mayRecord={person.role === "PARENT"} />
          )}
          <MarkCard {...card} kind="RELATIONSHIP" mayRecord />
          <MarkCard {...card} kind="FREQUENCY" mayRecord />
        </div>
        <div className="stack">
          <WhoCard caseId={header.caseId} person={person} recorded={recorded} reader={reader} />
          <OwedCard overview={overview} personId={personId} />
          <Card title={words.cards.LIVING} flush={living.length > 0}>
            {living.length === 0 ? (
              <p className="muted">{words.empty.LIVING}</p>
            ) : (
              <FactList facts={living} reader={reader} />
            )}
          </Card>
          {person.role === "CHILD" && (
            <MajorityCard person={person} seen={seen} mayChange={recorded.can.marks} />
          )}
        </div>
      </div>
    </>
  );
}
