import type { Brand } from "@kinward/domain/kernel";
import {
  type CaseProfile,
  defaultPolicyBook,
  SETTINGS,
  type SettingKey,
} from "@kinward/domain/policy";
import { holidaysByRule } from "@kinward/domain/calendar";
import { contractGaps, SERVICE_ACTIVITIES } from "@kinward/domain/agency";
import type {
  AdminHome,
  ChangeEntry,
  ContractMatrix,
  ContractView,
  EndingContract,
  HolidayYearView,
  Me,
  OrganizationView,
  ProposalLists,
  RotationArea,
  RotationCheck,
  RotationLine,
  RotationList,
  RotationRow,
  ServiceAreaView,
  SettingView,
  StaffView,
} from "@kinward/domain/views";
import type { OfficeView, TeamView } from "../src/api/contract.ts";
import { fairnessReport, orderReview, simulation } from "./fairness-fixtures.ts";
import {
  effectPart,
  example,
  exampleDocument,
  policyBook,
  policyBooks,
} from "./effect-fixtures.ts";

// Invented people and organizations only.

const branded = <B extends Brand<string>>(text: string) => text as B;
export const TODAY = branded<Me["today"]>("2026-11-21");
const day = (text: string) => branded<Me["today"]>(text);
const at = (text: string) => branded<Me["now"]>(text);
const id = <B extends Brand<string>>(n: number): B =>
  `0190a000-0000-7000-8000-${String(n).padStart(12, "0")}` as B;

export const me: Me = {
  staffId: id(1),
  name: "Alma Testwood",
  email: "alma@agency.test",
  roles: ["ADMINISTRATOR"],
  agency: { name: "Sample Department", timeZone: "America/Chicago" },
  today: TODAY,
  now: at("2026-11-21T15:00:00.000Z"),
  menu: ["ADMIN"],
  sampleData: true,
  twoFactorEnabled: false,
  draftKey: "",
  session: { idleMinutes: 30, endsAt: at("2026-11-22T03:00:00.000Z") },
};

const NAMES = ["Harbor Example Services", "Prairie Example Bridge", "River Example Homes"];
export const organizations: OrganizationView[] = [
  ...NAMES.map((name, index) => ({
    organizationId: id<OrganizationView["organizationId"]>(100 + index),
    name,
    kinds: ["CONTRACTOR" as const],
    phone: "515-555-0100",
    email: "office@example.test",
    staff: 4 + index,
  })),
  {
    organizationId: id(110),
    name: "Little Steps Example",
    kinds: ["SUBCONTRACTOR", "COMMUNITY_PARTNER"],
    staff: 2,
  },
  {
    organizationId: id(111),
    name: "Former Example Homes",
    kinds: ["OTHER_PROVIDER"],
    staff: 0,
    endedOn: day("2025-06-30"),
  },
];

const AREAS = [
  ["Ames", undefined],
  ["Cedar Rapids", "North"],
  ["Cedar Rapids", "South"],
  ["Council Bluffs", undefined],
  ["Des Moines", "North"],
] as const;
const areaId = (index: number) =>
  id<ServiceAreaView["contractAreas"][number]["contractAreaId"]>(200 + index);
export const AMES = areaId(0);

const contract = (
  area: number,
  position: 1 | 2,
  over: Partial<ContractView> = {},
): ContractView => ({
  contractId: id(300 + area * 10 + position),
  contractAreaId: areaId(area),
  areaName: AREAS[area]?.filter((part) => part !== undefined).join(" / ") ?? "",
  organizationId: organizations[position - 1]?.organizationId ?? id(100),
  organizationName: NAMES[position - 1] ?? "",
  position,
  from: day("2025-07-01"),
  to: day("2027-06-30"),
  procurementRef: "RFP-2025-17",
  crisisContact: "515-555-0199",
  capacities: SERVICE_ACTIVITIES,
  active: true,
  rates: [
    { cents: 125_000, from: day("2025-07-01"), to: day("2026-06-30") },
    { cents: 128_750, from: day("2026-07-01") },
  ],
  subcontractors: [
    {
      organizationId: id(110),
      name: "Little Steps Example",
      from: day("2026-01-01"),
    },
  ],
  openCases: 21,
  ...over,
});

