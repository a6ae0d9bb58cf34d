import type { ReactNode } from "react";
import { Explain } from "@kinward/ui/Explain";
import type { ExplainContext, Explained as Words } from "@kinward/wording";
import type { CaseId } from "@kinward/domain/kernel";
import { useMe } from "../../../app/me.ts";
import { useOverview } from "../case/queries.ts";
import { Part, type PartProps } from "../Part.tsx";

export interface ExplainedProps<T> {
  caseId: CaseId;
  query: PartProps<T>["query"];
  inWords: (reason: T, context: ExplainContext) => Words;
  /** Verbs that follow. */
  actions?: ReactNode;
}

/** A reasoning of the server in words: rule, source, counting and records. */
export function Explained<T>({ caseId, query, inWords, actions }: ExplainedProps<T>) {
  const { today } = useMe();
  // A reasoning names people by id; the case, mostly loaded already, has their names.
  const people = useOverview(caseId).data?.people;
  const nameOf = (id: string) => people?.find((person) => person.personId === id)?.name ?? id;
  return (
    <Part<T> query={query} skeleton="text" count={6}>
      {(data) => {
        const words = inWords(data, { nameOf, today });
        const sources = words.sources.map((label) => ({ label }));
        return <Explain explanation={{ ...words, sources, actions }} />;
      }}
    </Part>
  );
}
