import { ia } from "../../kernel/citation.ts";
import { overlaps } from "../../kernel/interval.ts";
import { maxDate, type PlainDate } from "../../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result } from "../../kernel/result.ts";
import { rule } from "../../kernel/rule.ts";
import type { EndServices } from "./commands.ts";

/** What stands about the services that end, or whose end is corrected. */
export interface EndFacts {
  readonly effectiveDate: PlainDate;
  /** As recorded so far. */
  readonly lastServiceDay?: PlainDate;
  /** The referral was taken back: its services ended with it. */
  readonly withdrawnOn?: PlainDate;
  /** First day of the contractor who served last. */
  readonly lastContractorFrom?: PlainDate;
  /** The other services of the same type in the case. */
  readonly others: readonly { readonly from: PlainDate; readonly to?: PlainDate }[];
}

/**
 * Records the last service day, states it anew, or, without a day, lets services go on that were ended by mistake. From it
 * on nothing more is owed than DEC-14 leaves; what was recorded later does not count (DEC-18).
 */
export const decideEndOfServices = rule(
  { id: "CON-14", cites: [ia("83-84"), ia("119")], decisions: ["DEC-14"] },
  (
    facts: EndFacts,
    { lastServiceDay, reason }: Pick<EndServices, "lastServiceDay" | "reason">,
    today: PlainDate,
  ): Result<Pick<EndServices, "lastServiceDay">> => {
    const path = ["lastServiceDay"];
    if (facts.withdrawnOn !== undefined || today < facts.effectiveDate)
      return refuse({ code: "INVALID_TRANSITION" });
    const refusals: Refusal[] = [];
    if (lastServiceDay === facts.lastServiceDay) refusals.push({ code: "VALUE_UNCHANGED", path });
    if (lastServiceDay !== undefined) {
      const first = maxDate(facts.effectiveDate, facts.lastContractorFrom ?? facts.effectiveDate);
      if (lastServiceDay > today)
        refusals.push({ code: "DATE_IN_FUTURE", path, params: { of: "lastServiceDay" } });
      if (lastServiceDay < first)
        refusals.push({ code: "DATE_ORDER", path, params: { after: first } });
    }
    const term = {
      from: facts.effectiveDate,
      ...(lastServiceDay !== undefined && { to: lastServiceDay }),
    };
    const other = facts.others.find((one) => overlaps(one, term));
    if (other !== undefined)
      refusals.push({ code: "PERIOD_OVERLAP", path, params: { from: other.from } });
    if (reason.trim() === "") refusals.push({ code: "REASON_REQUIRED", path: ["reason"] });
    return refusals.length > 0
      ? refuse(...refusals)
      : accept({ ...(lastServiceDay !== undefined && { lastServiceDay }) });
  },
);
