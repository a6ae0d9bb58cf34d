import { describe, expect, test } from "vitest";
import type { ServiceArea } from "../agency/area.ts";
import type { ContractTerm } from "../agency/contract.ts";
import type {
  CaseId,
  ContractAreaId,
  ContractId,
  EpisodeId,
  OrganizationId,
  ServiceAreaId,
  StaffId,
} from "../kernel/ids.ts";
import { plainDate } from "../kernel/plain-date.ts";
import { codeText } from "../kernel/result.ts";
import { defaultPolicyBook, withSettings } from "../policy/policy-book.ts";
import { covers } from "../testing/covers.ts";
import { checkReferral, decideSubmitReferral } from "./decide-referral.ts";
import { decideRequestOverride, overrideBasis } from "./override-approval.ts";
import { asPriorServices, draftedServices, overrideTargets } from "./prior-services.ts";
import { isAboutOverride } from "./referral-tasks.ts";
import type { EpisodeSoFar, ReferralFacts } from "./referral.ts";
import { ReferralDraft } from "./referral-draft.schema.ts";

const day = plainDate;
const today = day("2026-11-23");
const book = defaultPolicyBook("IA_FSRP");
const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const [prairie, riverBend, harvest, kirkwood] = [1, 2, 3, 4].map((n) =>
  uuid(n),
) as unknown as readonly [OrganizationId, OrganizationId, OrganizationId, OrganizationId];
const areas = ["Ames", "Waterloo"].map((name, index): ServiceArea => ({
  id: uuid(10 + index) as ServiceAreaId,
  name,
  contractAreas: [
    { id: uuid(20 + index) as ContractAreaId, from: day("2020-01-01"), counties: [] },
  ],
}));
const [ames, waterloo] = areas as [ServiceArea, ServiceArea];
const term = (
  organizationId: OrganizationId,
  position: 1 | 2,
  subcontractors: ContractTerm["subcontractors"] = [],
): ContractTerm => ({
  id: uuid(30 + position) as ContractId,
  organizationId,
  position,
  from: day("2026-01-01"),
  to: day("2027-06-30"),
  subcontractors,
});
/** Position 1 is River Bend: the order of targets must not follow it. */
const contracts = [
  term(riverBend, 1, [{ organizationId: harvest, from: day("2026-07-01") }]),
  term(prairie, 2),
];
const facts: ReferralFacts = {
  serviceAreas: areas,
  contractsOf: () => contracts,
  worker: "worker" as StaffId,
};
const draft = (more: Partial<ReferralDraft> = {}): ReferralDraft => ({
  family: {
    members: [
      {
        ref: "mia",
        given: "Mia",
        role: "CHILD",
        bases: [{ basis: "CINA", on: day("2026-11-10") }],
        living: { setting: "PARENTAL_HOME" },
      },
    ],
  },
  service: { serviceType: "FSRP", serviceAreaId: ames.id, purpose: "PRESERVE" },
  legalBasis: { openingBasis: "CINA_ASSESSMENT", openedOn: day("2026-11-19") },
  form: { effectiveDate: today, signedOn: today },
  risks: { noneKnown: true },
  ...more,
});
const codes = (content: ReferralDraft, known: ReferralFacts = facts) => {
  expect(ReferralDraft.safeParse(content).success).toBe(true);
  return checkReferral(content, known, book, today).refusals.map(
    (one) => `${codeText(one)} at ${(one.path ?? []).join(".")}`,
  );
};
const entered = (organizationId: OrganizationId, ref: string) => ({
  ref,
  organizationId,
  from: day("2025-01-07"),
  to: day("2025-06-30"),
});

