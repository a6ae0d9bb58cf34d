import { ia } from "../kernel/citation.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { accept, refuse, type Result } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";

/** States of a referral (requirements D1). A contractor cannot decline. */
export const REFERRAL_STATUSES = [
  "DRAFT",
  "ASSIGNED",
  "ACTIVE",
  "WITHDRAWN_REVERSED",
  "WITHDRAWN_STANDS",
  "CLOSED",
] as const;
export type ReferralStatus = (typeof REFERRAL_STATUSES)[number];

/** The dates of a submitted referral; its state on a day follows from them. */
export interface ReferralDates {
  readonly effectiveDate: PlainDate;
  readonly withdrawnOn?: PlainDate;
  readonly lastServiceDay?: PlainDate;
}

export const referralStatusOn = (
  dates: ReferralDates,
  day: PlainDate,
): Exclude<ReferralStatus, "DRAFT"> => {
  if (dates.withdrawnOn !== undefined && dates.withdrawnOn <= day)
    return dates.withdrawnOn < dates.effectiveDate ? "WITHDRAWN_REVERSED" : "WITHDRAWN_STANDS";
  if (day < dates.effectiveDate) return "ASSIGNED";
  return dates.lastServiceDay !== undefined && dates.lastServiceDay < day ? "CLOSED" : "ACTIVE";
};

/** What a withdrawal does: the turn is taken back (`reverse`), or it stands and that day is the last service day. */
export interface Withdrawal {
  readonly withdrawnOn: PlainDate;
  readonly reverses: boolean;
  readonly lastServiceDay?: PlainDate;
}

/** What a withdrawal on a day would do; undefined when there is nothing to withdraw any more. */
export const withdrawalOn = (dates: ReferralDates, day: PlainDate): Withdrawal | undefined => {
  const status = referralStatusOn(dates, day);
  if (dates.withdrawnOn !== undefined) return undefined;
  if (status === "ASSIGNED") return { withdrawnOn: day, reverses: true };
  return status === "ACTIVE"
    ? { withdrawnOn: day, reverses: false, lastServiceDay: day }
    : undefined;
};

/** Withdraws a referral: before its effective date the turn is reversed, on or after it the count stands (DEC-35). */
export const decideWithdraw = rule(
  { id: "ASG-10", cites: [ia("34"), ia("68")], decisions: ["DEC-35"] },
  (dates: ReferralDates, reason: string, today: PlainDate): Result<Withdrawal> => {
    const withdrawal = withdrawalOn(dates, today);
    if (withdrawal === undefined) return refuse({ code: "INVALID_TRANSITION" });
    if (reason.trim() === "") return refuse({ code: "REASON_REQUIRED", path: ["reason"] });
    return accept(withdrawal);
  },
);

/** Acknowledges a referral once. */
export const decideAcknowledge = (
  dates: ReferralDates & { readonly acknowledged: boolean },
  today: PlainDate,
): Result<{ readonly acknowledged: true }> => {
  const status = referralStatusOn(dates, today);
  return dates.acknowledged || status === "WITHDRAWN_REVERSED" || status === "WITHDRAWN_STANDS"
    ? refuse({ code: "INVALID_TRANSITION" })
    : accept({ acknowledged: true });
};