export const draftContract = contract(3, 2, {
  active: false,
  from: day("2027-01-01"),
  capacities: SERVICE_ACTIVITIES.slice(0, 9),
  rates: [],
  subcontractors: [],
  openCases: 0,
});
export const openContract = contract(0, 1);

const contractsOf = (index: number): ContractView[] => {
  if (index === 3) return [contract(3, 1), draftContract];
  if (index === 4) return [contract(4, 1, { to: day("2026-12-31") }), contract(4, 2)];
  return [contract(index, 1), contract(index, 2)];
};
const gapsOf = (index: number) =>
  contractGaps(
    contractsOf(index)
      .filter((one) => one.active)
      .map(({ contractId, ...one }) => ({ ...one, id: contractId })),
    day("2026-08-01"),
    day("2028-01-31"),
  ).map((gap) => ({ ...gap }));

export const matrix: ContractMatrix = {
  from: day("2026-08-01"),
  to: day("2028-01-31"),
  areas: AREAS.map(([service, subarea], index) => ({
    contractAreaId: areaId(index),
    areaName: subarea === undefined ? service : `${service} / ${subarea}`,
    contracts: contractsOf(index),
    gaps: gapsOf(index),
    ...(index === 1 || index === 3 ? {} : { starterContractId: contract(index, 1).contractId }),
    firstLineWritten: index === 0,
  })),
};

const COUNTIES = ["Boone", "Story", "Marshall", "Hardin", "Hamilton", "Webster", "Greene", "Tama"];
export const areas: ServiceAreaView[] = [...new Set(AREAS.map(([service]) => service))].map(
  (service, number) => ({
    serviceAreaId: id(250 + number),
    name: service,
    contractAreas: AREAS.flatMap(([name, subarea], index) =>
      name !== service
        ? []
        : [
            {
              contractAreaId: areaId(index),
              ...(subarea === undefined ? {} : { subareaName: subarea }),
              from: day("2025-07-01"),
              counties: COUNTIES.map((county) => `${county}${index === 0 ? "" : ` ${index}`}`).map(
                (county, place) => ({
                  county,
                  from: day("2025-07-01"),
                  ...(index === 0 && place === 7 ? { to: day("2026-12-31") } : {}),
                }),
              ),
              activeContracts: contractsOf(index)
                .filter((one) => one.active)
                .map(({ contractId, organizationName, position, from, to }) => ({
                  contractId,
                  organizationName,
                  position,
                  from,
                  to,
                })),
              gaps: gapsOf(index),
              ...(index === 1 ? {} : { starterContractId: contract(index, 1).contractId }),
            },
          ],
    ),
  }),
);

export const home: AdminHome = {
  today: TODAY,
  items: [
    { kind: "AREA_GAP", name: "Council Bluffs", on: TODAY },
    {
      kind: "CONTRACT_ENDING",
      name: "Harbor Example Services, Des Moines / North",
      on: day("2026-12-31"),
      id: contract(4, 1).contractId,
    },
    { kind: "NO_STARTER", name: "Cedar Rapids / North" },
    { kind: "AREA_PAUSED", name: "Cedar Rapids / South", id: areaId(2) },
    { kind: "PROPOSALS_WAITING", count: 3 },
    {
      kind: "CASES_TO_MOVE",
      count: 2,
      name: "Harbor Example Services, Des Moines / North",
      on: day("2026-12-15"),
      id: contract(4, 1).contractId,
    },
    { kind: "SETTING_COMING", count: 2, on: day("2026-12-01"), id: "tieBreak" },
    { kind: "HOLIDAYS_MISSING", on: day("2027-01-01"), name: "IA_FSRP" },
    { kind: "INVITATION_OPEN", name: "Nils Sampleson", id: id(14) },
    { kind: "MAIL_WAITING", count: 2 },
    { kind: "RECALCULATING", count: 12 },
  ],
  counts: { areas: 10, contracts: 19, organizations: 7, staff: 42 },
};

