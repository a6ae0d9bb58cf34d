import { getRouteApi, useRouter } from "@tanstack/react-router";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Card } from "@kinward/ui/Card";
import { Empty } from "@kinward/ui/Empty";
import { LinkButton } from "@kinward/ui/LinkButton";
import { PageHeader } from "@kinward/ui/PageHeader";
import { Pagination } from "@kinward/ui/Pagination";
import { Tag } from "@kinward/ui/Tag";
import type { DuplicatePair } from "@kinward/domain/views";
import { api } from "../../api/client.ts";
import { mayReviewPeople, useMe } from "../../app/me.ts";
import { NoAccess } from "../../app/NoAccess.tsx";
import { paths } from "../../app/paths.ts";
import { persons } from "../../messages/en/persons.ts";
import { Part } from "../shared/Part.tsx";
import { CasesOf } from "./CasesOf.tsx";
import { PeopleTabs } from "./PeopleTabs.tsx";
import { Proposals } from "./Proposals.tsx";
import { bornText, nameOf } from "./present.ts";

const words = persons.duplicates;
const route = getRouteApi("/app/people/duplicates");

/** Pairs of records that may be about one person, the likeliest first. */
export default function Duplicates() {
  const me = useMe();
  const router = useRouter();
  const { page = 1 } = route.useSearch();
  const query = useQuery({
    ...api.persons.duplicates.queryOptions({ page }),
    placeholderData: keepPreviousData,
  });
  if (!mayReviewPeople(me)) return <NoAccess />;
  const go = (next: number) => router.history.push(paths.duplicates({ page: next }));
  return (
    <div className="page page-narrow">
      <PageHeader title={persons.tabs.duplicates} lead={words.lead} />
      <PeopleTabs current="duplicates" />
      <Proposals />
      <Part query={query} skeleton="cards" count={3}>
        {({ pairs, total, pageSize }) => (
          <>
            {pairs.length === 0 && (
              <Card label={persons.tabs.duplicates}>
                <Empty kind="allDone" title={words.none}>
                  {words.noneText}
                </Empty>
              </Card>
            )}
            {pairs.map((pair) => (
              <Pair key={`${pair.a.personId} ${pair.b.personId}`} pair={pair} />
            ))}
            {total > pageSize && (
              <Pagination
                label={persons.tabs.duplicates}
                from={(page - 1) * pageSize + 1}
                to={(page - 1) * pageSize + pairs.length}
                total={total}
                onPrevious={page > 1 ? () => go(page - 1) : undefined}
                onNext={page * pageSize < total ? () => go(page + 1) : undefined}
              />
            )}
          </>
        )}
      </Part>
    </div>
  );
}

function Pair({ pair: { a, b, why, isProposed } }: { pair: DuplicatePair }) {
  const { today } = useMe();
  return (
    <Card
      title={`${nameOf(a)} ${words.and} ${nameOf(b)}`}
      actions={
        <LinkButton
          size="small"
          href={paths.comparePeople(a.personId, b.personId)}
          aria-label={words.compare(nameOf(a), nameOf(b))}
        >
          {persons.pick.compare}
        </LinkButton>
      }
    >
      <div className="stack">
        <div className="row">
          {isProposed && <Tag strong>{words.proposed}</Tag>}
          {why.map((each) => (
            <Tag key={each}>{persons.why[each]}</Tag>
          ))}
        </div>
        <div className="fields-2">
          {[a, b].map((person) => (
            <div key={person.personId} className="stack-small">
              <p>
                <span className="strong">{nameOf(person)}</span>{" "}
                <span className="muted">{bornText(person.birthDate, today)}</span>
              </p>
              <CasesOf cases={person.cases} />
            </div>
          ))}
        </div>
      </div>
    </Card>
  );
}
