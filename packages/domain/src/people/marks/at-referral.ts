import { ia } from "../../kernel/citation.ts";
import { inForceOn } from "../../kernel/interval.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { rule } from "../../kernel/rule.ts";
import type { BasisMark } from "./mark.ts";

/**
 * Whether a mark identified the child at referral: a finding or an order of a later day makes the child a victim or CINA
 * from then on, and gives no five-day contact (CASE-2, DEC-09). Undefined for other bases, which never give one.
 */
export const isIdentifiedAtReferral = rule(
  {
    id: "CASE-2",
    also: ["CASE-1", "CON-4"],
    cites: [ia("19-20"), ia("63")],
    decisions: ["DEC-09"],
  },
  (mark: BasisMark, effectiveDate: PlainDate): boolean | undefined =>
    mark.basis === "ABUSE_VICTIM" || mark.basis === "CINA"
      ? inForceOn(mark, effectiveDate)
      : undefined,
);
