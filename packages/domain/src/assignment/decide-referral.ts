import { resolveArea } from "../agency/area.ts";
import { ia } from "../kernel/citation.ts";
import { addDays, maxDate, type PlainDate } from "../kernel/plain-date.ts";
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
  goesOnFrom,
  overrideOf,
  recordedOverride,
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
    decisions: ["DEC-33", "DEC-40", "DEC-42"],
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
    const follows = goesOnFrom(draft, facts, today);
    const asked = overrideOf(draft, facts);
    const override = asked && recordedOverride(asked, facts.contractsOf(area.value), today);
    const reason = draft.transfer?.reason?.trim();
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
        ...(follows &&
          follows.lastServiceDay === undefined && {
            ends: {
              episodeId: follows.episodeId,
              // The day before; of services that began on the same day, that day.
              lastServiceDay: maxDate(follows.effectiveDate, addDays(effectiveDate, -1)),
            },
          }),
        ...(reason && { transfer: { reason } }),
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
