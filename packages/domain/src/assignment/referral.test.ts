import { describe, expect, test } from "vitest";
import { IOWA_SERVICE_AREAS, type ServiceArea } from "../agency/area.ts";
import type { ContractTerm } from "../agency/contract.ts";
import type {
  CaseId,
  ContractAreaId,
  ContractId,
  EpisodeId,
  OrganizationId,
  PersonId,
  ServiceAreaId,
  StaffId,
} from "../kernel/ids.ts";
import { type PlainDate, plainDate } from "../kernel/plain-date.ts";
import { codeText } from "../kernel/result.ts";
import { defaultPolicyBook } from "../policy/policy-book.ts";
import { covers } from "../testing/covers.ts";
import { decideBeginCase } from "./begin-case.ts";
import { checkReferral, decideSubmitReferral } from "./decide-referral.ts";
import type { CaseSoFar, EpisodeSoFar, ReferralFacts } from "./referral.ts";
import { type DraftMember, ReferralDraft } from "./referral-draft.schema.ts";
import { decideWithdraw, referralStatusOn } from "./referral-lifecycle.ts";
import { referralTasks } from "./referral-tasks.ts";

const day = plainDate;
const today = day("2026-11-23");
const book = defaultPolicyBook("IA_FSRP");
const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;

const areaOf = (name: string, subareas: 0 | 2, n: number): ServiceArea => ({
  id: uuid(n) as ServiceAreaId,
  name,
  contractAreas: (subareas === 0 ? [undefined] : ["subarea 1", "subarea 2"]).map(
    (subareaName, index) => ({
      id: uuid(100 + n * 10 + index) as ContractAreaId,
      ...(subareaName && { subareaName }),
      from: day("2020-01-01"),
      counties: [],
    }),
  ),
});
const serviceAreas = IOWA_SERVICE_AREAS.map((area, index) =>
  areaOf(area.name, area.subareas, index),
);
const ames = serviceAreas[0] as ServiceArea;
const desMoines = serviceAreas.find((area) => area.name === "Des Moines") as ServiceArea;
const contracts = (["Prairie", "River Bend"] as const).map((name, index): ContractTerm => ({
  id: name as string as ContractId,
  organizationId: name as string as OrganizationId,
  position: index === 0 ? 1 : 2,
  from: day("2026-01-01"),
  to: day("2027-06-30"),
  subcontractors: [],
}));
const facts: ReferralFacts = { serviceAreas, contractsOf: () => contracts, worker: "w" as StaffId };

const mia: DraftMember = {
  ref: "mia",
  given: "Mia",
  family: "Sample",
  birthDate: day("2020-05-04"),
  birthDateKind: "EXACT",
  role: "CHILD",
  bases: [{ basis: "ABUSE_VICTIM", on: day("2026-11-10"), meetsOpeningCriteria: true }],
  living: { setting: "PARENTAL_HOME", state: "IA" },
};
const dana: DraftMember = {
  ref: "dana",
  given: "Dana",
  family: "Sample",
  role: "PARENT",
  living: { setting: "PARENTAL_HOME" },
};
const complete: ReferralDraft = {
  family: { members: [mia, dana], languages: ["es"], interpreterNeeded: true },
  service: { serviceType: "FSRP", serviceAreaId: ames.id, purpose: "PRESERVE" },
  legalBasis: { openingBasis: "CINA_ASSESSMENT", openedOn: day("2026-11-19") },
  form: { effectiveDate: day("2026-11-20"), signedOn: day("2026-11-18") },
  risks: { noneKnown: true },
};
const codes = (draft: ReferralDraft, known: ReferralFacts = facts) =>
  checkReferral(draft, known, book, today).refusals.map(
    (one) => `${codeText(one)} at ${(one.path ?? []).join(".")}`,
  );
const withMia = (more: Partial<DraftMember>): ReferralDraft => ({
  ...complete,
  family: { members: [{ ...mia, ...more }, dana] },
});
const caseWith = (
  episodes: readonly EpisodeSoFar[],
  more: Partial<CaseSoFar> = {},
): ReferralFacts => ({
  ...facts,
  case: {
    caseId: uuid(9) as CaseId,
    caseNumber: "2026-0009",
    profile: "IA_FSRP",
    openedOn: day("2026-11-01"),
    members: [],
    episodes,
    ...more,
  },
});
const episode = (
  serviceType: EpisodeSoFar["serviceType"],
  effectiveDate: PlainDate,
  more: Partial<EpisodeSoFar> = {},
): EpisodeSoFar => ({
  episodeId: `episode of ${effectiveDate}` as EpisodeId,
  no: 1,
  serviceType,
  effectiveDate,
  standing: true,
  ...more,
});

