import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type {
  ContractAreaId,
  ContractId,
  OrganizationId,
  ServiceAreaId,
  StaffId,
} from "../kernel/ids.ts";
import { addDays, daysBetween, plainDate } from "../kernel/plain-date.ts";
import { codeText } from "../kernel/result.ts";
import { covers } from "../testing/covers.ts";
import { decideSetCounty, findAreaOfCounty, type ServiceArea } from "./area.ts";
import { type Contract, contractsOn, SERVICE_ACTIVITIES } from "./contract.ts";
import {
  contractGaps,
  decideActivateContract,
  decideAddSubcontractor,
  decideSaveContract,
  decideSetStarter,
} from "./decide-contract.ts";
import { decidePublishHolidays } from "./holidays.ts";
import { decideEndOrganization, decideSaveOrganization } from "./organization.ts";
import {
  changeSupervisorLine,
  decideChangeStaff,
  decideEndStaff,
  decideInviteStaff,
  type Staff,
  staffBelow,
} from "./staff.ts";

const day = plainDate;
const today = day("2026-11-23");
const codes = (result: { ok: true } | { ok: false; refusals: readonly { code: string }[] }) =>
  result.ok ? [] : result.refusals.map(codeText);
const area = "ames" as ContractAreaId;
const contract = (
  id: string,
  position: 1 | 2,
  from: string,
  to: string,
  more: Partial<Contract> = {},
): Contract => ({
  id: id as ContractId,
  organizationId: `org ${id}` as OrganizationId,
  contractAreaId: area,
  position,
  from: day(from),
  to: day(to),
  procurementRef: "RFP-1",
  crisisContact: "515-555-0100",
  capacities: SERVICE_ACTIVITIES,
  rates: [],
  subcontractors: [],
  active: true,
  ...more,
});

describe("contracts", () => {
  const a = contract("a", 1, "2026-01-01", "2027-06-30");
  const b = contract("b", 2, "2026-01-01", "2026-12-31");

  test("days with fewer or more than two contracts are named" + covers("ASG-2", "DEC-38"), () => {
    expect(contractGaps([a, b], day("2025-12-30"), day("2027-07-02"))).toEqual([
      { from: "2025-12-30", to: "2025-12-31", contracts: 0 },
      { from: "2027-01-01", to: "2027-06-30", contracts: 1 },
      { from: "2027-07-01", to: "2027-07-02", contracts: 0 },
    ]);
    const three = [a, b, contract("c", 2, "2026-12-31", "2027-06-30")];
    expect(contractGaps(three, day("2026-12-30"), day("2027-01-01"))).toEqual([
      { from: "2026-12-31", to: "2026-12-31", contracts: 3 },
    ]);
  });

  test("the gaps say of every day what the contracts in force on it say" + covers("ASG-2"), () => {
    const span = fc.tuple(fc.nat(60), fc.nat(30));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 5 }), (spans) => {
        const terms = spans.map(([from, days], n) =>
          contract(`${n}`, n % 2 === 0 ? 1 : 2, addDays(today, from), addDays(today, from + days)),
        );
        const gaps = contractGaps(terms, today, addDays(today, 100));
        for (let n = 0; n <= 100; n++) {
          const on = addDays(today, n);
          const count = contractsOn(terms, on).length;
          const gap = gaps.find((one) => one.from <= on && on <= one.to);
          expect(gap?.contracts ?? 2).toBe(count);
        }
        const days = gaps.reduce((sum, gap) => sum + daysBetween(gap.from, gap.to) + 1, 0);
        expect(days).toBeLessThanOrEqual(101);
      }),
      { seed: 5 },
    );
  });

  test(
    "a third contract, a second of one organization, and a taken position are refused" +
      covers("ASG-2", "DEC-38"),
    () => {
      const save = (id: string, position: 1 | 2, from: string, to: string) =>
        codes(decideSaveContract(contract(id, position, from, to), [a, b], today));
      expect(save("c", 2, "2027-01-01", "2027-06-30")).toEqual([]);
      expect(save("c", 2, "2026-12-31", "2027-06-30")).toEqual([
        "PERIOD_OVERLAP",
        "CONTRACTS_MORE_THAN_TWO",
      ]);
      expect(save("a", 2, "2027-01-01", "2027-12-31")).toEqual(["PERIOD_OVERLAP"]);
      expect(save("c", 1, "2027-01-01", "2027-12-31")).toEqual(["PERIOD_OVERLAP"]);
      expect(save("c", 2, "2027-06-30", "2027-01-01")).toEqual(["DATE_ORDER"]);
      const warned = decideSaveContract(
        contract("c", 2, "2027-01-01", "2027-12-31"),
        [a, b],
        today,
      );
      expect(warned.ok && warned.warnings).toMatchObject([
        { code: "AREA_BELOW_TWO_CONTRACTORS", params: { from: "2027-07-01" } },
      ]);
    },
  );

  test(
    "activation needs all eleven capacities and a crisis contact" +
      covers("SVC-2", "SVC-6", "DEC-46"),
    () => {
      expect(SERVICE_ACTIVITIES).toHaveLength(11);
      const asked = (more: Partial<Contract>) =>
        codes(decideActivateContract({ ...a, active: false, ...more }));
      expect(asked({})).toEqual([]);
      expect(asked({ capacities: SERVICE_ACTIVITIES.slice(1), crisisContact: " " })).toEqual([
        "CAPACITY_MISSING:FAMILY_FUNCTIONAL_ASSESSMENT",
        "CRISIS_CONTACT_REQUIRED",
      ]);
      expect(asked({ active: true })).toEqual(["INVALID_TRANSITION"]);
    },
  );

  test(
    "subcontractors lie inside the contract, once at a time; a starter belongs to a pair without turns" +
      covers("ASG-2", "ASG-11", "DEC-31"),
    () => {
      const sub = { organizationId: "sub" as OrganizationId, from: day("2026-06-01") };
      expect(codes(decideAddSubcontractor(a, sub))).toEqual([]);
      expect(codes(decideAddSubcontractor({ ...a, subcontractors: [sub] }, sub))).toEqual([
        "PERIOD_OVERLAP",
      ]);
      expect(codes(decideAddSubcontractor(a, { ...sub, from: day("2025-12-31") }))).toEqual([
        "DATE_OUTSIDE_SERVICE",
      ]);
      const starter = (taken: readonly ContractId[]) =>
        codes(decideSetStarter({ contractAreaId: area, contractId: a.id }, [a, b], taken));
      expect(starter([])).toEqual([]);
      expect(starter([a.id])).toEqual(["INVALID_TRANSITION"]);
    },
  );
});