export const changes: { entries: ChangeEntry[] } = {
  entries: [
    {
      at: at("2026-11-20T16:12:00.000Z"),
      by: "Alma Testwood",
      procedure: "contracts.save",
      reason: "Amendment 3 of the contract",
      changes: [
        { field: "contract.to_on", before: "2026-12-31", after: "2027-06-30" },
        { field: "contract.crisis_contact", after: "515-555-0199" },
      ],
    },
    {
      at: at("2025-06-01T14:00:00.000Z"),
      by: "Alma Testwood",
      procedure: "contracts.activate",
      changes: [],
    },
  ],
};

export const holidayYear = ({
  profile,
  year,
}: {
  profile: CaseProfile;
  year: number;
}): HolidayYearView => ({
  year,
  profile,
  from: year === 2026 ? "LIST" : "RULE",
  source: year === 2026 ? "State notice of October 3, 2025" : "Iowa Code 1C.2",
  holidays: holidaysByRule(profile, year),
  bookNumber: 4,
});

const person = (n: number, over: Partial<StaffView>): StaffView => ({
  staffId: id(n),
  name: "Dana Exampleton",
  email: `person${n}@agency.test`,
  organizationName: "Sample Department",
  roles: [{ role: "CASEWORKER", from: day("2025-07-01") }],
  office: { id: id(400), name: "Ames office" },
  team: { id: id(410), name: "Ames team 1" },
  supervisor: { staffId: id(11), name: "Rosa Mockridge" },
  languages: ["en", "es"],
  status: "ACTIVE",
  lastSignInAt: at("2026-11-20T13:00:00.000Z"),
  ...over,
});
export const invited = person(14, {
  name: "Nils Sampleson",
  status: "INVITED",
  invitationLink: "https://kinward.test/admin/invitation#sample-token",
});
export const worker = person(10, {
  roles: [
    { role: "CASEWORKER", from: day("2025-07-01") },
    { role: "INTAKE", from: day("2024-07-01"), to: day("2025-06-30") },
  ],
});
export const staff: StaffView[] = [
  worker,
  person(11, { name: "Rosa Mockridge", roles: [{ role: "SUPERVISOR", from: day("2025-07-01") }] }),
  person(12, {
    name: "Pilar Testmore",
    organizationId: organizations[0]?.organizationId ?? id(100),
    organizationName: NAMES[0] ?? "",
    roles: [{ role: "CARE_COORDINATOR", from: day("2025-07-01") }],
  }),
  person(13, { name: "Former Samplewood", status: "ENDED", endedOn: day("2026-03-31") }),
  invited,
];

export const offices: OfficeView[] = [
  { officeId: id(400), name: "Ames office", county: "Story", phone: "515-555-0110", teams: 1 },
  { officeId: id(401), name: "Old office", teams: 0, endedOn: day("2025-12-31") },
];
export const teams: TeamView[] = [
  {
    teamId: id(410),
    name: "Ames team 1",
    officeId: id(400),
    officeName: "Ames office",
    supervisor: { staffId: id(11), name: "Rosa Mockridge" },
    members: 6,
  },
];

export const settingsOf = (profile: CaseProfile): SettingView[] =>
  defaultPolicyBook(profile).settings.map(({ key, value, source }) => ({
    key,
    profile,
    decision: source,
    cites: SETTINGS[key as SettingKey].cites.map(({ text, lines }) => `${text}:${lines}`),
    versions: [
      { value, source, inForce: true },
      ...(key === "initialContactBusinessDays"
        ? [
            {
              validFrom: day("2027-01-01"),
              value: 4,
              source: "Contract amendment 3",
              publishedAt: at("2026-11-10T16:00:00.000Z"),
              publishedBy: "Alma Testwood",
              inForce: false,
            },
          ]
        : []),
    ],
  }));