describe("form 470-3055", () => {
  test(
    "a case opened on Thursday is referred effective Friday, entered on Monday: accepted and flagged" +
      covers("REF-1", "SCP-1", "CASE-2"),
    () => {
      expect(ReferralDraft.safeParse(complete).success).toBe(true);
      const decision = decideSubmitReferral(complete, facts, book, today);
      if (!decision.ok) throw new Error(codes(complete).join());
      expect(decision.value).toMatchObject({
        contractAreaId: ames.contractAreas[0]?.id,
        opens: { openedOn: "2026-11-19", openingBasis: "CINA_ASSESSMENT" },
        episode: { no: 1, effectiveDate: "2026-11-20" },
        form: { kind: "INITIAL", signedOn: "2026-11-18" },
        familyName: "Sample",
      });
      expect(decision.warnings.map((one) => one.code)).toEqual(["BACKDATED"]);
      const coming = { ...complete, form: { effectiveDate: day("2026-12-01"), signedOn: today } };
      expect(checkReferral(coming, facts, book, today).warnings.map((one) => one.code)).toEqual([
        "EFFECTIVE_IN_FUTURE",
      ]);
    },
  );

  test("an empty form names every field that it demands" + covers("REF-1", "ASG-1"), () => {
    expect(codes({}).toSorted()).toEqual([
      "AREA_REQUIRED at service.serviceAreaId",
      "FIELD_REQUIRED:effectiveDate at form.effectiveDate",
      "FIELD_REQUIRED:members at family.members",
      "FIELD_REQUIRED:risks at risks.notes",
      "FIELD_REQUIRED:serviceType at service.serviceType",
      "FIELD_REQUIRED:signedOn at form.signedOn",
    ]);
  });

  test.each([
    [
      "the signature lies in the future",
      { ...complete, form: { effectiveDate: today, signedOn: day("2026-11-24") } },
      "DATE_IN_FUTURE:signedOn at form.signedOn",
    ],
    [
      "the case was opened tomorrow",
      {
        ...complete,
        form: { effectiveDate: day("2026-11-25"), signedOn: today },
        legalBasis: { openingBasis: "CINA_ASSESSMENT" as const, openedOn: day("2026-11-24") },
      },
      "DATE_IN_FUTURE:openedOn at legalBasis.openedOn",
    ],
    [
      "the case was opened after the service began",
      {
        ...complete,
        legalBasis: { openingBasis: "CINA_ASSESSMENT" as const, openedOn: day("2026-11-21") },
      },
      "DATE_ORDER at legalBasis.openedOn",
    ],
    [
      "the opening has no basis",
      { ...complete, legalBasis: { openedOn: day("2026-11-19") } },
      "FIELD_REQUIRED:openingBasis at legalBasis.openingBasis",
    ],
    [
      "the finding is before birth",
      withMia({
        bases: [{ basis: "ABUSE_VICTIM", on: day("2020-05-03"), meetsOpeningCriteria: true }],
      }),
      "DATE_BEFORE_BIRTH at family.members.0.bases.0.on",
    ],
    [
      "the order is of tomorrow",
      withMia({ bases: [{ basis: "CINA", on: day("2026-11-24") }] }),
      "DATE_IN_FUTURE:on at family.members.0.bases.0.on",
    ],
    [
      "the order has no date",
      withMia({ bases: [{ basis: "CINA" }] }),
      "FIELD_REQUIRED:on at family.members.0.bases.0.on",
    ],
    [
      "a birth date lies in the future",
      withMia({ birthDate: day("2026-12-24"), bases: [{ basis: "IN_PLACEMENT" }] }),
      "DATE_IN_FUTURE:birthDate at family.members.0.birthDate",
    ],
    [
      "nobody says where a child lives",
      withMia({ living: {} }),
      "FIELD_REQUIRED:setting at family.members.0.living.setting",
    ],
  ])("refused at its field when %s" + covers("REF-1", "X-4"), (_when, draft, expected) => {
    expect(codes(draft as ReferralDraft)).toEqual([expected]);
  });

  test("an expected child is no date in the future" + covers("CASE-1"), () => {
    const unborn = {
      ref: "unborn",
      given: "Baby",
      role: "CHILD" as const,
      birthDate: day("2027-02-01"),
      birthDateKind: "EXPECTED" as const,
      bases: [{ basis: "SIBLING" as const, siblingKind: "WHOLE" as const }],
      living: { setting: "PARENTAL_HOME" as const },
    };
    expect(codes({ ...complete, family: { members: [mia, dana, unborn] } })).toEqual([]);
  });
});