describe("which contractor an override may name, and what speaks for it", () => {
  const services = asPriorServices(
    draftedServices(
      draft({
        priorServices: {
          records: [
            entered(harvest, "a"),
            entered(prairie, "b"),
            { ref: "c", organizationName: "Old Mill", from: day("2019-01-01") },
            { ref: "d", organizationId: riverBend },
          ],
        },
      }),
    ),
  );

  test(
    "the two contractors of the day, by id and not by position, each with its records" +
      covers("ASG-7", "ASG-4", "DEC-34"),
    () => {
      expect(overrideTargets(contracts, services, today)).toEqual([
        { organizationId: prairie, supports: [{ ref: "b" }] },
        { organizationId: riverBend, supports: [{ ref: "a", by: harvest }] },
      ]);
      const swapped = [term(prairie, 1), term(riverBend, 2)];
      expect(overrideTargets(swapped, [], today).map((one) => one.organizationId)).toEqual([
        prairie,
        riverBend,
      ]);
    },
  );

  test(
    "a subcontractor counts while it is one; a former contractor's own contract is over" +
      covers("ASG-7", "DEC-37"),
    () => {
      const supports = (on: string, by = contracts) =>
        overrideTargets(by, services, day(on)).map((one) => one.supports.length);
      expect(supports("2026-06-30")).toEqual([1, 0]);
      expect(supports("2026-07-01")).toEqual([1, 1]);
      expect(overrideTargets(contracts, services, day("2027-07-01"))).toEqual([]);
      const replaced = [
        term(kirkwood, 1, [{ organizationId: riverBend, from: day("2026-07-01") }]),
        term(prairie, 2),
      ];
      const served = asPriorServices(
        draftedServices(draft({ priorServices: { records: [entered(riverBend, "r")] } })),
      );
      expect(overrideTargets(replaced, served, today)).toEqual([
        { organizationId: prairie, supports: [] },
        { organizationId: kirkwood, supports: [{ ref: "r", by: riverBend }] },
      ]);
    },
  );
});

describe("an override rests on one prior service", () => {
  const override = {
    target: prairie,
    believedBeneficialBy: ["FAMILY" as const],
    reason: "CONTINUITY",
  };
  const found = [
    { foundId: uuid(50), organizationId: prairie, from: day("2025-01-07"), to: day("2025-06-30") },
  ];

  test(
    "a service found on record is what the record says, whatever the draft says of it" +
      covers("ASG-7"),
    () => {
      const content = draft({
        priorServices: {
          records: [
            {
              ref: "f",
              foundId: uuid(50) as never,
              organizationId: riverBend,
              from: day("1999-01-01"),
            },
          ],
        },
        override,
      });
      const decision = decideSubmitReferral(content, { ...facts, found }, book, today);
      expect(decision.ok && decision.value.override?.priorService).toEqual([
        { ...found[0], foundId: uuid(50) },
      ]);
      // Without the person who led to it nothing is left of it.
      expect(codes(content).toSorted()).toEqual([
        "OVERRIDE_NO_PRIOR_SERVICE at override.priorService",
        "PRIOR_SERVICE_NOT_FOUND at priorServices.records.0",
      ]);
    },
  );

  test("of several that support it the worker names one" + covers("ASG-7", "DEC-34"), () => {
    const records = [
      entered(prairie, "a"),
      { ...entered(prairie, "b"), from: day("2024-02-01") },
      entered(harvest, "c"),
    ];
    const asking = (restsOn?: string) =>
      draft({
        priorServices: { records },
        override: { ...override, ...(restsOn && { restsOn }) },
      });
    expect(codes(asking())).toEqual(["FIELD_REQUIRED:restsOn at override.restsOn"]);
    const decision = decideSubmitReferral(asking("b"), facts, book, today);
    expect(decision.ok && decision.value.override?.priorService).toEqual([
      { organizationId: prairie, from: "2024-02-01", to: "2025-06-30" },
    ]);
    // A record of somebody else's supports nothing.
    expect(codes(asking("c"))).toEqual(["OVERRIDE_NO_PRIOR_SERVICE at override.priorService"]);
  });

  test(
    "every code that applies is given at its field, and only the override is refused" +
      covers("ASG-7", "DEC-34"),
    () => {
      const asked = draft({ override: { target: kirkwood } });
      const { refusals } = checkReferral(asked, facts, book, today);
      expect(refusals.map((one) => `${one.code} at ${one.path?.join(".")}`)).toEqual([
        "OVERRIDE_TARGET_NOT_ACTIVE at override.target",
        "OVERRIDE_NO_PRIOR_SERVICE at override.priorService",
        "OVERRIDE_BELIEF_REQUIRED at override.believedBeneficialBy",
        "OVERRIDE_REASON_REQUIRED at override.reason",
      ]);
      expect(refusals.every(isAboutOverride)).toBe(true);
      expect(codes(draft())).toEqual([]);
      expect(codes(draft({ override: {} }))).toEqual(["FIELD_REQUIRED:target at override.target"]);
    },
  );

  test(
    "who approved it comes from the record of the approval, never from the draft" +
      covers("ASG-7", "DEC-34"),
    () => {
      const approved = { override: { ...override, approvedBy: uuid(9) } };
      expect(ReferralDraft.safeParse({ ...draft(), ...approved }).success).toBe(false);
      const strict = withSettings(book, { overrideRequiresSupervisor: true });
      const content = draft({ priorServices: { records: [entered(prairie, "a")] }, override });
      const refusals = (known: ReferralFacts) =>
        checkReferral(content, known, strict, today).refusals.map((one) => one.code);
      expect(refusals(facts)).toEqual(["SUPERVISOR_APPROVAL_REQUIRED"]);
      expect(refusals({ ...facts, overrideApprovedBy: facts.worker })).toEqual([
        "APPROVER_IS_REQUESTER",
      ]);
      const by = "supervisor" as StaffId;
      const decision = decideSubmitReferral(
        content,
        { ...facts, overrideApprovedBy: by },
        strict,
        today,
      );
      expect(decision.ok && decision.value.override).toMatchObject({
        requestedBy: "worker",
        approvedBy: by,
      });
    },
  );
});

