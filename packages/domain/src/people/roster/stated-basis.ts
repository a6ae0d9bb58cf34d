import { ia } from "../../kernel/citation.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Refusal } from "../../kernel/result.ts";
import { rule } from "../../kernel/rule.ts";
import { ADULT_BASES, CHILD_BASES, type LivingSetting, type MemberRole } from "../people.ts";
import type { StatedBasis } from "./commands.ts";

interface Stated {
  readonly role: MemberRole;
  readonly basis?: StatedBasis;
  readonly living?: { readonly setting: LivingSetting };
}

/**
 * Why a newcomer belongs to the case is the Department's to say: of a child always, of an adult the role says it. A
 * sibling is in the case by living in the household (CASE-3); elsewhere only a placement makes a child a member (CASE-4).
 */
export const basisRefusals = rule(
  { id: "CASE-3", also: ["CASE-1", "CASE-2", "CASE-4", "CASE-5"], cites: [ia("17-24")] },
  (
    by: "CONTRACTOR" | "DEPARTMENT",
    { role, basis, living }: Stated,
    today: PlainDate,
  ): readonly Refusal[] => {
    const at = (field: string) => ["basis", field];
    const required = (field: string): Refusal => ({
      code: "FIELD_REQUIRED",
      path: at(field),
      params: { of: field },
    });
    if (by === "CONTRACTOR")
      return basis === undefined ? [] : [{ code: "VALUE_NOT_ALLOWED", path: at("basis") }];
    if (basis === undefined) return role === "CHILD" ? [required("basis")] : [];
    const fitting: readonly string[] = role === "CHILD" ? CHILD_BASES : ADULT_BASES;
    if (!fitting.includes(basis.basis)) return [{ code: "VALUE_NOT_ALLOWED", path: at("basis") }];
    const refusals: Refusal[] = [];
    if (basis.basis === "SIBLING") {
      if (basis.siblingKind === undefined) refusals.push(required("siblingKind"));
      if (living !== undefined && living.setting !== "PARENTAL_HOME")
        refusals.push({ code: "SIBLING_NOT_IN_HOUSEHOLD", path: at("basis") });
    }
    if (basis.basis === "CINA" && basis.on === undefined) refusals.push(required("on"));
    if (basis.on !== undefined && basis.on > today)
      refusals.push({ code: "DATE_IN_FUTURE", path: at("on"), params: { of: "on" } });
    return refusals;
  },
);