describe("who the services are for", () => {
  const { legalBasis: _, ...unopened } = complete;
  test("FSRP needs an open case; a safety plan referral may come before" + covers("SCP-1"), () => {
    expect(codes(unopened)).toEqual(["CASE_NOT_OPEN at legalBasis.openedOn"]);
    expect(codes(unopened, caseWith([]))).toEqual([]);
    expect(
      codes({ ...unopened, service: { serviceType: "SAFETY_PLAN", serviceAreaId: ames.id } }),
    ).toEqual([]);
  });

  test("FSRP needs a purpose" + covers("SCP-4"), () => {
    expect(
      codes({ ...complete, service: { serviceType: "FSRP", serviceAreaId: ames.id } }),
    ).toEqual(["PURPOSE_REQUIRED at service.purpose"]);
  });

  test(
    "one child of the first, second or fourth group makes the case, whatever the setting" +
      covers("CASE-1", "CASE-2", "CASE-4", "SCP-2"),
    () => {
      const none = ["NO_QUALIFYING_CHILD at family.members"];
      expect(
        codes(withMia({ bases: [{ basis: "ABUSE_VICTIM", meetsOpeningCriteria: false }] })),
      ).toEqual(none);
      expect(codes(withMia({ bases: [{ basis: "SIBLING", siblingKind: "HALF" }] }))).toEqual(none);
      expect(codes(withMia({ birthDate: day("2008-11-20") }))).toEqual(none);
      expect(codes(withMia({ birthDate: day("2008-11-20"), continuesPastMajority: true }))).toEqual(
        [],
      );
      for (const setting of ["PMIC", "TOLEDO", "GROUP_CARE", "KINSHIP"] as const)
        expect(codes(withMia({ bases: [{ basis: "IN_PLACEMENT" }], living: { setting } }))).toEqual(
          [],
        );
      const members = [
        { id: "p1" as PersonId, role: "CHILD" as const, living: [], criteria: ["CINA" as const] },
      ];
      const adultOnly = { ...complete, family: { members: [dana] } };
      expect(codes(adultOnly)).toEqual(none);
      expect(codes(adultOnly, caseWith([], { members }))).toEqual([]);
    },
  );

  test("everyone may live elsewhere: nobody asks for one address" + covers("CASE-6"), () => {
    const rob = { ...dana, ref: "rob", given: "Rob", living: { setting: "NONRESIDENT" as const } };
    expect(codes({ ...complete, family: { members: [mia, dana, rob] } })).toEqual([]);
  });
});

describe("where the referral goes", () => {
  const service = (more: object) =>
    ({ ...complete, service: { ...complete.service, ...more } }) as ReferralDraft;
  test("ten contract areas; a subarea exactly where there are two" + covers("ASG-1"), () => {
    expect(serviceAreas.flatMap((area) => area.contractAreas)).toHaveLength(10);
    expect(codes(service({ serviceAreaId: desMoines.id }))).toEqual([
      "SUBAREA_REQUIRED at service.subareaId",
    ]);
    expect(
      codes(service({ serviceAreaId: desMoines.id, subareaId: desMoines.contractAreas[1]?.id })),
    ).toEqual([]);
    expect(codes(service({ subareaId: desMoines.contractAreas[1]?.id }))).toEqual([
      "SUBAREA_NOT_ALLOWED at service.subareaId",
    ]);
  });

  test("contracts in force today decide, not those of the effective date" + covers("ASG-2"), () => {
    const none = {
      ...facts,
      contractsOf: () => contracts.map((one) => ({ ...one, from: day("2026-11-24") })),
    };
    expect(
      codes({ ...complete, form: { effectiveDate: day("2026-12-01"), signedOn: today } }, none),
    ).toEqual(["NO_ACTIVE_CONTRACTOR at service.serviceAreaId"]);
    expect(codes(complete, { ...facts, contractsOf: () => contracts.slice(1) })).toEqual([
      "AREA_NEEDS_TWO_CONTRACTORS at service.serviceAreaId",
    ]);
  });

  test(
    "a case has one standing assignment; closed, it is opened anew with a new initial form" +
      covers("ASG-12", "REF-2", "DEC-40"),
    () => {
      const running = caseWith([episode("FSRP", day("2026-06-01"))]);
      expect(codes(complete, running)).toEqual(["CASE_ALREADY_ASSIGNED at service.serviceType"]);
      expect(
        codes(complete, caseWith([episode("FSRP", day("2026-06-01"), { standing: false })])),
      ).toEqual([]);
      const closed = caseWith([
        episode("FSRP", day("2026-06-01"), { lastServiceDay: day("2026-09-30"), no: 2 }),
      ]);
      const decision = decideSubmitReferral(complete, closed, book, today);
      expect(decision.ok && decision.value.episode.no).toBe(3);
      const lastDay = caseWith([episode("FSRP", day("2026-06-01"), { lastServiceDay: today })]);
      expect(codes(complete, lastDay)).toContain("CASE_ALREADY_ASSIGNED at service.serviceType");
    },
  );

  test(
    "safety plan services that go on as FSRP are two linked episodes" + covers("ASG-6", "REF-2"),
    () => {
      const plan = episode("SAFETY_PLAN", day("2026-11-10"));
      const decision = decideSubmitReferral(complete, caseWith([plan]), book, today);
      expect(decision.ok && decision.value.episode).toMatchObject({
        no: 2,
        follows: plan.episodeId,
      });
      const again = {
        ...complete,
        service: { serviceType: "SAFETY_PLAN" as const, serviceAreaId: ames.id },
      };
      expect(codes(again, caseWith([plan]))).toEqual(["INVALID_TRANSITION at service.serviceType"]);
    },
  );

  test(
    "a member of another open case is shown with both numbers, never refused" +
      covers("X-8", "DEC-41"),
    () => {
      const known = {
        ...caseWith([]),
        openCases: [{ personId: uuid(5) as PersonId, caseNumbers: ["2026-0004"] }],
      };
      const { refusals, warnings } = checkReferral(
        withMia({ personId: uuid(5) as PersonId }),
        known,
        book,
        today,
      );
      expect(refusals).toEqual([]);
      expect(warnings.map(codeText)).toContain(
        `PERSON_IN_TWO_OPEN_CASES:${uuid(5)}:2026-0009,2026-0004`,
      );
    },
  );
});

