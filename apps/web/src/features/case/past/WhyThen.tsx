import { useQuery } from "@tanstack/react-query";
import { Explain } from "@kinward/ui/Explain";
import type { Explained } from "@kinward/wording";
import { explain } from "@kinward/wording/en/explain";
import type { CaseId, PlainDate } from "@kinward/domain/kernel";
import type { AsKnownView } from "@kinward/domain/views";
import { api } from "../../../api/client.ts";
import { useMe } from "../../../app/me.ts";
import { Part } from "../../shared/Part.tsx";
import type { DutyOfRow } from "./present.ts";

export interface WhyThenProps {
  caseId: CaseId;
  /** The day, or the minute of it, that the duty is looked at on. */
  moment: Pick<AsKnownView, "on" | "at">;
  duty: DutyOfRow;
  names: ReadonlyMap<string, string>;
}

/** The reason of a duty as it was known on a day, by the policy that stood then. */
export function WhyThen({ caseId, moment: { on, at }, duty, names }: WhyThenProps) {
  const { today } = useMe();
  const query = useQuery(
    api.history.explain.queryOptions({ caseId, on: on as PlainDate, ...(at && { at }), ...duty }),
  );
  return (
    <Part query={query} skeleton="text" count={6}>
      {(data) => <Reason of={explain(data, { nameOf: (id) => names.get(id) ?? id, today })} />}
    </Part>
  );
}

/** A reason in words: rule, source, counting and records. */
export function Reason({ of }: { of: Explained }) {
  return <Explain explanation={{ ...of, sources: of.sources.map((label) => ({ label })) }} />;
}
