import { resolveArea } from "../agency/area.ts";
import type { ContractTerm } from "../agency/contract.ts";
import type { BasisRecord, Member } from "../casefile/case-file.ts";
import { ia } from "../kernel/citation.ts";
import type { PersonId } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Refusal } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";
import { isQualifyingChild } from "../people/membership.ts";
import { type PolicyBook, settingOn } from "../policy/policy-book.ts";
import { assignmentRefusals } from "./assign.ts";
import { findSupportingService, type OverrideRequest } from "./override.ts";
import { asPriorServices, draftedServices } from "./prior-services.ts";
import type { EpisodeSoFar, ReferralFacts } from "./referral.ts";
import type { DraftMember, ReferralDraft } from "./referral-draft.schema.ts";
import { rotationRulesOn } from "./rotation.ts";

export interface CheckContext {
  readonly facts: ReferralFacts;
  readonly book: PolicyBook;
  readonly today: PlainDate;
}
type Path = readonly (string | number)[];
type Check = (draft: ReferralDraft, context: CheckContext) => readonly Refusal[];

export const required = (field: string, path: Path): Refusal => ({
  code: "FIELD_REQUIRED",
  path,
  params: { of: field },
});
const inFuture = (
  field: string,
  path: Path,
  value: PlainDate | undefined,
  today: PlainDate,
): readonly Refusal[] =>
  value !== undefined && value > today
    ? [{ code: "DATE_IN_FUTURE", path, params: { of: field } }]
    : [];
const beforeBirth = (
  member: DraftMember,
  path: Path,
  value: PlainDate | undefined,
): readonly Refusal[] =>
  value !== undefined &&
  member.birthDate !== undefined &&
  member.birthDateKind !== "EXPECTED" &&
  value < member.birthDate
    ? [{ code: "DATE_BEFORE_BIRTH", path }]
    : [];

/** Whether services of an episode go on, the last service day included. */
export const isRunning = (episode: EpisodeSoFar, today: PlainDate): boolean =>
  episode.standing && (episode.lastServiceDay === undefined || episode.lastServiceDay >= today);

/** The people of the form: who they are, what they are in the case and since when (CASE-1 to CASE-6). */
export const checkPeople = rule(
  { id: "CASE-5", also: ["CASE-3", "CASE-6"], cites: [ia("17-26")] },
  (members: readonly DraftMember[], path: Path, today: PlainDate): readonly Refusal[] =>
    members.length === 0
      ? [required("members", path)]
      : members.flatMap((member, index) => checkMember(member, [...path, index], today)),
);

const checkMember = (member: DraftMember, path: Path, today: PlainDate): readonly Refusal[] => {
  const refusals: Refusal[] = [];
  const named = [member.given, member.family, member.preferred].some(
    (part) => (part ?? "").trim() !== "",
  );
  if (!named && member.personId === undefined) refusals.push(required("name", [...path, "given"]));
  if (member.role === undefined) refusals.push(required("role", [...path, "role"]));
  if (member.living?.setting === undefined)
    refusals.push(required("setting", [...path, "living", "setting"]));
  if (member.role === "CHILD" && (member.bases ?? []).length === 0)
    refusals.push(required("basis", [...path, "bases"]));
  if (member.birthDateKind !== "EXPECTED")
    refusals.push(...inFuture("birthDate", [...path, "birthDate"], member.birthDate, today));
  for (const [field, value] of [
    ["deceasedOn", member.deceasedOn],
    ["living", member.living?.from],
  ] as const) {
    const at = field === "living" ? [...path, "living", "from"] : [...path, field];
    refusals.push(
      ...inFuture(field === "living" ? "from" : field, at, value, today),
      ...beforeBirth(member, at, value),
    );
  }
  (member.bases ?? []).forEach((basis, index) => {
    const at = [...path, "bases", index];
    if (basis.basis === undefined) refusals.push(required("basis", [...at, "basis"]));
    if (basis.basis === "CINA" && basis.on === undefined)
      refusals.push(required("on", [...at, "on"]));
    if (basis.basis === "SIBLING" && basis.siblingKind === undefined)
      refusals.push(required("siblingKind", [...at, "siblingKind"]));
    refusals.push(
      ...inFuture("on", [...at, "on"], basis.on, today),
      ...beforeBirth(member, [...at, "on"], basis.on),
    );
    if (basis.on !== undefined && basis.to !== undefined && basis.to < basis.on)
      refusals.push({ code: "DATE_ORDER", path: [...at, "to"], params: { after: "on" } });
  });
  return refusals;
};

