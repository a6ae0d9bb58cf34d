import type { ReactNode } from "react";
import { Explain } from "@kinward/ui/Explain";
import type { ExplainContext, Explained as Words, ExplainedRecord } from "@kinward/wording";
import type { CaseId } from "@kinward/domain/kernel";
import { paths } from "../../../app/paths.ts";
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
        const inputs = words.inputs.map(({ record, ...input }) => ({
          ...input,
          href: record && recordHref(caseId, record),
        }));
        return <Explain explanation={{ ...words, sources, inputs, actions }} />;
      }}
    </Part>
  );
}

/** The page of the case that has the record. */
function recordHref(caseId: CaseId, record: ExplainedRecord): string {
  switch (record.kind) {
    case "PERSON":
      return paths.casePerson(caseId, record.id);
    case "CONTACT":
      return paths.caseContacts(caseId);
    case "LEVEL":
      return paths.caseLevels(caseId);
  }
}
