import type { ReactNode } from "react";
import { Explain } from "@kinward/ui/Explain";
import { explain } from "@kinward/wording/en/explain";
import type { CaseId } from "@kinward/domain/kernel";
import { useMe } from "../../../app/me.ts";
import { useOverview } from "../case/queries.ts";
import { Part, type PartProps } from "../Part.tsx";

type Reason = Parameters<typeof explain>[0];

export interface ExplainedProps {
  caseId: CaseId;
  query: PartProps<Reason>["query"];
  /** Verbs that follow. */
  actions?: ReactNode;
}

/** A reasoning of the server in words: rule, source, counting and records. */
export function Explained({ caseId, query, actions }: ExplainedProps) {
  const { today } = useMe();
  // A reasoning names people by id; the case, mostly loaded already, has their names.
  const people = useOverview(caseId).data?.people;
  const nameOf = (id: string) => people?.find((person) => person.personId === id)?.name ?? id;
  return (
    <Part<Reason> query={query} skeleton="text" count={6}>
      {(data) => {
        const words = explain(data, { nameOf, today });
        const sources = words.sources.map((label) => ({ label }));
        return <Explain explanation={{ ...words, sources, actions }} />;
      }}
    </Part>
  );
}
