import { type Citation, ia, ky } from "../kernel/citation.ts";

/** The two rule packs; a case carries one and never changes it (DEC-70). */
export const CASE_PROFILES = ["IA_FSRP", "KY_IN_HOME"] as const;
export type CaseProfile = (typeof CASE_PROFILES)[number];

/** Every setting of the decision register with its type. `null` means switched off. */
export interface SettingValues {
  // Calendar and clocks
  initialContactBusinessDays: number;
  initialContactCountsEffectiveDay: boolean;
  firstPeriodDays: number;
  weekStartsOn: "SUNDAY" | "MONDAY";
  weekMode: "CALENDAR" | "ROLLING_7";
  weeklyCount: number;
  initialContactAnchor: "FIRST_HOME_ADULT" | "FIRST_HOME_MEMBER" | "ALL_REQUIRED_SEEN";
  escalateInitialOverdueDays: number;
  monthlyStart: "MONTH_OF_DAY_31" | "FIRST_FULL_MONTH";
  // Who must be seen
  familyQuorum: "ADULT_AND_ALL_HOME_CHILDREN" | "ANY_HOME_MEMBER" | "EVERY_HOME_MEMBER";
  otherChildContactMustPostdateMove: boolean;
  entrantGraceBusinessDays: number;
  closingWindow: "CANCEL" | "REQUIRE";
  childAgeLimit: number;
  icpcTaskForNonPlacement: boolean;
  countSafetyPlanContacts: boolean;
  jointMeetingDeadline: number | null;
  // Reports and payment
  firstMeetingEmailBusinessDays: number | null;
  reportDueRoll: "NONE" | "NEXT_BUSINESS_DAY" | "PREVIOUS_BUSINESS_DAY";
  finalPartialReport: boolean;
  partialTprRule: "WARN" | "EXCLUDE";
  terminationSummaryDays: number;
  paymentMonth: "SERVICE_MONTH" | "CALENDAR_MONTH";
  partialMonth: "FULL" | "PRORATE" | "NONE";
  holdPaymentOnMissed: boolean;
  summaryOnTransfer: boolean;
  // Assignment
  tieBreak: "ALTERNATE_FROM_LAST" | "STARTER_FIRST";
  rotationScope: "COMBINED" | "PER_SERVICE_TYPE";
  safetyPlanCarryOverRefusesOverride: boolean;
  safetyPlanCarryOverDaysAfterClose: number;
  overrideRequiresSupervisor: boolean;
  overrideReasonCodes: readonly string[];
  resubmissionWindowDays: number;
  carryBalanceOnRenewalOfSamePair: boolean;
  allowSingleContractor: boolean;
  transferCounts: boolean;
  safetyReportMaxMinutes: number | null;
  householdNoticeBusinessDays: number;
  crisisResponseMinutes: number;
  crisisAfterHoursOnly: boolean;
  coordinatorGraceBusinessDays: number;
  // Kentucky
  initialPlanDueDays: number | null;
  planDueAnchor: "ASSIGNED" | "OPENED" | "CONFERENCE";
  multipleCriteria: boolean;
  patternStepsRequired: "ALL" | "NONE";
  requireIndividualObjective: boolean;
  serviceAreaEmpty: "WARN" | "ERROR";
  effortGate: "DISTRIBUTION" | "SUBMISSION";
  virtualAttendanceCounts: boolean;
  parentalConsentRule: "ANY" | "ALL";
  dpp154ToIdentifiedFathers: boolean;
  authorMayApprove: boolean;
  redeterminationWindowDays: number;
  childInclusionPromptAge: number | null;
  distributionDays: number | null;
  tprDistribution: "EXCLUDE" | "INCLUDE";
  dpp154PerVersion: boolean;
}
export type SettingKey = keyof SettingValues;
export type SettingValue = SettingValues[SettingKey];

/** What values a setting may take; `off` allows null. */
export type SettingShape =
  | {
      readonly kind: "whole";
      readonly min: number;
      readonly max: number;
      readonly unit: SettingUnit;
      readonly off?: true;
    }
  | { readonly kind: "choice"; readonly of: readonly string[] }
  | { readonly kind: "yesNo" }
  | { readonly kind: "codes" };
export type SettingUnit = "businessDays" | "days" | "minutes" | "weeks" | "years";

export interface SettingSpec<K extends SettingKey = SettingKey> {
  readonly profile: CaseProfile;
  readonly default: SettingValues[K];
  readonly shape: SettingShape;
  readonly decision: string;
  readonly cites: readonly Citation[];
}