/** Form 470-3055: its dates, and what every task of it demands (REF-1 to REF-3). */
export const checkForm = rule(
  { id: "REF-1", also: ["REF-2", "REF-3"], cites: [ia("68"), ia("77"), ia("98")] },
  ((draft, { facts, today }) => {
    const refusals: Refusal[] = [];
    const { effectiveDate, signedOn } = draft.form ?? {};
    if (draft.service?.serviceType === undefined)
      refusals.push(required("serviceType", ["service", "serviceType"]));
    if (effectiveDate === undefined)
      refusals.push(required("effectiveDate", ["form", "effectiveDate"]));
    if (signedOn === undefined) refusals.push(required("signedOn", ["form", "signedOn"]));
    refusals.push(...inFuture("signedOn", ["form", "signedOn"], signedOn, today));
    if (draft.risks?.noneKnown !== true && (draft.risks?.notes ?? "").trim() === "")
      refusals.push(required("risks", ["risks", "notes"]));
    // An initial form of a later episode begins after the services of the one before (DEC-40).
    const before = facts.case?.episodes.findLast(
      (one) =>
        one.standing &&
        one.serviceType === draft.service?.serviceType &&
        one.lastServiceDay !== undefined,
    );
    if (
      effectiveDate !== undefined &&
      before?.lastServiceDay !== undefined &&
      effectiveDate <= before.lastServiceDay
    )
      refusals.push({
        code: "DATE_ORDER",
        path: ["form", "effectiveDate"],
        params: { after: before.lastServiceDay },
      });
    return refusals;
  }) satisfies Check,
);

/** FSRP is for families with an open child welfare case: it is open, or the referral says why and since when (SCP-1). */
export const checkOpening = rule({ id: "SCP-1", cites: [ia("7")] }, ((draft, { facts, today }) => {
  const { openedOn, openingBasis } = draft.legalBasis ?? {};
  const path = ["legalBasis", "openedOn"];
  const refusals: Refusal[] = [];
  if (facts.case?.openedOn !== undefined) return refusals;
  const begun = openedOn !== undefined || openingBasis !== undefined;
  if (!begun) return draft.service?.serviceType === "FSRP" ? [{ code: "CASE_NOT_OPEN", path }] : [];
  if (openedOn === undefined) refusals.push(required("openedOn", path));
  if (openingBasis === undefined)
    refusals.push(required("openingBasis", ["legalBasis", "openingBasis"]));
  refusals.push(...inFuture("openedOn", path, openedOn, today));
  const effective = draft.form?.effectiveDate;
  if (
    draft.service?.serviceType === "FSRP" &&
    openedOn !== undefined &&
    effective !== undefined &&
    openedOn > effective
  )
    refusals.push({ code: "DATE_ORDER", path, params: { before: "effectiveDate" } });
  return refusals;
}) satisfies Check);

/** An FSRP referral says what the service is for (SCP-4). */
export const checkPurpose = rule({ id: "SCP-4", cites: [ia("11-15")] }, ((draft) =>
  draft.service?.serviceType === "FSRP" && draft.service.purpose === undefined
    ? [{ code: "PURPOSE_REQUIRED", path: ["service", "purpose"] }]
    : []) satisfies Check);