describe("a supervisor is asked about one override of one family", () => {
  const strict = withSettings(book, { overrideRequiresSupervisor: true });
  const content = draft({
    priorServices: { records: [entered(prairie, "a")] },
    override: {
      target: prairie,
      believedBeneficialBy: ["DEPARTMENT_WORKER", "FAMILY"],
      reason: "CONTINUITY",
    },
  });
  const ask = (asked: ReferralDraft, rules = strict) =>
    decideRequestOverride(asked, facts, rules, today);

  test(
    "only where the agency wants it, and nothing else stands against it" + covers("ASG-7"),
    () => {
      expect(ask(content)).toMatchObject({
        ok: true,
        value: { target: prairie, priorService: { organizationId: prairie }, people: ["Mia"] },
      });
      const refused = (result: ReturnType<typeof ask>) =>
        result.ok ? [] : result.refusals.map((one) => one.code);
      expect(refused(ask(content, book))).toEqual(["INVALID_TRANSITION"]);
      expect(refused(ask(draft()))).toEqual(["INVALID_TRANSITION"]);
      expect(refused(ask({ ...content, priorServices: { noneKnown: true } }))).toEqual([
        "OVERRIDE_NO_PRIOR_SERVICE",
      ]);
    },
  );

  test.each([
    ["believers", { override: { ...content.override, believedBeneficialBy: ["FAMILY" as const] } }],
    ["the contractor", { override: { ...content.override, target: riverBend } }],
    [
      "the prior service",
      { priorServices: { records: [{ ...entered(prairie, "a"), to: today }] } },
    ],
    ["the people", { family: { members: [{ ref: "mia", given: "Ada" }] } }],
    ["the area", { service: { ...content.service, serviceAreaId: waterloo.id } }],
    ["the case", { caseId: uuid(60) as CaseId }],
  ])(
    "what is approved is another thing once %s differ" + covers("ASG-7", "DEC-34"),
    (_what, more) => {
      const basis = overrideBasis(content, facts, today);
      expect(basis).toBeDefined();
      expect(overrideBasis({ ...content, ...more } as ReferralDraft, facts, today)).not.toEqual(
        basis,
      );
      // What is no part of it may change: risks, dates, the order in which believers were ticked.
      const same = {
        ...content,
        risks: { notes: "A dog" },
        override: { ...content.override, believedBeneficialBy: ["FAMILY", "DEPARTMENT_WORKER"] },
      } as ReferralDraft;
      expect(overrideBasis(same, facts, today)).toEqual(basis);
    },
  );
});

