import type { Refusal } from "../kernel/result.ts";
import type { ReferralDraft } from "./referral-draft.schema.ts";

/** The tasks of the form, in their order. */
export const REFERRAL_TASKS = [
  "FAMILY",
  "SERVICE",
  "LEGAL_BASIS",
  "EFFECTIVE_DATE",
  "PRIOR_SERVICES",
  "RISKS",
] as const;
export type ReferralTask = (typeof REFERRAL_TASKS)[number];
export type TaskState = "TO_DO" | "WRITING" | "READY";

/** The task of the form to which a refusal belongs: the bases of children are the legal basis. */
export const taskOf = (path: Refusal["path"]): ReferralTask => {
  const [section] = path ?? [];
  if (path?.includes("bases")) return "LEGAL_BASIS";
  switch (section) {
    case "service":
    case "transfer":
      return "SERVICE";
    case "legalBasis":
      return "LEGAL_BASIS";
    case "form":
      return "EFFECTIVE_DATE";
    case "priorServices":
    case "override":
      return "PRIOR_SERVICES";
    case "risks":
      return "RISKS";
    default:
      return "FAMILY";
  }
};

/** Refused is only the override that the referral asks for: without it the referral can be submitted (DEC-34). */
export const isAboutOverride = (refusal: Refusal): boolean => refusal.path?.[0] === "override";

/** How far each task is: nothing written, something missing or refused, or ready. */
export const referralTasks = (
  draft: ReferralDraft,
  refusals: readonly Refusal[],
): Readonly<Record<ReferralTask, TaskState>> => {
  const members = draft.family?.members ?? [];
  const open = new Set(
    refusals
      .filter((refusal) => !isAboutOverride(refusal))
      .map((refusal) =>
        refusal.code === "NO_QUALIFYING_CHILD" ? "LEGAL_BASIS" : taskOf(refusal.path),
      ),
  );
  const state = (task: ReferralTask, begun: boolean): TaskState =>
    !begun ? "TO_DO" : open.has(task) ? "WRITING" : "READY";
  const prior = draft.priorServices;
  return {
    FAMILY: state("FAMILY", members.length > 0),
    SERVICE: state("SERVICE", hasAny(draft.service)),
    LEGAL_BASIS: state(
      "LEGAL_BASIS",
      hasAny(draft.legalBasis) || members.some((one) => (one.bases ?? []).length > 0),
    ),
    EFFECTIVE_DATE: state("EFFECTIVE_DATE", hasAny(draft.form)),
    PRIOR_SERVICES: state(
      "PRIOR_SERVICES",
      prior?.noneKnown === true || (prior?.records ?? []).length > 0,
    ),
    RISKS: state("RISKS", hasAny(draft.risks)),
  };
};

const hasAny = (section: object | undefined): boolean =>
  Object.values(section ?? {}).some((value) => value !== undefined && value !== "");
