import { BEGINNING, toDay, toDayOr } from "../../calendar/day-number.ts";
import type { EpochDay } from "../../kernel/plain-date.ts";
import { type PolicyBook, settingOn } from "../../policy/policy-book.ts";
import type { SettingKey, SettingValues } from "../../policy/settings.ts";

/** The settings that contact rules read. */
export const CONTACT_SETTINGS = [
  "initialContactBusinessDays",
  "initialContactCountsEffectiveDay",
  "firstPeriodDays",
  "weekStartsOn",
  "weekMode",
  "weeklyCount",
  "initialContactAnchor",
  "escalateInitialOverdueDays",
  "monthlyStart",
  "familyQuorum",
  "otherChildContactMustPostdateMove",
  "entrantGraceBusinessDays",
  "closingWindow",
  "childAgeLimit",
  "icpcTaskForNonPlacement",
  "countSafetyPlanContacts",
  "jointMeetingDeadline",
  "firstMeetingEmailBusinessDays",
  "coordinatorGraceBusinessDays",
] as const satisfies readonly SettingKey[];
export type ContactSetting = (typeof CONTACT_SETTINGS)[number];

/** All contact settings as they stand from one day on, until the next entry of the timeline. */
export type ContactPolicy = Readonly<Pick<SettingValues, ContactSetting>> & {
  readonly startsOn: EpochDay;
};

const timelines = new WeakMap<PolicyBook, readonly ContactPolicy[]>();

const makeTimeline = (book: PolicyBook): readonly ContactPolicy[] => {
  const wanted = new Set<SettingKey>(CONTACT_SETTINGS);
  const starts = new Set<EpochDay>([BEGINNING]);
  for (const version of book.settings)
    if (wanted.has(version.key)) starts.add(toDayOr(version.validFrom, BEGINNING));
  const validFroms = book.settings.flatMap((version) => version.validFrom ?? []);
  return [...starts]
    .sort((a, b) => a - b)
    .map((startsOn) => {
      const on = validFroms.find((date) => toDay(date) === startsOn) ?? "0000-01-01";
      const values = Object.fromEntries(
        CONTACT_SETTINGS.map((key) => [key, settingOn(book, key, on as never)]),
      ) as unknown as Pick<SettingValues, ContactSetting>;
      return { ...values, startsOn };
    });
};

/** Every state of the contact settings, oldest first. */
export const contactPolicies = (book: PolicyBook): readonly ContactPolicy[] => {
  let timeline = timelines.get(book);
  if (timeline === undefined) timelines.set(book, (timeline = makeTimeline(book)));
  return timeline;
};

/** The settings in force on the day that DEC-48 names for a duty: the day on which its own clock starts. */
export const policyOn = (timeline: readonly ContactPolicy[], day: EpochDay): ContactPolicy => {
  for (let i = timeline.length - 1; i > 0; i--) {
    const policy = timeline[i] as ContactPolicy;
    if (policy.startsOn <= day) return policy;
  }
  return timeline[0] as ContactPolicy;
};
