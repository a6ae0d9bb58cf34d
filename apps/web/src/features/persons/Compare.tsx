import { useState } from "react";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { Banner } from "@kinward/ui/Banner";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DataTable, type Column } from "@kinward/ui/DataTable";
import { PageHeader } from "@kinward/ui/PageHeader";
import { Tag } from "@kinward/ui/Tag";
import type { PersonId } from "@kinward/domain/kernel";
import type { ComparedPerson, PersonComparison } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { labelOf } from "@kinward/wording";
import { labels } from "@kinward/wording/en/labels";
import { api } from "../../api/client.ts";
import { failureOf } from "../../api/failure.ts";
import { asId } from "../../app/ids.ts";
import { mayReviewPeople, useMe } from "../../app/me.ts";
import { NoAccess } from "../../app/NoAccess.tsx";
import { paths } from "../../app/paths.ts";
import { persons } from "../../messages/en/persons.ts";
import { Part } from "../shared/Part.tsx";
import { CasesOf } from "./CasesOf.tsx";
import { comparedFields, type ComparedField, conflictText } from "./comparison.ts";
import { MergeForm } from "./MergeForm.tsx";
import { NotSameDialog } from "./NotSameDialog.tsx";
import { ProposalBanner } from "./ProposalBanner.tsx";
import { ProposeMerge } from "./ProposeMerge.tsx";
import { nameOf } from "./present.ts";

const words = persons.compare;
const route = getRouteApi("/app/people/compare/$personId/$otherId");

/** Two records side by side, and what to do about them. */
export default function Compare() {
  const me = useMe();
  const { personId, otherId } = route.useParams();
  const query = useQuery({
    ...api.persons.compare.queryOptions({
      personId: asId<PersonId>(personId),
      otherId: asId<PersonId>(otherId),
    }),
    staleTime: 0,
  });
  const isClosed = query.isError && failureOf(query.error).kind === "NOT_FOUND";
  if (!mayReviewPeople(me) || isClosed) return <NoAccess />;
  return (
    <div className="page">
      <PageHeader title={words.title} lead={words.lead} />
      <Part query={query} skeleton="cards">
        {(comparison) => <Comparison comparison={comparison} />}
      </Part>
    </div>
  );
}

const letters = ["A", "B"] as const;

function Comparison({ comparison }: { comparison: PersonComparison }) {
  const { today, agency } = useMe();
  const router = useRouter();
  const [isAsking, ask] = useState(false);
  const { a, b, why, conflicts, distinct, proposal, mayDecide, mayPropose } = comparison;
  const mayMerge = comparison.mayMerge || proposal?.mayAnswer === true;
  const people = [a, b];
  return (
    <>
      {distinct && (
        <Banner kind="info">
          {words.distinct(
            distinct.by,
            dates.moment(distinct.at, agency.timeZone, { today }),
            distinct.reason,
          )}
        </Banner>
      )}
      {proposal && <ProposalBanner proposal={proposal} />}
      <Card
        title={people.map(nameOf).join(` ${persons.duplicates.and} `)}
        actions={why.map((each) => (
          <Tag key={each}>{persons.why[each]}</Tag>
        ))}
        flush
      >
        <DataTable
          caption={words.title}
          columns={columnsFor(people)}
          rows={comparedFields(comparison, today)}
          rowKey={(row) => row.id}
        />
      </Card>
      <div className="fields-2">
        {people.map((person, index) => (
          <Card
            key={person.personId}
            headingLevel={3}
            title={words.record(letters[index] ?? "", nameOf(person))}
          >
            <About person={person} />
          </Card>
        ))}
      </div>
      {conflicts.length > 0 && (
        <Card title={words.conflicts}>
          <div className="stack">
            <p>{words.conflictsLead}</p>
            <ul className="stack-small">
              {[...new Set(conflicts.map(conflictText))].map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        </Card>
      )}
      {mayMerge && conflicts.length === 0 && (
        <MergeForm
          comparison={comparison}
          onDone={() => router.history.push(paths.mergedPeople())}
        />
      )}
      {mayPropose && <ProposeMerge a={a} b={b} />}
      {!mayMerge && !mayPropose && proposal === undefined && (
        <p className="muted">{words.readOnly}</p>
      )}
      {mayDecide && (
        <div>
          <Button onPress={() => ask(true)}>
            {distinct === undefined ? persons.notSame.open : persons.maybeSame.open}
          </Button>
        </div>
      )}
      {isAsking && (
        <NotSameDialog
          a={a}
          b={b}
          isTakenBack={distinct !== undefined}
          onClose={() => ask(false)}
          onDone={() => router.history.push(paths.duplicates())}
        />
      )}
    </>
  );
}

const columnsFor = (people: readonly ComparedPerson[]): readonly Column<ComparedField>[] => [
  {
    id: "what",
    header: words.what,
    isRowHeader: true,
    cell: (row) => (
      <span className="row">
        {row.label}
        {row.state === "DIFFERS" && <Tag strong>{words.differs}</Tag>}
      </span>
    ),
  },
  ...people.map((person, index): Column<ComparedField> => ({
    id: person.personId,
    header: words.record(letters[index] ?? "", nameOf(person)),
    cell: (row) => {
      const value = row.values[index];
      if (value !== undefined)
        return <span className={row.state === "DIFFERS" ? "strong" : undefined}>{value}</span>;
      return <span className="muted">{person.ofTeam ? words.notRecorded : words.notShown}</span>;
    },
  })),
];

function About({ person }: { person: ComparedPerson }) {
  return (
    <div className="stack">
      {person.otherNames.length > 0 && (
        <p>
          <span className="muted">{words.otherNames}:</span> {person.otherNames.join(", ")}
        </p>
      )}
      {person.languages.length > 0 && (
        <p>
          <span className="muted">{words.languages}:</span>{" "}
          {dates.list(person.languages.map((code) => labelOf(labels.language, code)))}
        </p>
      )}
      <CasesOf cases={person.cases} />
    </div>
  );
}
