import { describe, expect, test } from "vitest";
import type { OrganizationId, StaffId } from "../kernel/ids.ts";
import { plainDate } from "../kernel/plain-date.ts";
import { covers } from "../testing/covers.ts";
import { ROLES, type Role } from "../views/session.ts";
import { type Actor, type Relation, rolesOn } from "./actor.ts";
import { type Action, ACTIONS } from "./grants.ts";
import { may, mayRead, menuFor, scopesOf } from "./may.ts";

const actor = (...roles: readonly Role[]): Actor => ({
  staffId: "s" as StaffId,
  roles,
  ...(roles.some((role) => ["CARE_COORDINATOR", "CONTRACTOR_SUPERVISOR", "INTAKE"].includes(role))
    ? { organizationId: "org" as OrganizationId }
    : {}),
});
/** What has to hold for a scope of D9, and nothing more. */
const RELATIONS: Readonly<Record<string, Relation>> = {
  nothing: {},
  onTeam: { onTeam: true },
  teammate: { sameSupervisorTeam: true },
  below: { below: true },
  coordinator: { contractorOfCase: {}, coordinatorOrNamed: true, coordinatorOnDay: true },
  named: { contractorOfCase: {}, coordinatorOrNamed: true },
  contractor: { contractorOfCase: {} },
  area: { ownArea: true },
  organization: { ownOrganization: true },
};

/**
 * The table of requirements D9, copied cell by cell: columns CW, SUP, CC, CSUP, INTAKE, ADM, AUD. `w` may do it, `r` may
 * only read, `-` neither; the scope after it; `!` with a reason, `2` with a second person.
 */
const D9: Readonly<Record<Action, string>> = {
  CASE_READ: "r:own+mates+any! r:team+any! r:own r:org - - r:any",
  SEARCH: "r:any r:any r:own r:org - - r:any",
  CASE_OPEN_CLOSE: "w:own w:team - - - - r:any",
  MEMBER_MARKS: "w:own w:team r:own r:org - - r:any",
  PEOPLE_AND_HOUSEHOLD: "w:own w:team w:own w:org - - r:any",
  PERSON_MERGE: "r:own w:team - - - - r:any",
  // Not of the table: see grants.
  PERSON_MERGE_PROPOSE: "w:own2 w:team2 - - - - r:any",
  REFERRAL_SUBMIT: "w:own w:team - - - - r:any",
  OVERRIDE_APPROVE: "- w:team - - - - r:any",
  EFFECTIVE_DATE_CORRECT: "w:own w:team - - - - r:any",
  RECEIPT: "r:own r:team r:own r:org r:org r:any r:any",
  LEDGER_SEE: "- r:any - r:areas - r:any r:any",
  // Not of the table: see grants.
  ORDER_REVIEW: "- - - - - r:any r:any",
  STATE_SEE: "- r:any - - - r:any r:any",
  LEDGER_CORRECT: "- - - - - w:any!2 r:any",
  REFERRAL_RECEIVE: "r:own r:team r:own w:org w:org - r:any",
  // Not of the table: see grants.
  WORKER_ASSIGN: "r:own w:team r:own r:org - - r:any",
  HANDOVER_READ: "w:own r:team w:own r:org - - r:any",
  TEAM_LEAD: "- w:team - w:organization - - r:any",
  CONTACT_RECORD: "w:own w:team w:own w:org - - r:any",
  JOINT_MEETING_RECORD: "w:own w:team w:own w:org - - r:any",
  FREQUENCY_RECORD: "w:own w:team r:own r:org - - r:any",
  ICPC_TASK: "w:own w:team r:own r:org - - r:any",
  MEETING_ENTER: "w:own w:team w:own w:org - - r:any",
  HEARING_REQUEST: "w:own w:team w:own w:org - - r:any",
  ATTENDANCE_RECORD: "r:own r:team w:own w:org - - r:any",
  SAFETY_CONCERN: "w:own w:team w:own w:org - - r:any",
  SERVICE_RECORDS: "r:own r:team w:own w:org - - r:any",
  NO_CONTACT_FLAG: "w:own w:team r:own r:org - - r:any",
  OTHER_SERVICE_REQUEST: "w:own w:team r:own r:org - - r:any",
  OTHER_SERVICE_APPROVE: "- w:team - - - - r:any",
  REPORT_DRAFT: "- - w:own w:org - - r:any",
  REPORT_SUBMIT: "- - w:coordinator - - - -",
  REPORT_REQUEST: "w:own w:team - - - - r:any",
  WHY_NOTE: "r:own r:team w:own w:org - - r:any",
  PAYMENT_SEE: "r:own r:team - r:org - r:any r:any",
  PAYMENT_MARK: "- - - - - w:any! r:any",
  PLAN_WRITE: "w:own w:team - - - - r:any",
  PLAN_COMMENT: "r:own w:team - - - - r:any",
  PLAN_REVIEW: "- w:team - - - - r:any",
  PLAN_DISTRIBUTE: "w:own w:team - - - - r:any",
  PLAN_READ: "r:own r:team r:own r:org - - r:any",
  CONTRACTS_ADMIN: "- - - r:organization - w:any r:any",
  HOLIDAYS_AND_LISTS: "r:any r:any r:any r:any - w:any r:any",
  SETTINGS_ADMIN: "r:any r:any r:any r:any - w:any2 r:any",
  // Not of the table: see grants.
  POLICY_EFFECT: "- - - - - r:any r:any",
  STAFF_ADMIN: "- - - - - w:any r:any",
  AUDIT_TRAIL: "r:own r:team r:own r:org - - r:any",
  ADMIN_TRAIL: "- - - - - r:any r:any",
  ACCESS_SEE: "- r:team - - - - r:any",
};