const whole = (unit: SettingUnit, min: number, max: number): SettingShape => ({
  kind: "whole",
  unit,
  min,
  max,
});
const wholeOrOff = (unit: SettingUnit, min: number, max: number): SettingShape => ({
  kind: "whole",
  unit,
  min,
  max,
  off: true,
});
const oneOf = (...of: readonly string[]): SettingShape => ({ kind: "choice", of });
const yesNo: SettingShape = { kind: "yesNo" };

const iowa = <K extends SettingKey>(
  value: SettingValues[K],
  shape: SettingShape,
  decision: string,
  lines: string,
): SettingSpec<K> => ({
  profile: "IA_FSRP",
  default: value,
  shape,
  decision,
  cites: [ia(lines)],
});
const kentucky = <K extends SettingKey>(
  value: SettingValues[K],
  shape: SettingShape,
  decision: string,
  lines: string,
): SettingSpec<K> => ({
  profile: "KY_IN_HOME",
  default: value,
  shape,
  decision,
  cites: [ky(lines)],
});

/** The catalogue of settings: default, allowed values, decision and lines of policy. The only place of these numbers. */
export const SETTINGS: { readonly [K in SettingKey]: SettingSpec<K> } = {
  initialContactBusinessDays: iowa(5, whole("businessDays", 1, 60), "DEC-02", "60"),
  initialContactCountsEffectiveDay: iowa(false, yesNo, "DEC-02", "60"),
  firstPeriodDays: iowa(30, whole("days", 1, 366), "DEC-03", "72, 77"),
  weekStartsOn: iowa("SUNDAY", oneOf("SUNDAY", "MONDAY"), "DEC-04", "73"),
  weekMode: iowa("CALENDAR", oneOf("CALENDAR", "ROLLING_7"), "DEC-04", "73"),
  weeklyCount: iowa(3, whole("weeks", 0, 52), "DEC-04", "73"),
  initialContactAnchor: iowa(
    "FIRST_HOME_ADULT",
    oneOf("FIRST_HOME_ADULT", "FIRST_HOME_MEMBER", "ALL_REQUIRED_SEEN"),
    "DEC-05",
    "73, 95",
  ),
  escalateInitialOverdueDays: iowa(0, whole("days", 0, 60), "DEC-07", "60"),
  monthlyStart: iowa(
    "MONTH_OF_DAY_31",
    oneOf("MONTH_OF_DAY_31", "FIRST_FULL_MONTH"),
    "DEC-12",
    "83-84",
  ),
  familyQuorum: iowa(
    "ADULT_AND_ALL_HOME_CHILDREN",
    oneOf("ADULT_AND_ALL_HOME_CHILDREN", "ANY_HOME_MEMBER", "EVERY_HOME_MEMBER"),
    "DEC-08",
    "73-74",
  ),
  otherChildContactMustPostdateMove: iowa(false, yesNo, "DEC-11", "72-74"),
  entrantGraceBusinessDays: iowa(5, whole("businessDays", 0, 60), "DEC-13", "21"),
  closingWindow: iowa("CANCEL", oneOf("CANCEL", "REQUIRE"), "DEC-14", "83"),
  childAgeLimit: iowa(18, whole("years", 1, 26), "DEC-15", "162"),
  icpcTaskForNonPlacement: iowa(false, yesNo, "DEC-16", "79, 87"),
  countSafetyPlanContacts: iowa(false, yesNo, "DEC-18", "60"),
  jointMeetingDeadline: iowa(null, wholeOrOff("businessDays", 1, 60), "DEC-21", "64"),
  firstMeetingEmailBusinessDays: iowa(null, wholeOrOff("businessDays", 0, 60), "DEC-22", "95"),
  reportDueRoll: iowa(
    "NONE",
    oneOf("NONE", "NEXT_BUSINESS_DAY", "PREVIOUS_BUSINESS_DAY"),
    "DEC-23",
    "96, 98",
  ),
  finalPartialReport: iowa(false, yesNo, "DEC-24", "96, 119"),
  partialTprRule: iowa("WARN", oneOf("WARN", "EXCLUDE"), "DEC-26", "96"),
  terminationSummaryDays: iowa(14, whole("days", 0, 366), "DEC-27", "119"),
  paymentMonth: iowa("SERVICE_MONTH", oneOf("SERVICE_MONTH", "CALENDAR_MONTH"), "DEC-28", "28, 68"),
  partialMonth: iowa("FULL", oneOf("FULL", "PRORATE", "NONE"), "DEC-28", "28, 68"),
  holdPaymentOnMissed: iowa(false, yesNo, "DEC-29", "28"),
  summaryOnTransfer: iowa(true, yesNo, "DEC-72", "119"),
  tieBreak: iowa(
    "ALTERNATE_FROM_LAST",
    oneOf("ALTERNATE_FROM_LAST", "STARTER_FIRST"),
    "DEC-30",
    "34, 39",
  ),
  rotationScope: iowa("COMBINED", oneOf("COMBINED", "PER_SERVICE_TYPE"), "DEC-32", "36"),
  safetyPlanCarryOverRefusesOverride: iowa(true, yesNo, "DEC-33", "37"),
  safetyPlanCarryOverDaysAfterClose: iowa(0, whole("days", 0, 366), "DEC-33", "37"),
  overrideRequiresSupervisor: iowa(false, yesNo, "DEC-34", "38"),
  overrideReasonCodes: iowa(["CONTINUITY"], { kind: "codes" }, "DEC-34", "38"),
  resubmissionWindowDays: iowa(30, whole("days", 0, 366), "DEC-35", "34"),
  carryBalanceOnRenewalOfSamePair: iowa(true, yesNo, "DEC-36", "34"),
  allowSingleContractor: iowa(false, yesNo, "DEC-38", "32, 34"),
  transferCounts: iowa(true, yesNo, "DEC-42", "34"),
  safetyReportMaxMinutes: iowa(null, wholeOrOff("minutes", 1, 10_080), "DEC-43", "48"),
  householdNoticeBusinessDays: iowa(1, whole("businessDays", 0, 60), "DEC-43", "48"),
  crisisResponseMinutes: iowa(120, whole("minutes", 1, 1_440), "DEC-44", "152"),
  crisisAfterHoursOnly: iowa(false, yesNo, "DEC-44", "152"),
  coordinatorGraceBusinessDays: iowa(0, whole("businessDays", 0, 60), "DEC-45", "47"),
  initialPlanDueDays: kentucky(15, wholeOrOff("days", 1, 366), "DEC-50", "97"),
  planDueAnchor: kentucky("ASSIGNED", oneOf("ASSIGNED", "OPENED", "CONFERENCE"), "DEC-50", "97"),
  multipleCriteria: kentucky(true, yesNo, "DEC-52", "13-16"),
  patternStepsRequired: kentucky("ALL", oneOf("ALL", "NONE"), "DEC-53", "47-52"),
  requireIndividualObjective: kentucky(false, yesNo, "DEC-54", "104"),
  serviceAreaEmpty: kentucky("WARN", oneOf("WARN", "ERROR"), "DEC-55", "59-63"),
  effortGate: kentucky("DISTRIBUTION", oneOf("DISTRIBUTION", "SUBMISSION"), "DEC-57", "78"),
  virtualAttendanceCounts: kentucky(true, yesNo, "DEC-58", "81-82"),
  parentalConsentRule: kentucky("ANY", oneOf("ANY", "ALL"), "DEC-59", "83-84"),
  dpp154ToIdentifiedFathers: kentucky(false, yesNo, "DEC-60", "86"),
  authorMayApprove: kentucky(false, yesNo, "DEC-62", "98"),
  redeterminationWindowDays: kentucky(30, whole("days", 0, 366), "DEC-63", "91"),
  childInclusionPromptAge: kentucky(null, wholeOrOff("years", 0, 18), "DEC-65", "30"),
  distributionDays: kentucky(null, wholeOrOff("days", 1, 366), "DEC-68", "79-87"),
  tprDistribution: kentucky("EXCLUDE", oneOf("EXCLUDE", "INCLUDE"), "DEC-69", "79-82"),
  dpp154PerVersion: kentucky(true, yesNo, "DEC-73", "86"),
};

export const SETTING_KEYS = Object.keys(SETTINGS) as readonly SettingKey[];

/** Whether a value fits the setting (type and range). */
export const isSettingValue = (key: SettingKey, value: unknown): value is SettingValue => {
  const shape = SETTINGS[key].shape;
  switch (shape.kind) {
    case "whole":
      return value === null
        ? shape.off === true
        : Number.isInteger(value) &&
            (value as number) >= shape.min &&
            (value as number) <= shape.max;
    case "choice":
      return typeof value === "string" && shape.of.includes(value);
    case "yesNo":
      return typeof value === "boolean";
    case "codes":
      return (
        Array.isArray(value) &&
        value.length > 0 &&
        value.every((code) => typeof code === "string" && /^[A-Z][A-Z0-9_]*$/.test(code))
      );
  }
};
