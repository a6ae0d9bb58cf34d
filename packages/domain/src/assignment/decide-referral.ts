import { resolveArea } from "../agency/area.ts";
import { ia } from "../kernel/citation.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result, type Warning } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";
import { familyDisplayName } from "../people/person.ts";
import type { PolicyBook } from "../policy/policy-book.ts";
import type { ReferralChange, ReferralFacts, ReferredMember } from "./referral.ts";
import {
  checkAssignment,
  type CheckContext,
  checkForm,
  checkNotAssigned,
  checkOpening,
  checkPeople,
  checkPriorServices,
  checkPurpose,
  checkQualifyingChild,
  isRunning,
  overrideOf,
} from "./referral-checks.ts";
import type { ReferralDraft } from "./referral-draft.schema.ts";

/** All that stands against a referral, and what is shown with it: the check page. */
export const checkReferral = (
  draft: ReferralDraft,
  facts: ReferralFacts,
  book: PolicyBook,
  today: PlainDate,
): { readonly refusals: readonly Refusal[]; readonly warnings: readonly Warning[] } => {
  const context: CheckContext = { facts, book, today };
  const checks = [
    checkForm,
    checkOpening,
    checkPurpose,
    checkQualifyingChild,
    checkNotAssigned,
    checkAssignment,
    checkPriorServices,
  ];
  return {
    refusals: [
      ...checkPeople(draft.family?.members ?? [], ["family", "members"], today),
      ...checks.flatMap((check) => check(draft, context)),
    ],
    warnings: referralWarnings(draft, facts, today),
  };
};

/** A past or coming effective date, and people who are members of two open cases (REF-1, X-8): shown, never refused. */
export const referralWarnings = rule(
  { id: "REF-1", also: ["X-8"], cites: [ia("68")], decisions: ["DEC-41"] },
  (draft: ReferralDraft, facts: ReferralFacts, today: PlainDate): readonly Warning[] => {
    const path = ["form", "effectiveDate"];
    const effective = draft.form?.effectiveDate;
    const dated: readonly Warning[] =
      effective === undefined || effective === today
        ? []
        : [{ code: effective < today ? "BACKDATED" : "EFFECTIVE_IN_FUTURE", path }];
    const own = facts.case === undefined ? [] : [facts.case.caseNumber];
    const twice = (facts.openCases ?? []).flatMap(
      ({ personId, caseNumbers }): readonly Warning[] => {
        const others = caseNumbers.filter((number) => !own.includes(number));
        const index = (draft.family?.members ?? []).findIndex(
          (member) => member.personId === personId,
        );
        if (others.length === 0 || index < 0) return [];
        const cases = [...own, ...others].join(",");
        return [
          {
            code: "PERSON_IN_TWO_OPEN_CASES",
            path: ["family", "members", index],
            params: { of: [personId, cases] },
          },
        ];
      },
    );
    return [...dated, ...twice];
  },
);

/**
 * Decides whether a referral on form 470-3055 can be submitted, and what it changes: everything but the turn, which is
 * taken under the lock of the contract area (`assign`).
 */
export const decideSubmitReferral = rule(
  {
    id: "REF-1",
    also: ["REF-2", "SCP-1", "ASG-12"],
    cites: [ia("68"), ia("77")],
    decisions: ["DEC-40"],
  },
  (
    draft: ReferralDraft,
    facts: ReferralFacts,
    book: PolicyBook,
    today: PlainDate,
  ): Result<ReferralChange> => {
    const { refusals, warnings } = checkReferral(draft, facts, book, today);
    const area = resolveArea(facts.serviceAreas, draft.service ?? {}, today);
    const { serviceType, purpose } = draft.service ?? {};
    const { effectiveDate, signedOn } = draft.form ?? {};
    if (refusals.length > 0 || !area.ok || !serviceType || !effectiveDate || !signedOn)
      return refuse(...refusals);

    const { members, ...family } = draft.family ?? {};
    const referred = (members ?? []).filter(
      (member): member is ReferredMember => member.role !== undefined,
    );
    const { openedOn, openingBasis } = draft.legalBasis ?? {};
    const opens =
      facts.case?.openedOn === undefined && openedOn && openingBasis
        ? { openedOn, openingBasis }
        : undefined;
    const episodes = facts.case?.episodes ?? [];
    const follows =
      serviceType === "FSRP"
        ? episodes.findLast((one) => one.serviceType === "SAFETY_PLAN" && isRunning(one, today))
        : undefined;
    const override = overrideOf(draft, facts);
    const familyName = familyDisplayName(referred);
    const risks = draft.risks?.notes?.trim();
    return accept(
      {
        contractAreaId: area.value,
        serviceType,
        ...(purpose && { purpose }),
        ...(facts.case && { caseId: facts.case.caseId }),
        ...(opens && { opens }),
        episode: {
          no: episodes.reduce((max, one) => Math.max(max, one.no), 0) + 1,
          serviceType,
          effectiveDate,
          ...(follows && { follows: follows.episodeId }),
        },
        form: { kind: "INITIAL", effectiveDate, signedOn },
        members: referred,
        family,
        ...(familyName !== undefined && { familyName }),
        ...(draft.priorServices && { priorServices: draft.priorServices }),
        ...(override && { override }),
        ...(risks && { risks }),
      },
      warnings,
    );
  },
);

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

/** How far each task is: nothing written, something missing or refused, or ready. */
export const referralTasks = (
  draft: ReferralDraft,
  refusals: readonly Refusal[],
): Readonly<Record<ReferralTask, TaskState>> => {
  const members = draft.family?.members ?? [];
  const open = new Set(
    refusals.map((refusal) =>
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