describe("areas and organizations", () => {
  const one = (
    id: string,
    counties: ServiceArea["contractAreas"][number]["counties"],
  ): ServiceArea => ({
    id: id as ServiceAreaId,
    name: id,
    contractAreas: [{ id: id as ContractAreaId, from: day("2020-01-01"), counties }],
  });
  const areas = [one("Ames", [{ county: "Story", from: day("2020-01-01") }]), one("Waterloo", [])];

  test(
    "a county that moves leaves its former area the day before; the map proposes by date" +
      covers("ASG-1"),
    () => {
      const change = decideSetCounty(
        {
          contractAreaId: "Waterloo" as ContractAreaId,
          county: " story ",
          from: day("2027-01-01"),
        },
        areas,
      );
      expect(change).toMatchObject({
        ok: true,
        value: {
          begins: { county: "story" },
          ends: [{ contractAreaId: "Ames", to: "2026-12-31" }],
        },
      });
      expect(
        codes(
          decideSetCounty(
            {
              contractAreaId: "Waterloo" as ContractAreaId,
              county: "Story",
              from: day("2019-01-01"),
            },
            areas,
          ),
        ),
      ).toEqual(["COUNTY_TAKEN:Story"]);
      expect(findAreaOfCounty(areas, "STORY", today)).toBe("Ames");
      expect(findAreaOfCounty(areas, "Polk", today)).toBeUndefined();
    },
  );

  test("one name, one organization; it ends when its contracts have" + covers("ASG-2"), () => {
    const input = { name: " Prairie ", kinds: ["CONTRACTOR" as const] };
    expect(decideSaveOrganization(input, [], today)).toMatchObject({
      ok: true,
      value: { name: "Prairie" },
    });
    expect(codes(decideSaveOrganization(input, [{ name: "prairie" }], today))).toEqual([
      "DUPLICATE_NAME:Prairie",
    ]);
    const prairie = { id: "p" as OrganizationId, name: "Prairie", kinds: ["CONTRACTOR" as const] };
    expect(
      codes(
        decideEndOrganization(prairie, [{ id: "c" as ContractId, to: day("2027-06-30") }], today),
      ),
    ).toEqual(["PERIOD_OVERLAP"]);
    expect(codes(decideEndOrganization(prairie, [], today))).toEqual([]);
  });
});