const HOLDS: Readonly<Record<string, (role: Role) => readonly string[]>> = {
  any: () => Object.keys(RELATIONS),
  own: (role) => (role === "CASEWORKER" ? ["onTeam"] : ["coordinator", "named"]),
  mates: () => ["teammate"],
  team: () => ["below"],
  org: () => ["coordinator", "named", "contractor"],
  areas: () => ["area"],
  organization: () => ["organization"],
  coordinator: () => ["coordinator"],
};

/** What the cell says about doing and reading in a relation: yes, `!`, `2` or `!2` for conditions, undefined for no. */
const answerOf = (
  cell: string,
  role: Role,
  relation: string,
  verb: "w" | "r",
): string | undefined => {
  if (cell === "-" || (verb === "w" && !cell.startsWith("w"))) return undefined;
  const found = cell
    .slice(2)
    .split("+")
    .map((part) => /^([a-z]+)(!?2?)$/.exec(part) as RegExpExecArray)
    .find(([, scope]) => HOLDS[scope ?? ""]?.(role).includes(relation));
  if (found === undefined) return undefined;
  // Whoever may do it may read it, without any condition of doing.
  return cell.startsWith("w") && verb === "r" ? "" : (found[2] ?? "");
};
const textOf = (permission: ReturnType<typeof may>): string | undefined =>
  permission.allowed
    ? `${permission.withReason ? "!" : ""}${permission.secondPerson ? "2" : ""}`
    : undefined;

test("every row of D9 is an action, and every action a row" + covers("X-1"), () => {
  expect(Object.keys(D9).toSorted()).toEqual([...ACTIONS].toSorted());
  for (const row of Object.values(D9)) expect(row.split(" ")).toHaveLength(ROLES.length);
});

describe.each(ACTIONS)("%s" + covers("X-1"), (action) => {
  const cells = D9[action].split(" ");
  test.each(ROLES.map((role, index) => [role, cells[index] as string] as const))(
    "as %s: %s",
    (role, cell) => {
      for (const [name, relation] of Object.entries(RELATIONS)) {
        expect
          .soft(textOf(may(actor(role), action, relation)), `do, ${name}`)
          .toBe(answerOf(cell, role, name, "w"));
        expect
          .soft(textOf(mayRead(actor(role), action, relation)), `read, ${name}`)
          .toBe(answerOf(cell, role, name, "r"));
      }
    },
  );
});

