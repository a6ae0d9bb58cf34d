import { ia } from "../../kernel/citation.ts";
import type { ReferralFormId } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result, type Warning } from "../../kernel/result.ts";
import { rule } from "../../kernel/rule.ts";
import type { RecordFurtherForm } from "./commands.ts";

export interface FurtherFormFacts {
  /** Of the initial form, from which every clock of the services runs. */
  readonly effectiveDate: PlainDate;
  /** The forms that followed it so far. */
  readonly further: readonly {
    readonly formId: ReferralFormId;
    readonly effectiveDate: PlainDate;
    readonly signedOn?: PlainDate;
  }[];
}

/**
 * Records a form 470-3055 that follows the initial one, or corrects one with a reason. No clock and no due date of a
 * report ever moves with it: these stay with the initial form.
 */
export const decideFurtherForm = rule(
  { id: "REF-2", also: ["REF-3"], cites: [ia("77"), ia("98")] },
  (
    facts: FurtherFormFacts,
    form: Pick<RecordFurtherForm, "corrects" | "effectiveDate" | "signedOn" | "reason">,
    today: PlainDate,
  ): Result<{ readonly effectiveDate: PlainDate; readonly signedOn: PlainDate }> => {
    const { corrects, effectiveDate, signedOn, reason = "" } = form;
    const refusals: Refusal[] = [];
    if (effectiveDate < facts.effectiveDate)
      refusals.push({
        code: "DATE_ORDER",
        path: ["effectiveDate"],
        params: { after: facts.effectiveDate },
      });
    if (signedOn > today)
      refusals.push({ code: "DATE_IN_FUTURE", path: ["signedOn"], params: { of: "signedOn" } });
    const same = facts.further.find((one) => one.effectiveDate === effectiveDate);
    if (same !== undefined && same.formId !== corrects)
      refusals.push({ code: "ALREADY_RECORDED", path: ["effectiveDate"] });
    if (same?.formId === corrects && same?.signedOn === signedOn)
      refusals.push({ code: "VALUE_UNCHANGED", path: ["effectiveDate"] });
    if (corrects !== undefined && reason.trim() === "")
      refusals.push({ code: "REASON_REQUIRED", path: ["reason"] });
    if (refusals.length > 0) return refuse(...refusals);
    const warnings: Warning[] =
      effectiveDate > today ? [{ code: "EFFECTIVE_IN_FUTURE", params: { on: effectiveDate } }] : [];
    return accept({ effectiveDate, signedOn }, warnings);
  },
);