describe("services that go on elsewhere", () => {
  const running = (more: Partial<EpisodeSoFar> = {}): ReferralFacts => ({
    ...facts,
    case: {
      caseId: uuid(60) as CaseId,
      caseNumber: "2026-00060",
      profile: "IA_FSRP",
      openedOn: day("2026-06-01"),
      members: [],
      episodes: [
        {
          episodeId: uuid(61) as EpisodeId,
          no: 1,
          serviceType: "FSRP",
          effectiveDate: day("2026-06-01"),
          contractAreaId: ames.contractAreas[0]?.id as ContractAreaId,
          standing: true,
          ...more,
        },
      ],
    },
  });
  const into = (area: ServiceArea, more: Partial<ReferralDraft> = {}) =>
    draft({
      caseId: uuid(60) as CaseId,
      service: { serviceType: "FSRP", serviceAreaId: area.id, purpose: "PRESERVE" },
      ...more,
    });
  const transfer = { reason: "The family moved to Waterloo" };

  test(
    "a deliberate transfer takes a turn in the other area; the services before end the day before" +
      covers("ASG-12", "DEC-42", "DEC-72"),
    () => {
      const form = { effectiveDate: day("2026-12-01"), signedOn: today };
      const decision = decideSubmitReferral(
        into(waterloo, { transfer, form }),
        running(),
        book,
        today,
      );
      expect(decision.ok && decision.value).toMatchObject({
        contractAreaId: waterloo.contractAreas[0]?.id,
        transfer,
        episode: { no: 2, follows: uuid(61) },
        ends: { episodeId: uuid(61), lastServiceDay: "2026-11-30" },
      });
    },
  );

  test.each([
    ["not asked for", into(waterloo), running(), ["CASE_ALREADY_ASSIGNED at service.serviceType"]],
    [
      "into its own area",
      into(ames, { transfer }),
      running(),
      ["CASE_ALREADY_ASSIGNED at service.serviceAreaId"],
    ],
    [
      "without a reason",
      into(waterloo, { transfer: {} }),
      running(),
      ["REASON_REQUIRED at transfer.reason"],
    ],
    [
      "before the services began",
      into(waterloo, { transfer, form: { effectiveDate: day("2026-06-01"), signedOn: today } }),
      running(),
      ["DATE_ORDER at form.effectiveDate"],
    ],
    [
      "of services that are over",
      into(waterloo, { transfer }),
      running({ lastServiceDay: day("2026-10-01") }),
      ["INVALID_TRANSITION at transfer"],
    ],
    ["without a case", draft({ transfer }), facts, ["INVALID_TRANSITION at transfer"]],
  ])("a transfer is refused %s" + covers("ASG-12", "DEC-42"), (_when, content, known, expected) => {
    expect(codes(content, known)).toEqual(expected);
  });

  test(
    "safety plan services end the day before FSRP begins, or on their only day" +
      covers("ASG-6", "DEC-33"),
    () => {
      const ends = (effective: string) => {
        const decision = decideSubmitReferral(
          into(ames, { form: { effectiveDate: day(effective), signedOn: today } }),
          running({ serviceType: "SAFETY_PLAN", effectiveDate: day("2026-11-20") }),
          book,
          today,
        );
        return decision.ok ? decision.value.ends?.lastServiceDay : decision.refusals;
      };
      expect(ends("2026-12-10")).toBe("2026-12-09");
      expect(ends("2026-11-20")).toBe("2026-11-20");
    },
  );

  test(
    "a reopened case goes on from nothing: its services are over" + covers("ASG-12", "DEC-40"),
    () => {
      const decision = decideSubmitReferral(
        into(ames),
        running({ lastServiceDay: day("2026-09-30") }),
        book,
        today,
      );
      expect(decision.ok && decision.value).toMatchObject({ episode: { no: 2 } });
      expect(decision.ok && decision.value.ends).toBeUndefined();
      expect(decision.ok && decision.value.episode.follows).toBeUndefined();
    },
  );
});