test("tasks are to do, being written, or ready" + covers("REF-1"), () => {
  const tasks = (draft: ReferralDraft) =>
    referralTasks(draft, checkReferral(draft, facts, book, today).refusals);
  expect(new Set(Object.values(tasks({})))).toEqual(new Set(["TO_DO"]));
  expect(tasks({ ...complete, service: { serviceType: "FSRP" } })).toMatchObject({
    FAMILY: "READY",
    SERVICE: "WRITING",
    PRIOR_SERVICES: "TO_DO",
    RISKS: "READY",
  });
  expect(tasks(withMia({ bases: [] }))).toMatchObject({ FAMILY: "READY", LEGAL_BASIS: "WRITING" });
});

describe("what becomes of a referral", () => {
  const dates = { effectiveDate: day("2026-12-07") };
  test(
    "withdrawn before its effective date the turn is taken back; from that date on the count stands" +
      covers("ASG-10", "DEC-35"),
    () => {
      expect(decideWithdraw(dates, "moved away", day("2026-12-03"))).toMatchObject({
        ok: true,
        value: { reverses: true },
      });
      expect(decideWithdraw(dates, "moved away", day("2026-12-07"))).toMatchObject({
        ok: true,
        value: { reverses: false, lastServiceDay: "2026-12-07" },
      });
      expect(decideWithdraw(dates, " ", day("2026-12-03"))).toMatchObject({
        ok: false,
        refusals: [{ code: "REASON_REQUIRED" }],
      });
      expect(
        decideWithdraw({ ...dates, withdrawnOn: day("2026-12-01") }, "x", day("2026-12-03")),
      ).toMatchObject({ ok: false, refusals: [{ code: "INVALID_TRANSITION" }] });
    },
  );

  test.each([
    [{}, "2026-12-06", "ASSIGNED"],
    [{}, "2026-12-07", "ACTIVE"],
    [{ lastServiceDay: day("2027-01-10") }, "2027-01-10", "ACTIVE"],
    [{ lastServiceDay: day("2027-01-10") }, "2027-01-11", "CLOSED"],
    [{ withdrawnOn: day("2026-12-03") }, "2026-12-02", "ASSIGNED"],
    [{ withdrawnOn: day("2026-12-03") }, "2026-12-03", "WITHDRAWN_REVERSED"],
    [{ withdrawnOn: day("2026-12-07") }, "2026-12-07", "WITHDRAWN_STANDS"],
  ])("with %j it is on %s %s" + covers("REF-1", "ASG-10"), (more, on, status) => {
    expect(referralStatusOn({ ...dates, ...more }, day(on))).toBe(status);
  });
});

test(
  "a Kentucky case is begun without referral: basis, opened, assigned, people" +
    covers("DEC-50", "DEC-70"),
  () => {
    const { bases: _bases, ...child } = mia;
    const input = {
      openingBasis: "CHILD_PROTECTIVE_ASSESSMENT" as const,
      openedOn: day("2026-11-02"),
      assignedOn: day("2026-11-04"),
      people: [child, dana],
    };
    expect(decideBeginCase(input, today)).toMatchObject({
      ok: true,
      value: { profile: "KY_IN_HOME", familyName: "Sample" },
    });
    const refused = decideBeginCase({ ...input, assignedOn: day("2026-11-01") }, today);
    expect(refused).toMatchObject({
      ok: false,
      refusals: [{ code: "DATE_ORDER", path: ["assignedOn"] }],
    });
    expect(decideBeginCase({ people: [] }, today)).toMatchObject({ ok: false });
  },
);
