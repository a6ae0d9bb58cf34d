import { useState } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CheckboxField } from "@kinward/ui/CheckboxField";
import type { Column } from "@kinward/ui/DataTable";
import type { CaseId } from "@kinward/domain/kernel";
import { MOST_CASES } from "@kinward/domain/team";
import type { CandidateView, CaseRow, CaseToHandOver } from "@kinward/domain/views";
import { api } from "../../api/client.ts";
import { team } from "../../messages/en/team.ts";
import { asFound, choosable, type Chosen, withAll, without } from "./choice.ts";

const words = team.many;

/** Choosing cases of the list to hand them over; what was chosen stays while pages and filters change. */
export interface Choice {
  readonly isOn: boolean;
  toggle(): void;
  readonly chosen: Chosen;
  /** Cases of the page that could be chosen too. */
  readonly open: readonly CaseToHandOver[];
  readonly candidates: readonly CandidateView[];
  readonly columns: readonly Column<CaseRow>[];
  choosePage(): void;
  clear(): void;
}

export function useChoice(rows: readonly Pick<CaseRow, "caseId">[]): Choice {
  const [isOn, setOn] = useState(false);
  const [picked, setChosen] = useState<Chosen>(new Map());
  const page = rows.map((row) => row.caseId);
  // Those of other pages too: what changed since they were chosen is known before they are handed over.
  const caseIds = [...new Set([...page, ...picked.keys()])];
  const answer = useQuery({
    ...api.team.toHandOver.queryOptions({ caseIds }),
    enabled: isOn && caseIds.length > 0,
    placeholderData: keepPreviousData,
  }).data;
  const found = new Map<CaseId, CaseToHandOver>(answer?.cases.map((one) => [one.caseId, one]));
  const chosen = asFound(picked, found);
  const open = choosable(page, found, chosen);
  const column: Column<CaseRow> = {
    id: "choose",
    header: words.column,
    hideHeader: true,
    card: "top",
    cell: ({ caseId }) => {
      const one = found.get(caseId);
      if (one === undefined) return null;
      if (one.hindrance !== undefined)
        return <span className="muted small">{words.because[one.hindrance]}</span>;
      const isChosen = chosen.has(caseId);
      return (
        <CheckboxField
          name={`choose ${caseId}`}
          label={words.one(one.familyName, one.caseNumber)}
          hideLabel
          value={isChosen}
          isDisabled={!isChosen && chosen.size >= MOST_CASES}
          onChange={(on) => setChosen(on ? withAll(chosen, [one]) : without(chosen, caseId))}
        />
      );
    },
  };
  return {
    isOn,
    toggle: () => {
      setOn(!isOn);
      setChosen(new Map());
    },
    chosen,
    open,
    candidates: answer?.candidates ?? [],
    columns: isOn ? [column] : [],
    choosePage: () => setChosen(withAll(chosen, open)),
    clear: () => setChosen(new Map()),
  };
}
