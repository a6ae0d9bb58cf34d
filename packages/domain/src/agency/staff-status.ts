import type { PlainDate } from "../kernel/plain-date.ts";

export const STAFF_STATUSES = ["INVITED", "ACTIVE", "ENDED"] as const;
export type StaffStatus = (typeof STAFF_STATUSES)[number];

/** How someone stands on a day: access ends on the day itself (D9, rule 6); invited until the invitation is accepted. */
export const staffStatusOn = (
  staff: { readonly endedOn?: PlainDate | undefined; readonly hasAccount: boolean },
  day: PlainDate,
): StaffStatus =>
  staff.endedOn !== undefined && staff.endedOn <= day
    ? "ENDED"
    : staff.hasAccount
      ? "ACTIVE"
      : "INVITED";
