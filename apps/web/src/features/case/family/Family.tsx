import { useState } from "react";
import { getRouteApi } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DataTable, type Column } from "@kinward/ui/DataTable";
import { Empty } from "@kinward/ui/Empty";
import { LinkButton } from "@kinward/ui/LinkButton";
import { PageHeader } from "@kinward/ui/PageHeader";
import { PersonName } from "@kinward/ui/PersonName";
import { Tag } from "@kinward/ui/Tag";
import type { CaseId, PersonId, PlainDate } from "@kinward/domain/kernel";
import type { FamilyView } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { api } from "../../../api/client.ts";
import { asId } from "../../../app/ids.ts";
import { useMe } from "../../../app/me.ts";
import { paths } from "../../../app/paths.ts";
import { familyWords as words } from "../../../messages/en/family.ts";
import { useCaseHeader } from "../../shared/case/queries.ts";
import { Part } from "../../shared/Part.tsx";
import { AsOf } from "./AsOf.tsx";
import { DrawingPanel } from "./DrawingPanel.tsx";
import { Households } from "./Households.tsx";
import { Legend } from "./Legend.tsx";
import {
  changeDays,
  changesText,
  type FamilyDay,
  kinWords,
  type ListRow,
  presentDay,
  presentList,
} from "./present.ts";

const route = getRouteApi("/app/cases/$caseId/family");

/** The family: a drawing of any day with its list, and where everyone lived over time. */
export default function Family() {
  const caseId = asId<CaseId>(route.useParams().caseId);
  const family = useQuery(api.family.show.queryOptions({ caseId }));
  return (
    <div className="page stack">
      <PageHeader
        level={2}
        title={words.title}
        lead={words.lead}
        actions={<LinkButton href={paths.casePeople(caseId)}>{words.toPeople}</LinkButton>}
      />
      <Part query={family} count={8}>
        {(data) =>
          data.people.length === 0 ? (
            <Empty kind="start" title={words.empty} />
          ) : (
            <Shown caseId={caseId} family={data} />
          )
        }
      </Part>
    </div>
  );
}

function Shown({ caseId, family }: { caseId: CaseId; family: FamilyView }) {
  const today = useMe().today as PlainDate;
  const [day, setDay] = useState(today);
  const [chosen, setChosen] = useState<PersonId>();
  const shown = presentDay(family, day, today);
  const kin = chosen === undefined ? undefined : kinWords(family, chosen, day);
  return (
    <>
      <Card label={words.title} flush>
        <div className="card-body stack">
          <a className="skip-inline" href="#family-list">
            {words.skip}
          </a>
          <AsOf
            from={family.from}
            today={today}
            value={day}
            changes={changeDays(family, today)}
            what={changesText(family, day)}
            onChange={setDay}
          />
          <DrawingPanel
            family={family}
            shown={shown}
            kin={kin}
            chosen={chosen}
            onChoose={(id) => setChosen(id === chosen ? undefined : id)}
          />
          <Chosen
            caseId={caseId}
            family={family}
            chosen={chosen}
            kin={kin}
            onClear={() => setChosen(undefined)}
          />
          <Legend shown={shown} />
        </div>
      </Card>
      <section id="family-list" tabIndex={-1}>
        <FamilyTable family={family} shown={shown} today={today} />
      </section>
      <Households family={family} today={today} />
    </>
  );
}

interface ChosenProps {
  caseId: CaseId;
  family: FamilyView;
  chosen: PersonId | undefined;
  kin: ReadonlyMap<string, string> | undefined;
  onClear: () => void;
}

/** The family from the side of one person, in words. */
function Chosen({ caseId, family, chosen, kin, onClear }: ChosenProps) {
  const header = useCaseHeader(caseId).data;
  const person = family.people.find((one) => one.personId === chosen);
  if (person === undefined || kin === undefined)
    return <p className="muted small">{words.chosen.hint}</p>;
  return (
    <section className="kin-chosen stack-small" aria-live="polite">
      <h3>{words.chosen.title(person.name)}</h3>
      {kin.size === 0 ? (
        <p className="muted">{words.chosen.none}</p>
      ) : (
        <ul className="kin-ties">
          {family.people.flatMap(({ personId, name }) => {
            const word = kin.get(personId);
            return word === undefined ? [] : <li key={personId}>{`${word}: ${name}`}</li>;
          })}
        </ul>
      )}
      <div className="row">
        <Button size="small" onPress={onClear}>
          {words.chosen.clear}
        </Button>
        <LinkButton size="small" href={paths.casePeople(caseId)}>
          {words.chosen.people}
        </LinkButton>
        {header?.can.recordMove && (
          <LinkButton size="small" href={paths.caseMove(caseId, person.personId)}>
            {words.chosen.move}
          </LinkButton>
        )}
      </div>
    </section>
  );
}

interface FamilyTableProps {
  family: FamilyView;
  shown: FamilyDay;
  today: string;
}

function FamilyTable({ family, shown, today }: FamilyTableProps) {
  const { columns: heads } = words.list;
  const columns: readonly Column<ListRow>[] = [
    {
      id: "name",
      header: heads.name,
      isRowHeader: true,
      cell: (row) => <PersonName name={row.name} detail={row.detail} showInitials />,
    },
    { id: "age", header: heads.age, fit: true, cell: (row) => row.age },
    {
      id: "where",
      header: heads.where,
      card: "plain",
      cell: (row) => (
        <div className="stack-small">
          <span>{row.where}</span>
          {row.isUnconfirmed && <Tag wrap>{words.place.unconfirmed}</Tag>}
        </div>
      ),
    },
    { id: "since", header: heads.since, fit: true, cell: (row) => row.since },
    {
      id: "ties",
      header: heads.ties,
      card: "plain",
      cell: (row) =>
        row.ties.length === 0 ? (
          <span className="muted">{words.list.noTies}</span>
        ) : (
          <ul className="small">
            {row.ties.map((tie) => (
              <li key={tie}>{tie}</li>
            ))}
          </ul>
        ),
    },
  ];
  const title = words.list.title(dates.date(shown.day, { today, style: "weekday" }));
  return (
    <Card title={title} flush>
      <DataTable
        caption={title}
        columns={columns}
        rowKey={(row) => row.id}
        rows={presentList(family, shown, today)}
      />
    </Card>
  );
}
