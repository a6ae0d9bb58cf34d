import { useQuery } from "@tanstack/react-query";
import { Explain } from "@kinward/ui/Explain";
import type { ContractAreaId } from "@kinward/domain/kernel";
import { api } from "../../api/client.ts";
import { Part } from "../shared/Part.tsx";
import { presentWhy, type Telling } from "./present.ts";

/** Rule, source, counts and what would have been without an override, from the line's own ledger. */
export function LineWhy({
  contractAreaId,
  seq,
  telling,
}: {
  contractAreaId: ContractAreaId;
  seq: number;
  telling: Telling;
}) {
  // A line is never edited; only lines that come later can add to what it would have been.
  const why = useQuery(api.order.why.queryOptions({ contractAreaId, seq }, { staleTime: 60_000 }));
  return (
    <Part query={why} skeleton="text" count={6}>
      {(data) => {
        const { title, rule, sources, counting, changes } = presentWhy(data, telling);
        return (
          <Explain
            explanation={{
              title,
              rule: rule.map((sentence) => <p key={sentence}>{sentence}</p>),
              sources: sources.map((label) => ({ label })),
              counting,
              changes,
            }}
          />
        );
      }}
    </Part>
  );
}
