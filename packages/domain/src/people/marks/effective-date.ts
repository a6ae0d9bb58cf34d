import { ia } from "../../kernel/citation.ts";
import { overlaps } from "../../kernel/interval.ts";
import { minDate, type PlainDate } from "../../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result, type Warning } from "../../kernel/result.ts";
import { rule } from "../../kernel/rule.ts";
import type { ServiceType } from "../people.ts";
import type { CorrectEffectiveDate } from "./commands.ts";

/** What stands about the services whose date is corrected. */
export interface EffectiveDateFacts {
  readonly effectiveDate: PlainDate;
  readonly lastServiceDay?: PlainDate;
  readonly serviceType: ServiceType;
  /** Last day of the first contractor, where another one went on with the services. */
  readonly firstContractorTo?: PlainDate;
  /** The other services of the same type in the case. */
  readonly others: readonly { readonly from: PlainDate; readonly to?: PlainDate }[];
  readonly openedOn?: PlainDate;
  /** The day on which the form was entered. */
  readonly enteredOn: PlainDate;
}

/** Whether a form was entered after the day on which its clocks began. */
export const isBackdated = (form: {
  readonly effectiveDate: PlainDate;
  readonly enteredOn: PlainDate;
}): boolean => form.effectiveDate < form.enteredOn;

/**
 * Corrects the effective date of the initial form, with a reason: every clock of these services starts anew from it.
 * Whether a contact stands in the way is a question of permission (requirements D9), not of this.
 */
export const decideCorrectEffectiveDate = rule(
  { id: "REF-1", also: ["REF-2"], cites: [ia("68"), ia("77")] },
  (
    facts: EffectiveDateFacts,
    { effectiveDate, reason }: Pick<CorrectEffectiveDate, "effectiveDate" | "reason">,
    today: PlainDate,
  ): Result<{ readonly effectiveDate: PlainDate }> => {
    const path = ["effectiveDate"];
    const refusals: Refusal[] = [];
    if (effectiveDate === facts.effectiveDate) refusals.push({ code: "VALUE_UNCHANGED", path });
    const last = [facts.lastServiceDay, facts.firstContractorTo].filter((day) => day !== undefined);
    if (last.some((day) => effectiveDate > day))
      refusals.push({ code: "DATE_ORDER", path, params: { before: last.reduce(minDate) } });
    if (
      facts.serviceType === "FSRP" &&
      facts.openedOn !== undefined &&
      effectiveDate < facts.openedOn
    )
      refusals.push({ code: "DATE_ORDER", path, params: { after: facts.openedOn } });
    const term = {
      from: effectiveDate,
      ...(facts.lastServiceDay !== undefined && { to: facts.lastServiceDay }),
    };
    const other = facts.others.find((one) => overlaps(one, term));
    if (other !== undefined)
      refusals.push({ code: "PERIOD_OVERLAP", path, params: { from: other.from } });
    if (reason.trim() === "") refusals.push({ code: "REASON_REQUIRED", path: ["reason"] });
    if (refusals.length > 0) return refuse(...refusals);
    const warnings: Warning[] = [];
    if (isBackdated({ effectiveDate, enteredOn: facts.enteredOn }))
      warnings.push({ code: "BACKDATED" });
    if (effectiveDate > today)
      warnings.push({ code: "EFFECTIVE_IN_FUTURE", params: { on: effectiveDate } });
    return accept({ effectiveDate }, warnings);
  },
);
