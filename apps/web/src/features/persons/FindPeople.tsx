import { useState } from "react";
import { useRouter } from "@tanstack/react-router";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { Banner } from "@kinward/ui/Banner";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DataTable, type Column } from "@kinward/ui/DataTable";
import { Empty } from "@kinward/ui/Empty";
import { PageHeader } from "@kinward/ui/PageHeader";
import { Pagination } from "@kinward/ui/Pagination";
import { SearchField } from "@kinward/ui/SearchField";
import { Tag } from "@kinward/ui/Tag";
import type { FoundPerson } from "@kinward/domain/views";
import { api, queryClient } from "../../api/client.ts";
import { mayReviewPeople, maySearch, useMe } from "../../app/me.ts";
import { NoAccess } from "../../app/NoAccess.tsx";
import { paths } from "../../app/paths.ts";
import { persons as words } from "../../messages/en/persons.ts";
import { Part } from "../shared/Part.tsx";
import { CasesOf } from "./CasesOf.tsx";
import { PeopleTabs } from "./PeopleTabs.tsx";
import { bornText, nameOf } from "./present.ts";

interface Asked {
  readonly text: string;
  readonly page: number;
}
/** What was searched stays in memory while somebody looks at a result: a name never stands in an address. */
const LAST_SEARCH = ["persons", "last search"];

/** Finds a person, whoever's case they are in. */
export default function FindPeople() {
  const me = useMe();
  const router = useRouter();
  const [asked, setAsked] = useState(() => queryClient.getQueryData<Asked>(LAST_SEARCH));
  const [typed, setTyped] = useState(asked?.text ?? "");
  const query = useQuery({
    ...api.persons.search.queryOptions(asked ?? skipToken),
    placeholderData: keepPreviousData,
  });
  const [picked, pick] = useState<FoundPerson>();
  const onPick = (person: FoundPerson) =>
    picked === undefined || picked.personId === person.personId
      ? pick(picked === undefined ? person : undefined)
      : router.history.push(paths.comparePeople(picked.personId, person.personId));
  const ask = (next: Asked | undefined) => {
    queryClient.setQueryData(LAST_SEARCH, next);
    setAsked(next);
  };
  const search = () => {
    const text = typed.trim();
    ask(text.length < 2 ? undefined : { text, page: 1 });
  };
  if (!maySearch(me)) return <NoAccess />;
  return (
    <div className="page">
      <PageHeader title={words.title} lead={words.lead} />
      <PeopleTabs current="search" />
      <section className="card" aria-label={words.search}>
        <form
          role="search"
          className="filters"
          onSubmit={(event) => {
            event.preventDefault();
            search();
          }}
        >
          <SearchField label={words.search} showLabel value={typed} onChange={setTyped} />
          <Button type="submit" kind="primary">
            {words.find}
          </Button>
        </form>
      </section>
      {picked && (
        <Banner
          kind="info"
          action={
            <Button size="small" onPress={() => pick(undefined)}>
              {words.pick.cancel}
            </Button>
          }
        >
          {words.pick.choose(nameOf(picked))}
        </Banner>
      )}
      {asked === undefined ? (
        <Card label={words.results}>
          <Empty kind="start" title={words.start}>
            {words.startText}
          </Empty>
        </Card>
      ) : (
        <Part query={query} count={6}>
          {(found) => (
            <Card title={words.results} actions={<Found n={found.total} />} flush>
              {found.tooMany && <Banner kind="info">{words.tooMany}</Banner>}
              <DataTable
                caption={words.results}
                columns={columnsFor(me.today, mayReviewPeople(me) ? onPick : undefined)}
                rows={found.people}
                rowKey={(person) => person.personId}
                isStale={query.isPlaceholderData}
                empty={
                  <Empty kind="noMatch" title={words.nobody}>
                    {words.nobodyText}
                  </Empty>
                }
              />
              {found.total > found.pageSize && (
                <Pagination
                  label={words.results}
                  from={(found.page - 1) * found.pageSize + 1}
                  to={(found.page - 1) * found.pageSize + found.people.length}
                  total={found.total}
                  onPrevious={
                    found.page > 1 ? () => ask({ ...asked, page: found.page - 1 }) : undefined
                  }
                  onNext={
                    found.page * found.pageSize < found.total
                      ? () => ask({ ...asked, page: found.page + 1 })
                      : undefined
                  }
                />
              )}
            </Card>
          )}
        </Part>
      )}
    </div>
  );
}

const Found = ({ n }: { n: number }) => (
  <span role="status" className="muted">
    {words.found(n)}
  </span>
);

const columnsFor = (
  today: string,
  onPick: ((person: FoundPerson) => void) | undefined,
): readonly Column<FoundPerson>[] => [
  { id: "name", header: words.columns.name, isRowHeader: true, cell: nameOf },
  {
    id: "born",
    header: words.columns.born,
    fit: true,
    card: "plain",
    cell: (person) => bornText(person.birthDate, today),
  },
  {
    id: "why",
    header: words.columns.why,
    cell: (person) => (
      <span className="row">
        {person.why.map((why) => (
          <Tag key={why}>{words.why[why]}</Tag>
        ))}
      </span>
    ),
  },
  { id: "cases", header: words.columns.cases, cell: CasesOf },
  ...(onPick === undefined
    ? []
    : [
        {
          id: "compare",
          header: words.pick.compare,
          fit: true,
          cell: (person: FoundPerson) => (
            <Button
              size="small"
              aria-label={words.pick.compareName(nameOf(person))}
              onPress={() => onPick(person)}
            >
              {words.pick.compare}
            </Button>
          ),
        },
      ]),
];
