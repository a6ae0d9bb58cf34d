import { lazy, Suspense, useState } from "react";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { Ellipsis, UserPlus } from "lucide-react";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DataTable, type Column } from "@kinward/ui/DataTable";
import { DateText } from "@kinward/ui/DateText";
import { LinkButton } from "@kinward/ui/LinkButton";
import { Menu } from "@kinward/ui/Menu";
import { PageHeader } from "@kinward/ui/PageHeader";
import { PersonName } from "@kinward/ui/PersonName";
import { Tag } from "@kinward/ui/Tag";
import { labels } from "@kinward/wording/en/labels";
import type { CaseId } from "@kinward/domain/kernel";
import type { CaseHeader, PersonView } from "@kinward/domain/views";
import { asId } from "../../app/ids.ts";
import { useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { familyWords } from "../../messages/en/family.ts";
import { people as rosterWords } from "../../messages/en/people.ts";
import { useOverview } from "../shared/case/queries.ts";
import { Part } from "../shared/Part.tsx";
import { HouseholdCard } from "./people/HouseholdCard.tsx";
import type { Doing } from "./people/PersonDialogs.tsx";
import {
  isGone,
  isUnconfirmed,
  mayCorrectStay,
  personActs,
  type PersonAct,
  spanText,
  twiceText,
} from "./people/present.ts";
import { basisText, livingText, personDetail } from "./present-people.ts";

const AboutCards = lazy(() => import("./people/AboutCards.tsx"));
const PersonDialogs = lazy(() => import("./people/PersonDialogs.tsx"));
const words = rosterWords.roster;
const route = getRouteApi("/app/cases/$caseId/people");

/** Everyone in the case: role and basis, where they live and lived, when they were seen; and who came and went. */
export default function People() {
  const caseId = asId<CaseId>(route.useParams().caseId);
  const overview = useOverview(caseId);
  const header = overview.data?.header;
  return (
    <div className="page">
      <PageHeader
        level={2}
        title={words.title}
        lead={words.lead}
        actions={
          <>
            <LinkButton href={paths.caseFamily(caseId)}>{familyWords.open}</LinkButton>
            {header?.can.recordMove && (
              <LinkButton
                href={paths.caseAddPerson(caseId)}
                icon={<UserPlus size={16} aria-hidden />}
              >
                {rosterWords.add.open}
              </LinkButton>
            )}
          </>
        }
      />
      <Card flush>
        <Part query={overview}>
          {(data) => <Roster people={data.people} header={data.header} />}
        </Part>
      </Card>
      {header && <HouseholdCard header={header} />}
      <Suspense fallback={null}>
        <AboutCards caseId={caseId} />
      </Suspense>
    </div>
  );
}

function Roster({ people, header }: { people: readonly PersonView[]; header: CaseHeader }) {
  const { today } = useMe();
  const router = useRouter();
  const [doing, setDoing] = useState<Doing>();
  const act = (person: PersonView, id: PersonAct) => {
    const { caseId } = header;
    if (id === "move") router.history.push(paths.caseMove(caseId, person.personId));
    else if (id === "back")
      router.history.push(paths.caseAddPerson(caseId, { person: person.personId }));
    else setDoing({ person, act: id });
  };
  const columns = columnsOf({ header, today, act, correct: setDoing });
  const gone = people.filter((person) => isGone(person, today));
  return (
    <>
      <DataTable
        caption={words.title}
        columns={columns}
        rowKey={(person) => person.personId}
        groups={
          gone.length === 0
            ? [{ id: "here", rows: people }]
            : [
                {
                  id: "here",
                  label: words.here,
                  rows: people.filter((person) => !isGone(person, today)),
                },
                { id: "gone", label: words.gone, rows: gone },
              ]
        }
      />
      <Suspense fallback={null}>
        {doing && (
          <PersonDialogs doing={doing} header={header} onClose={() => setDoing(undefined)} />
        )}
      </Suspense>
    </>
  );
}

interface RosterActs {
  header: CaseHeader;
  today: string;
  act: (person: PersonView, id: PersonAct) => void;
  correct: (doing: Doing) => void;
}

function columnsOf({ header, today, act, correct }: RosterActs): readonly Column<PersonView>[] {
  return [
    {
      id: "name",
      header: words.columns.name,
      isRowHeader: true,
      cell: (person) => <Name person={person} today={today} caseId={header.caseId} />,
    },
    {
      id: "role",
      header: words.columns.role,
      card: "plain",
      cell: (person) => (
        <ul>
          {basisText(person, today).map((basis) => (
            <li key={basis}>{basis}</li>
          ))}
          {person.role === "CHILD" && person.bases.length === 0 && (
            <li className="muted">{rosterWords.basis.notStated}</li>
          )}
          {person.purpose && <li className="muted small">{labels.purpose[person.purpose]}</li>}
          {person.continuesPastMajority && <li className="muted small">{words.majority}</li>}
        </ul>
      ),
    },
    {
      id: "lives",
      header: words.columns.lives,
      card: "plain",
      cell: (person) => (
        <Living person={person} today={today} can={header.can} onCorrect={correct} />
      ),
    },
    {
      id: "seen",
      header: words.columns.seen,
      fit: true,
      cell: (person) =>
        person.lastSeenOn === undefined ? (
          <span className="muted">{words.neverSeen}</span>
        ) : (
          <DateText date={person.lastSeenOn} style="day" />
        ),
    },
    {
      id: "member",
      header: words.columns.member,
      cell: (person) => (
        <ul>
          {person.memberships.map((one) => (
            <li key={one.memberId}>{spanText(one, today)}</li>
          ))}
        </ul>
      ),
    },
    ...(header.can.recordMove || header.can.changeMembers
      ? [
          {
            id: "action",
            header: words.columns.action,
            hideHeader: true,
            align: "end" as const,
            fit: true,
            cell: (person: PersonView) => <Acts person={person} header={header} act={act} />,
          },
        ]
      : []),
  ];
}

/** Who it is, with what has to be known before anything else. */
function Name({ person, today, caseId }: { person: PersonView; today: string; caseId: CaseId }) {
  const twice = twiceText(person);
  return (
    <div className="stack-small">
      <PersonName
        name={person.name}
        detail={personDetail(person, today)}
        href={paths.casePerson(caseId, person.personId)}
        showInitials
      />
      {isUnconfirmed(person) && <Tag wrap>{words.unconfirmed}</Tag>}
      {twice !== undefined && (
        <Tag strong wrap>
          {twice}
        </Tag>
      )}
    </div>
  );
}

/** The first act as a button, the others behind it. */
function Acts({
  person,
  header,
  act,
}: Pick<RosterActs, "header" | "act"> & { person: PersonView }) {
  const { today } = useMe();
  const acts = personActs(person, header.can, today);
  const [first, ...others] = acts;
  if (first === undefined) return null;
  return (
    <div className="row row-tight">
      <Button
        size="small"
        aria-label={`${first.label}: ${person.name}`}
        onPress={() => act(person, first.id)}
      >
        {first.label}
      </Button>
      {others.length > 0 && (
        <Menu
          size="small"
          kind="quiet"
          iconOnly
          label={rosterWords.menu.label(person.name)}
          icon={<Ellipsis size={18} aria-hidden />}
          entries={others}
          onAction={(id) => act(person, id as PersonAct)}
        />
      )}
    </div>
  );
}

function Living({
  person,
  today,
  can,
  onCorrect,
}: {
  person: PersonView;
  today: string;
  can: CaseHeader["can"];
  onCorrect: RosterActs["correct"];
}) {
  const { living, livingHistory } = person;
  const correctable = livingHistory.some((stay) => mayCorrectStay(stay, can));
  return (
    <div className="stack-small">
      <span>{living === undefined ? labels.setting.UNKNOWN : livingText(living, today)}</span>
      {living?.address !== undefined && <span className="muted small">{living.address}</span>}
      {(livingHistory.length > 1 || correctable) && (
        <details>
          <summary>{words.history}</summary>
          <ul className="muted small">
            {livingHistory.map((stay) => (
              <li key={stay.stayId} className="row">
                {livingText(stay, today)}
                {mayCorrectStay(stay, can) && (
                  <Button
                    size="small"
                    kind="quiet"
                    aria-label={rosterWords.stay.correctOf(livingText(stay, today), person.name)}
                    onPress={() => onCorrect({ person, act: "stay", stayId: stay.stayId })}
                  >
                    {rosterWords.stay.correct}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