const pair = [
  organizations[0]?.organizationId ?? id(100),
  organizations[1]?.organizationId ?? id(101),
] as const;
const names = Object.fromEntries(organizations.map((one) => [one.organizationId, one.name]));

const rotationRow = (index: number, over: Partial<RotationRow> = {}): RotationRow => ({
  contractAreaId: areaId(index),
  name: AREAS[index]?.filter((part) => part !== undefined).join(" / ") ?? "",
  lines: 428,
  epoch: { number: 2, from: day("2025-07-01"), pair },
  lanes: [{ lane: "COMBINED", balance: 0, turns: [214, 214], next: pair[0] }],
  refusals: [],
  pauses: [],
  ...over,
});

const inDebt = rotationRow(0, {
  lanes: [
    {
      lane: "COMBINED",
      balance: 3,
      turns: [216, 213],
      next: pair[1],
      debt: {
        to: pair[1],
        turns: 3,
        causes: [
          { seq: 419, kind: "OVERRIDE", at: at("2026-11-03T16:00:00.000Z") },
          { seq: 425, kind: "CORRECTION", at: at("2026-11-17T16:00:00.000Z") },
        ],
      },
    },
  ],
  pauses: [
    {
      areaPauseId: id(900),
      from: day("2026-12-24"),
      resumesOn: day("2027-01-04"),
      reason: "The offices of both contractors are closed",
    },
  ],
});

export const rotations: RotationList = {
  areas: [
    inDebt,
    rotationRow(1, {
      lanes: [
        { lane: "FSRP", balance: -1, turns: [40, 41], next: pair[0] },
        { lane: "SAFETY_PLAN", balance: 0, turns: [12, 12], next: pair[1] },
      ],
    }),
    rotationRow(2, {
      refusals: [{ code: "AREA_PAUSED" }],
      pauses: [{ areaPauseId: id(901), from: TODAY, reason: "Bids are opened again" }],
      lanes: [{ lane: "COMBINED", balance: 1, turns: [8, 7] }],
    }),
    rotationRow(3, {
      refusals: [{ code: "AREA_NEEDS_TWO_CONTRACTORS" }],
      lanes: [{ lane: "COMBINED", balance: 0, turns: [3, 3] }],
    }),
    {
      contractAreaId: areaId(4),
      name: "Des Moines / North",
      lines: 0,
      lanes: [],
      refusals: [{ code: "STARTER_REQUIRED" }],
      pauses: [],
    },
  ],
  organizations: names,
};

const ledgerLine = (seq: number, over: Partial<RotationLine> = {}): RotationLine => ({
  seq,
  kind: "ASSIGNMENT",
  lane: "COMBINED",
  method: "ROTATION",
  counted: true,
  outOfOrder: false,
  contractor: pair[seq % 2] ?? pair[0],
  before: seq % 2,
  after: (seq + 1) % 2,
  at: at("2026-11-18T15:12:00.000Z"),
  by: "Dana Exampleton",
  begun: [],
  epoch: 2,
  correctionOpen: false,
  takenBack: false,
  ...over,
});

export const rotationArea: RotationArea = {
  area: inDebt,
  organizations: names,
  epochs: [
    {
      number: 2,
      from: day("2025-07-01"),
      pair,
      starter: pair[1],
      opening: [{ lane: "COMBINED", balance: 1, lastSeq: 201 }],
    },
    { number: 1, from: day("2023-07-01"), pair, starter: pair[0], opening: [] },
  ],
  lines: [
    ledgerLine(428, { correctionOpen: true }),
    ledgerLine(427, { method: "OVERRIDE", outOfOrder: true, before: 2, after: 3 }),
    ledgerLine(426, { kind: "REVERSAL", method: "REVERSAL", counted: false, refersToSeq: 424 }),
    ledgerLine(425, { kind: "CORRECTION", refersToSeq: 420, by: "Alma Testwood" }),
    ledgerLine(424, { takenBack: true }),
  ],
  total: 428,
  page: 1,
  pageSize: 50,
};

