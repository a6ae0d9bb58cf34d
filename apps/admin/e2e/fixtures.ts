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
  HolidayYearView,
  Me,
  OrganizationView,
  ServiceAreaView,
  SettingView,
  StaffView,
} from "@kinward/domain/views";
import type { OfficeView, TeamView } from "../src/api/contract.ts";

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
} as const;