/** A case is the union of the groups of the policy and needs one child of the first, second or fourth (CASE-1). */
export const checkQualifyingChild = rule(
  { id: "CASE-1", also: ["CASE-2", "CASE-4", "SCP-2"], cites: [ia("17-23")] },
  ((draft, { facts, book, today }) => {
    if (draft.service?.serviceType !== "FSRP") return [];
    const day = draft.form?.effectiveDate ?? today;
    const entered = draft.family?.members ?? [];
    const kept = (facts.case?.members ?? []).filter(
      (one) => !entered.some((member) => member.personId === one.id),
    );
    const limit = settingOn(book, "childAgeLimit", day);
    const qualifies = [...kept, ...entered.map(asMember)].some((member) =>
      isQualifyingChild(member, day, limit),
    );
    return qualifies ? [] : [{ code: "NO_QUALIFYING_CHILD", path: ["family", "members"] }];
  }) satisfies Check,
);

const asMember = (member: DraftMember): Member => ({
  id: (member.personId ?? member.ref) as PersonId,
  role: member.role ?? "CARETAKER",
  living: [],
  criteria: (member.bases ?? []).flatMap((one) =>
    one.basis === undefined
      ? []
      : [
          {
            basis: one.basis,
            ...(one.to && { to: one.to }),
            ...(one.meetsOpeningCriteria !== undefined && {
              meetsOpeningCriteria: one.meetsOpeningCriteria,
            }),
          } satisfies BasisRecord,
        ],
  ),
  ...(member.birthDate && { dob: member.birthDate }),
  ...(member.continuesPastMajority !== undefined && {
    continuesPastMajority: member.continuesPastMajority,
  }),
});

/**
 * One standing assignment at a time: a second initial referral of a case that is open for it is refused (ASG-12), unless
 * it is a deliberate transfer of these services into another contract area (DEC-42).
 */
export const checkNotAssigned = rule(
  { id: "ASG-12", cites: [ia("34"), ia("77")], decisions: ["DEC-40", "DEC-42"] },
  ((draft, { facts, today }) => {
    const noTransfer: readonly Refusal[] =
      draft.transfer === undefined ? [] : [{ code: "INVALID_TRANSITION", path: ["transfer"] }];
    if (facts.case === undefined) return noTransfer;
    if (facts.case.profile !== "IA_FSRP") return [{ code: "INVALID_TRANSITION", path: ["caseId"] }];
    const { serviceType } = draft.service ?? {};
    const path = ["service", "serviceType"];
    const running = facts.case.episodes.filter((episode) => isRunning(episode, today));
    const same = running.findLast((episode) => episode.serviceType === serviceType);
    if (draft.transfer !== undefined && same !== undefined)
      return checkTransfer(draft, same, facts, today);
    if (running.some((episode) => episode.serviceType === "FSRP"))
      return [{ code: "CASE_ALREADY_ASSIGNED", path }];
    const again = serviceType === "SAFETY_PLAN" && running.length > 0;
    return [...(again ? [{ code: "INVALID_TRANSITION", path } as const] : []), ...noTransfer];
  }) satisfies Check,
);

/** A transfer leaves the area, says why, and begins after the services that it goes on from. */
const checkTransfer = (
  draft: ReferralDraft,
  from: EpisodeSoFar,
  facts: ReferralFacts,
  today: PlainDate,
): readonly Refusal[] => {
  const area = resolveArea(facts.serviceAreas, draft.service ?? {}, today);
  const effective = draft.form?.effectiveDate;
  const after = from.lastServiceDay ?? from.effectiveDate;
  return [
    ...(area.ok && area.value === from.contractAreaId
      ? [{ code: "CASE_ALREADY_ASSIGNED", path: ["service", "serviceAreaId"] } as const]
      : []),
    ...((draft.transfer?.reason ?? "").trim() === ""
      ? [{ code: "REASON_REQUIRED", path: ["transfer", "reason"] } as const]
      : []),
    ...(effective !== undefined && effective <= after
      ? [{ code: "DATE_ORDER", path: ["form", "effectiveDate"], params: { after } } as const]
      : []),
  ];
};

/** The services that a referral goes on from: those that it transfers, or safety plan services before FSRP (DEC-33). */
export const goesOnFrom = (
  draft: ReferralDraft,
  facts: Pick<ReferralFacts, "case">,
  today: PlainDate,
): EpisodeSoFar | undefined => {
  const { serviceType } = draft.service ?? {};
  const before = draft.transfer !== undefined ? serviceType : "SAFETY_PLAN";
  if (draft.transfer === undefined && serviceType !== "FSRP") return undefined;
  return facts.case?.episodes.findLast(
    (episode) => episode.serviceType === before && isRunning(episode, today),
  );
};

