import { getRouteApi } from "@tanstack/react-router";
import { Card } from "@kinward/ui/Card";
import { DataTable, type Column } from "@kinward/ui/DataTable";
import { DateText } from "@kinward/ui/DateText";
import { LinkButton } from "@kinward/ui/LinkButton";
import { PageHeader } from "@kinward/ui/PageHeader";
import { PersonName } from "@kinward/ui/PersonName";
import { Tag } from "@kinward/ui/Tag";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
import type { CaseId } from "@kinward/domain/kernel";
import type { CaseHeader, PersonView } from "@kinward/domain/views";
import { asId } from "../../app/ids.ts";
import { useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { caseWords } from "../../messages/en/case.ts";
import { familyWords } from "../../messages/en/family.ts";
import { useOverview } from "../shared/case/queries.ts";
import { Part } from "../shared/Part.tsx";
import { basisText, livingText, personDetail } from "./present.ts";

const words = caseWords.people;
const route = getRouteApi("/app/cases/$caseId/people");

/** Everyone in the case: role and basis, where they live and lived, when they were seen. */
export default function People() {
  const caseId = asId<CaseId>(route.useParams().caseId);
  const overview = useOverview(caseId);
  return (
    <div className="page">
      <PageHeader
        level={2}
        title={words.title}
        lead={words.lead}
        actions={<LinkButton href={paths.caseFamily(caseId)}>{familyWords.open}</LinkButton>}
      />
      <Card flush>
        <Part query={overview}>
          {(data) => <Roster people={data.people} header={data.header} />}
        </Part>
      </Card>
    </div>
  );
}

function Roster({ people, header }: { people: readonly PersonView[]; header: CaseHeader }) {
  const { today } = useMe();
  const isGone = (person: PersonView) => person.memberTo !== undefined && person.memberTo < today;
  const columns: readonly Column<PersonView>[] = [
    {
      id: "name",
      header: words.columns.name,
      isRowHeader: true,
      cell: (person) => (
        <PersonName name={person.name} detail={personDetail(person, today)} showInitials />
      ),
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
          {person.purpose && <li className="muted small">{labels.purpose[person.purpose]}</li>}
          {person.continuesPastMajority && <li className="muted small">{words.majority}</li>}
        </ul>
      ),
    },
    {
      id: "lives",
      header: words.columns.lives,
      card: "plain",
      cell: (person) => <Living person={person} today={today} />,
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
    { id: "member", header: words.columns.member, cell: (person) => membership(person, today) },
    ...(header.can.recordMove
      ? [
          {
            id: "action",
            header: words.columns.action,
            hideHeader: true,
            align: "end" as const,
            fit: true,
            cell: (person: PersonView) => (
              <LinkButton
                size="small"
                aria-label={words.moveOf(person.name)}
                href={paths.caseMove(header.caseId, person.personId)}
              >
                {words.move}
              </LinkButton>
            ),
          },
        ]
      : []),
  ];
  const gone = people.filter(isGone);
  return (
    <DataTable
      caption={words.title}
      columns={columns}
      rowKey={(person) => person.personId}
      groups={
        gone.length === 0
          ? [{ id: "here", rows: people }]
          : [
              { id: "here", label: words.here, rows: people.filter((person) => !isGone(person)) },
              { id: "gone", label: words.gone, rows: gone },
            ]
      }
    />
  );
}

function Living({ person, today }: { person: PersonView; today: string }) {
  const { living, livingHistory } = person;
  const before = livingHistory.filter(
    (past) => past.from !== living?.from || past.setting !== living?.setting,
  );
  return (
    <div className="stack-small">
      <span>{living === undefined ? labels.setting.UNKNOWN : livingText(living, today)}</span>
      {living?.address !== undefined && <span className="muted small">{living.address}</span>}
      {living !== undefined && !living.confirmed && <Tag wrap>{words.unconfirmed}</Tag>}
      {before.length > 0 && (
        <details>
          <summary>{words.history}</summary>
          <ul className="muted small">
            {before.map((past) => (
              <li key={`${past.setting} ${past.from ?? ""}`}>{livingText(past, today)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function membership(person: PersonView, today: string): string {
  const from =
    person.memberFrom === undefined
      ? words.fromStart
      : words.since(dates.date(person.memberFrom, { today, style: "day" }));
  return person.memberTo === undefined
    ? from
    : `${from}, ${words.left(dates.date(person.memberTo, { today, style: "day" }))}`;
}