export const goodReplay: RotationCheck = {
  checkedAt: at("2026-11-21T15:00:00.000Z"),
  areas: AREAS.map((_, index) => ({
    contractAreaId: areaId(index),
    name: rotationRow(index).name,
    verdict: { ok: true, lines: index === 4 ? 0 : 428, hash: "0".repeat(64) },
  })),
};
export const badReplay: RotationCheck = {
  ...goodReplay,
  areas: [
    {
      contractAreaId: AMES,
      name: "Ames",
      verdict: {
        ok: false,
        check: "RULE",
        seq: 412,
        field: "contractor",
        expected: NAMES[0] ?? "",
        found: NAMES[1] ?? "",
      },
    },
  ],
};

export const ending: { contracts: EndingContract[] } = {
  contracts: [
    {
      contractId: contract(4, 1).contractId,
      contractAreaId: areaId(4),
      areaName: "Des Moines / North",
      organizationName: NAMES[0] ?? "",
      endsOn: day("2026-12-15"),
      cases: ["2026-00017", "2026-00031"].map((caseNumber, index) => ({
        episodeId: id(700 + index),
        caseNumber,
        serviceType: "FSRP",
        effectiveDate: day("2026-10-01"),
      })),
      successors: [
        {
          contractId: contract(4, 2).contractId,
          organizationName: NAMES[1] ?? "",
          servesFrom: day("2026-12-16"),
        },
      ],
      moveOpen: false,
    },
  ],
};

const settingSteps = [
  {
    key: "rotationScope",
    before: "COMBINED",
    after: "PER_SERVICE_TYPE",
    clock: "EPOCH",
  },
  { key: "allowSingleContractor", before: false, after: true, clock: "SUBMISSION" },
] as const;

const proposedBy = (n: number, name: string) => ({ staffId: id<Me["staffId"]>(n), name });
export const proposals: ProposalLists = {
  waiting: [
    {
      proposalId: id(800),
      kind: "SETTING",
      profile: "IA_FSRP",
      validFrom: day("2027-01-01"),
      steps: settingSteps,
      areasInEpoch: 4,
      reason: "The contracts say so from January on",
      source: "Contract amendment 3, section 4.2",
      proposedBy: proposedBy(2, "Bea Sampleton"),
      proposedAt: at("2026-11-20T16:00:00.000Z"),
      own: false,
      mayAnswer: true,
      refusals: [],
    },
    {
      proposalId: id(801),
      kind: "LEDGER_CORRECTION",
      contractAreaId: AMES,
      areaName: "Ames",
      seq: 428,
      contractorName: NAMES[1] ?? "",
      counted: true,
      preview: {
        lane: "COMBINED",
        before: 3,
        after: 1,
        pair: [NAMES[0] ?? "", NAMES[1] ?? ""],
        line: {
          contractorName: NAMES[0] ?? "",
          method: "ROTATION",
          at: at("2026-11-18T15:12:00.000Z"),
        },
        standingName: NAMES[0] ?? "",
      },
      reason: "Entered for the wrong family",
      proposedBy: proposedBy(2, "Bea Sampleton"),
      proposedAt: at("2026-11-20T17:00:00.000Z"),
      own: false,
      mayAnswer: true,
      refusals: [],
    },
    {
      proposalId: id(802),
      kind: "CASE_MOVE",
      contractId: contract(4, 1).contractId,
      contractAreaId: areaId(4),
      areaName: "Des Moines / North",
      organizationName: NAMES[0] ?? "",
      endsOn: day("2026-12-15"),
      successorName: NAMES[1] ?? "",
      proposed: 3,
      cases: ["2026-00017", "2026-00031"],
      reason: "The contract was not renewed",
      proposedBy: proposedBy(2, "Bea Sampleton"),
      proposedAt: at("2026-11-20T18:00:00.000Z"),
      own: false,
      mayAnswer: true,
      refusals: [{ code: "NO_ACTIVE_CONTRACTOR" }],
    },
  ],
  mine: [
    {
      proposalId: id(803),
      kind: "SETTING",
      profile: "IA_FSRP",
      validFrom: day("2027-02-01"),
      steps: [{ key: "resubmissionWindowDays", before: 30, after: 45, clock: "SUBMISSION" }],
      reason: "Families came back later than thought",
      source: "Notice of November 2",
      proposedBy: proposedBy(1, "Alma Testwood"),
      proposedAt: at("2026-11-20T18:00:00.000Z"),
      own: true,
      mayAnswer: false,
      refusals: [],
    },
  ],
  decided: [
    {
      proposalId: id(804),
      kind: "SETTING",
      profile: "IA_FSRP",
      validFrom: day("2027-01-01"),
      steps: [{ key: "initialContactBusinessDays", after: 4, clock: "EFFECTIVE_DATE" }],
      reason: "Families are seen sooner",
      source: "Contract amendment 3",
      proposedBy: proposedBy(1, "Alma Testwood"),
      proposedAt: at("2026-11-09T16:00:00.000Z"),
      own: true,
      mayAnswer: false,
      answer: {
        decision: "APPROVED",
        by: "Bea Sampleton",
        at: at("2026-11-10T16:00:00.000Z"),
      },
      refusals: [],
    },
  ],
};