describe("rules behind the matrix", () => {
  const day = plainDate;
  test("nobody approves what they wrote or asked for" + covers("X-1"), () => {
    for (const action of ["OVERRIDE_APPROVE", "OTHER_SERVICE_APPROVE", "PLAN_REVIEW"] as const)
      expect(may(actor("SUPERVISOR"), action, { below: true, wroteOrAsked: true })).toEqual({
        allowed: false,
        because: "OWN_REQUEST",
      });
  });

  test(
    "the effective date is the worker's until the first contact, then the supervisor's with a reason" +
      covers("REF-1"),
    () => {
      const later = { contactMade: true } as const;
      expect(
        may(actor("CASEWORKER"), "EFFECTIVE_DATE_CORRECT", { onTeam: true, ...later }),
      ).toEqual({ allowed: false, because: "AFTER_FIRST_CONTACT" });
      expect(may(actor("SUPERVISOR"), "EFFECTIVE_DATE_CORRECT", { below: true, ...later })).toEqual(
        { allowed: true, withReason: true },
      );
      expect(may(actor("SUPERVISOR"), "EFFECTIVE_DATE_CORRECT", { below: true })).toEqual({
        allowed: true,
      });
    },
  );

  test(
    "a contractor writes for 60 days after its last service day, only what is dated up to it; then it reads" +
      covers("X-1"),
    () => {
      const relation = (today: string, on?: string): Relation => ({
        contractorOfCase: { lastServiceDay: day("2026-11-30") },
        coordinatorOrNamed: true,
        today: day(today),
        ...(on && { on: day(on) }),
      });
      const write = (known: Relation) => may(actor("CARE_COORDINATOR"), "CONTACT_RECORD", known);
      expect(write(relation("2027-01-29", "2026-11-30"))).toEqual({ allowed: true });
      expect(write(relation("2027-01-30"))).toEqual({ allowed: false, because: "SERVICE_ENDED" });
      expect(write(relation("2026-12-05", "2026-12-01"))).toEqual({
        allowed: false,
        because: "SERVICE_ENDED",
      });
      expect(mayRead(actor("CARE_COORDINATOR"), "CONTACT_RECORD", relation("2030-01-01"))).toEqual({
        allowed: true,
      });
      expect(
        may(actor("CASEWORKER"), "CONTACT_RECORD", { ...relation("2030-01-01"), onTeam: true }),
      ).toEqual({ allowed: true });
    },
  );

  test(
    "required reports are submitted by the care coordinator of that day alone" + covers("X-1"),
    () => {
      const known = { contractorOfCase: {}, coordinatorOrNamed: true };
      expect(may(actor("CARE_COORDINATOR"), "REPORT_SUBMIT", known)).toEqual({
        allowed: false,
        because: "NOT_COORDINATOR_OF_THE_DAY",
      });
      expect(may(actor("CONTRACTOR_SUPERVISOR"), "REPORT_SUBMIT", known)).toEqual({
        allowed: false,
        because: "ROLE",
      });
    },
  );

  test("another team's case opens with a recorded reason, and only then" + covers("X-1"), () => {
    expect(mayRead(actor("CASEWORKER"), "CASE_READ", {})).toEqual({
      allowed: true,
      withReason: true,
    });
    expect(mayRead(actor("CASEWORKER"), "CASE_READ", { reasonGiven: true })).toEqual({
      allowed: true,
    });
    expect(mayRead(actor("ADMINISTRATOR"), "CASE_READ", { reasonGiven: true })).toEqual({
      allowed: false,
      because: "ROLE",
    });
  });

  test(
    "who covers someone may what they may, but becomes nobody's care coordinator" +
      covers("EXP-3", "EXP-4", "DEC-45"),
    () => {
      const today = day("2026-11-20");
      const worker: Relation = { today, covering: { onTeam: true } };
      expect(may(actor("CASEWORKER"), "CONTACT_RECORD", worker)).toEqual({ allowed: true });
      expect(may(actor("SUPERVISOR"), "CONTACT_RECORD", worker).allowed).toBe(false);
      expect(may(actor("SUPERVISOR"), "WORKER_ASSIGN", { covering: { below: true } })).toEqual({
        allowed: true,
      });
      const coordinator: Relation = {
        today,
        contractorOfCase: {},
        covering: { coordinatorOrNamed: true },
      };
      expect(may(actor("CARE_COORDINATOR"), "CONTACT_RECORD", coordinator)).toEqual({
        allowed: true,
      });
      expect(may(actor("CARE_COORDINATOR"), "REPORT_SUBMIT", coordinator)).toEqual({
        allowed: false,
        because: "NOT_COORDINATOR_OF_THE_DAY",
      });
      // A contractor that never had the case gains nothing by covering.
      expect(
        may(actor("CARE_COORDINATOR"), "CONTACT_RECORD", { covering: { coordinatorOrNamed: true } })
          .allowed,
      ).toBe(false);
    },
  );

  test("a role ends access on the day it ends" + covers("X-1"), () => {
    const terms = [{ role: "CASEWORKER" as const, from: day("2026-01-01"), to: day("2026-11-23") }];
    expect(rolesOn(terms, day("2025-12-31"))).toEqual([]);
    expect(rolesOn(terms, day("2026-11-22"))).toEqual(["CASEWORKER"]);
    expect(rolesOn(terms, day("2026-11-23"))).toEqual([]);
  });

  test("an auditor writes nothing and nobody without a role has anything" + covers("X-1"), () => {
    for (const action of ACTIONS)
      for (const relation of Object.values(RELATIONS)) {
        expect(may(actor("AUDITOR"), action, relation).allowed).toBe(false);
        expect(mayRead(actor(), action, relation).allowed).toBe(false);
      }
  });

  test(
    "the menu shows what a role has to do with; lists are narrowed to its scopes" + covers("X-1"),
    () => {
      expect(menuFor(actor("CASEWORKER"))).toEqual(["WORK", "CASES", "REFERRALS"]);
      expect(menuFor(actor("INTAKE"))).toEqual(["INTAKE"]);
      expect(menuFor(actor("ADMINISTRATOR"))).toEqual(["STATE", "ADMIN"]);
      expect(menuFor(actor("CARE_COORDINATOR", "CONTRACTOR_SUPERVISOR"))).toEqual([
        "WORK",
        "TEAM",
        "CASES",
        "INTAKE",
        "ORDER",
      ]);
      expect(menuFor(actor("SUPERVISOR"))).toContain("ORDER");
      expect(menuFor(actor("AUDITOR"))).toContain("ORDER");
      expect([...scopesOf(actor("CONTRACTOR_SUPERVISOR"), "LEDGER_SEE")]).toEqual(["AREAS"]);
      expect([...scopesOf(actor("INTAKE"), "CASE_READ")]).toEqual([]);
    },
  );
});