/** The contract area, its contractors in force today, and the override where one is asked for. */
export const checkAssignment: Check = (draft, { facts, book, today }) => {
  const area = resolveArea(facts.serviceAreas, draft.service ?? {}, today);
  const override = overrideOf(draft, facts);
  const missing =
    draft.override !== undefined && draft.override.target === undefined
      ? [required("target", ["override", "target"])]
      : [];
  if (!area.ok) return [...area.refusals, ...missing];
  const { serviceType } = draft.service ?? {};
  if (serviceType === undefined) return missing;
  const contracts = facts.contractsOf(area.value);
  return [
    ...missing,
    ...(override === undefined ? [] : checkRestsOn(override, contracts, today)),
    ...assignmentRefusals(
      { serviceType, submittedOn: today, ...(override && { override }) },
      {
        contracts: facts.contractsOf(area.value),
        pauses: facts.pausesOf?.(area.value) ?? [],
        ...facts.earlier,
      },
      rotationRulesOn(book, today),
    ),
  ];
};

/** The override that the draft asks for, with the prior service that it rests on. */
export const overrideOf = (
  draft: ReferralDraft,
  facts: Pick<ReferralFacts, "worker" | "found" | "overrideApprovedBy">,
): OverrideRequest | undefined => {
  const { target, believedBeneficialBy, reason, restsOn } = draft.override ?? {};
  if (target === undefined) return undefined;
  const services = asPriorServices(draftedServices(draft, facts.found));
  return {
    target,
    priorService: services
      .filter((service) => restsOn === undefined || service.ref === restsOn)
      .map(({ ref: _, ...service }) => service),
    believedBeneficialBy: believedBeneficialBy ?? [],
    ...(reason === undefined ? {} : { reason }),
    requestedBy: facts.worker,
    ...(facts.overrideApprovedBy === undefined ? {} : { approvedBy: facts.overrideApprovedBy }),
  };
};

/** The override as it is recorded: it rests on the one prior service that supports it. */
export const recordedOverride = (
  override: OverrideRequest,
  contracts: readonly ContractTerm[],
  on: PlainDate,
): OverrideRequest => {
  const support = findSupportingService(override, { contracts, on });
  return { ...override, priorService: support === undefined ? [] : [support] };
};

/** Where several prior services support the contractor asked for, the draft names the one that the override rests on. */
const checkRestsOn = (
  override: OverrideRequest,
  contracts: readonly ContractTerm[],
  on: PlainDate,
): readonly Refusal[] => {
  const supporting = override.priorService.filter((service) =>
    findSupportingService({ ...override, priorService: [service] }, { contracts, on }),
  );
  return supporting.length > 1 ? [required("restsOn", ["override", "restsOn"])] : [];
};

/** Prior services stand in order of time, lie in the past, and are found where they were found. */
export const checkPriorServices = rule({ id: "ASG-7", cites: [ia("38")] }, ((
  draft,
  { facts, today },
) => {
  const services = draftedServices(draft, facts.found);
  return (draft.priorServices?.records ?? []).flatMap((record, index): readonly Refusal[] => {
    const path = ["priorServices", "records", index];
    if (record.foundId !== undefined)
      return services[index]?.lost ? [{ code: "PRIOR_SERVICE_NOT_FOUND", path }] : [];
    const unnamed =
      record.organizationId === undefined && (record.organizationName ?? "").trim() === "";
    return [
      ...(unnamed ? [required("organization", [...path, "organizationId"])] : []),
      ...(record.from === undefined ? [required("from", [...path, "from"])] : []),
      ...inFuture("from", [...path, "from"], record.from, today),
      ...(record.from !== undefined && record.to !== undefined && record.to < record.from
        ? [{ code: "DATE_ORDER", path: [...path, "to"], params: { after: "from" } } as const]
        : []),
    ];
  });
}) satisfies Check);