/** An agency in which everything answers. */
export const everything = {
  "session.me": me,
  "setup.status": { needed: false },
  "admin.home": home,
  "areas.list": { areas },
  "organizations.list": { organizations },
  "contracts.matrix": matrix,
  "holidays.year": holidayYear,
  "holidays.proposal": holidayYear,
  "holidays.years": { years: [{ year: 2026, from: "LIST", count: 9 }] },
  "staff.list": { staff, total: staff.length },
  "staff.get": ({ staffId }: { staffId: string }) => staff.find((one) => one.staffId === staffId),
  "offices.list": { offices },
  "teams.list": { teams },
  "settings.list": ({ profile }: { profile: CaseProfile }) => ({
    settings: settingsOf(profile),
    bookNumber: 4,
  }),
  "changes.of": changes,
  "order.areas": { areas: [{ contractAreaId: AMES, name: "Ames", lines: 235 }] },
  "fairness.report": fairnessReport,
  "fairness.orderReview": orderReview,
  "fairness.simulate": simulation,
  "settings.preview": { steps: settingSteps, areasInEpoch: 4 },
  "policy.settingsEffect": effectPart,
  "policy.holidaysEffect": effectPart,
  "policy.comparisonEffect": effectPart,
  "policy.books": policyBooks,
  "policy.book": ({ profile, number }: { profile: CaseProfile; number?: number }) =>
    policyBook(profile, number ?? 0),
  "policy.examples": [example],
  "policy.example": ({ version = example.version }: { version?: number }) => ({
    ...example,
    version,
    document: exampleDocument,
    versions: [example, { ...example, version: 1, title: "Thanksgiving week" }],
  }),
  "family.caseFile": { fileName: "a.json", text: JSON.stringify(exampleDocument) },
  "rotation.list": rotations,
  "rotation.area": rotationArea,
  "rotation.check": ({ contractAreaId }: { contractAreaId?: string }) => ({
    ...goodReplay,
    areas: goodReplay.areas.filter(
      (area) => contractAreaId === undefined || area.contractAreaId === contractAreaId,
    ),
  }),
  "rotation.endingContracts": ending,
  "rotation.previewCorrection": {
    lane: "COMBINED",
    before: 3,
    after: 1,
    pair: [NAMES[0], NAMES[1]],
    line: { contractorName: NAMES[0], method: "ROTATION", at: at("2026-11-18T15:12:00.000Z") },
    standingName: NAMES[0],
  },
  "proposals.list": proposals,
} as const;
