import { useQuery } from "@tanstack/react-query";
import { Card } from "@kinward/ui/Card";
import { UiLink } from "@kinward/ui/UiLink";
import type { MergeProposalRow } from "@kinward/domain/views";
import { api } from "../../api/client.ts";
import { useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { persons } from "../../messages/en/persons.ts";
import { Part } from "../shared/Part.tsx";
import { answerText, nameOf, proposedText } from "./present.ts";

const words = persons.proposals;

/** What waits for the reader to decide, and what became of the reader's own proposals; nothing while there is none. */
export function Proposals() {
  const query = useQuery({ ...api.persons.mergeProposals.queryOptions({}), staleTime: 0 });
  return (
    <Part query={query} skeleton="cards" count={1}>
      {(found) => (
        <>
          <List title={words.waiting} rows={found.waiting} />
          <List title={words.mine} rows={found.mine} />
        </>
      )}
    </Part>
  );
}

function List({ title, rows }: { title: string; rows: readonly MergeProposalRow[] }) {
  if (rows.length === 0) return null;
  return (
    <Card title={title}>
      <ul className="stack">
        {rows.map((row) => (
          <Row key={row.proposalId} row={row} />
        ))}
      </ul>
    </Card>
  );
}

function Row({ row }: { row: MergeProposalRow }) {
  const me = useMe();
  const { a, b } = row;
  const names = [nameOf(a), nameOf(b)].join(` ${persons.duplicates.and} `);
  const answer = answerText(row, me);
  return (
    <li className="stack-small">
      <p className="strong">
        {answer === undefined ? (
          <UiLink href={paths.comparePeople(a.personId, b.personId)}>{names}</UiLink>
        ) : (
          names
        )}
      </p>
      <p>{proposedText(row, me)}</p>
      {answer !== undefined && <p>{answer}</p>}
    </li>
  );
}