describe("holidays", () => {
  const before = [
    { date: day("2026-11-26"), name: "Thanksgiving Day" },
    { date: day("2026-01-01"), name: "New Year's Day" },
  ];
  const publish = (dates: readonly string[], more: object = {}) =>
    decidePublishHolidays(
      {
        year: 2026,
        holidays: dates.map((date) => ({ date: day(date), name: "Holiday" })),
        source: "Order 12",
        expectedBook: 4,
        ...more,
      },
      before,
      { number: 4 },
      today,
    );
  test(
    "a year is published with what it adds and removes; a day that is past needs a reason" +
      covers("X-6", "DEC-01", "DEC-48"),
    () => {
      expect(publish(["2026-12-24", "2026-11-26", "2026-01-01"])).toMatchObject({
        ok: true,
        value: { added: ["2026-12-24"], removed: [] },
      });
      expect(codes(publish(["2026-11-26"]))).toEqual(["REASON_REQUIRED:2026-01-01"]);
      expect(codes(publish(["2026-11-26"], { reason: "was no closure" }))).toEqual([]);
      expect(codes(publish(["2026-11-26", "2026-01-01", "2026-01-01"]))).toEqual([
        "HOLIDAY_DUPLICATE:2026-01-01",
      ]);
      expect(codes(publish(["2026-11-26", "2026-01-01"], { expectedBook: 3 }))).toEqual([
        "BOOK_CHANGED",
      ]);
      expect(codes(publish(["2026-11-26", "2026-01-01", "2027-01-01"]))).toHaveLength(1);
    },
  );
});

describe("staff", () => {
  const person = (
    id: string,
    role: Staff["roles"][number]["role"],
    more: Partial<Staff> = {},
  ): Staff => ({
    id: id as StaffId,
    name: id,
    email: `${id}@example.org`,
    roles: [{ role, from: day("2026-01-01") }],
    ...more,
  });
  const admin = person("ada", "ADMINISTRATOR");
  const boss = person("sue", "SUPERVISOR");
  const worker = person("wes", "CASEWORKER");
  const lines = [{ staffId: worker.id, supervisorId: boss.id, from: day("2026-01-01") }];
  const facts = { staff: [admin, boss, worker], lines, organizationOpen: true, today };
  const input = {
    name: "New",
    email: "new@example.org",
    roles: ["CASEWORKER" as const],
    languages: [],
  };

  test(
    "roles fit the organization, an address is used once, a supervisor is one" + covers("X-1"),
    () => {
      expect(codes(decideInviteStaff({ ...input, supervisorId: boss.id }, facts))).toEqual([]);
      expect(codes(decideInviteStaff({ ...input, email: " WES@example.org" }, facts))).toEqual([
        "EMAIL_TAKEN",
      ]);
      expect(
        codes(decideInviteStaff({ ...input, organizationId: "o" as OrganizationId }, facts)),
      ).toEqual(["ROLE_NOT_OF_ORGANIZATION:CASEWORKER"]);
      expect(codes(decideInviteStaff({ ...input, roles: ["INTAKE"] }, facts))).toEqual([
        "ROLE_NOT_OF_ORGANIZATION:INTAKE",
      ]);
      expect(codes(decideInviteStaff({ ...input, supervisorId: worker.id }, facts))).toEqual([
        "FIELD_REQUIRED:supervisorId",
      ]);
    },
  );

  test(
    "roles change from today; the last administrator stays; nobody is below oneself" +
      covers("X-1"),
    () => {
      const change = decideChangeStaff(
        { ...input, email: worker.email, roles: ["SUPERVISOR"] },
        worker,
        facts,
      );
      expect(change.ok && change.value.roles).toEqual([
        { role: "CASEWORKER", from: "2026-01-01", to: today },
        { role: "SUPERVISOR", from: today },
      ]);
      expect(codes(decideChangeStaff({ ...input, email: admin.email }, admin, facts))).toEqual([
        "LAST_ADMINISTRATOR",
      ]);
      expect(codes(decideEndStaff(admin, today, facts))).toEqual(["LAST_ADMINISTRATOR"]);
      expect(decideEndStaff(worker, today, facts)).toMatchObject({
        ok: true,
        value: { endedOn: today, roles: [{ to: today }] },
      });
      const cycle = {
        ...facts,
        lines: [...lines, { staffId: boss.id, supervisorId: admin.id, from: day("2026-01-01") }],
      };
      expect([...staffBelow(admin.id, cycle.lines, today)]).toEqual([boss.id, worker.id]);
      expect(
        codes(
          decideChangeStaff(
            { ...input, email: admin.email, roles: ["ADMINISTRATOR"], supervisorId: boss.id },
            admin,
            cycle,
          ),
        ),
      ).toEqual(["FIELD_REQUIRED:supervisorId"]);
    },
  );

  test("a new supervisor line ends the former one the day before" + covers("X-1"), () => {
    expect(changeSupervisorLine(lines, worker.id, admin.id, today)).toEqual([
      { ...lines[0], to: "2026-11-22" },
      { staffId: worker.id, supervisorId: admin.id, from: today },
    ]);
  });
});
