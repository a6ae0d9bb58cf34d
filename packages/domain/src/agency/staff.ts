import type { RoleTerm } from "../access/actor.ts";
import { rolesOn } from "../access/actor.ts";
import { ia } from "../kernel/citation.ts";
import type { OfficeId, OrganizationId, StaffId, TeamId } from "../kernel/ids.ts";
import { inForceOn } from "../kernel/interval.ts";
import { addDays, type PlainDate } from "../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";
import type { Role } from "../views/session.ts";

export const DEPARTMENT_ROLES = [
  "CASEWORKER",
  "SUPERVISOR",
  "ADMINISTRATOR",
  "AUDITOR",
] as const satisfies readonly Role[];
export const CONTRACTOR_ROLES = [
  "CARE_COORDINATOR",
  "CONTRACTOR_SUPERVISOR",
  "INTAKE",
] as const satisfies readonly Role[];

/** Someone who works with Kinward: the identity that commands and history name, apart from the sign-in account. */
export interface Staff {
  readonly id: StaffId;
  readonly name: string;
  readonly email: string;
  /** Absent: the Department. */
  readonly organizationId?: OrganizationId;
  readonly roles: readonly RoleTerm[];
  readonly endedOn?: PlainDate;
}

export interface StaffInput {
  readonly name: string;
  readonly email: string;
  readonly organizationId?: OrganizationId;
  readonly roles: readonly Role[];
  readonly officeId?: OfficeId;
  readonly teamId?: TeamId;
  readonly supervisorId?: StaffId;
  readonly languages: readonly string[];
}

/** Who answers to whom, dated. */
export interface SupervisorLine {
  readonly staffId: StaffId;
  readonly supervisorId: StaffId;
  readonly from: PlainDate;
  readonly to?: PlainDate;
}

export interface StaffFacts {
  /** Staff whose access has not ended, for the e-mail address and the last administrator. */
  readonly staff: readonly Staff[];
  readonly lines: readonly SupervisorLine[];
  /** The organization named exists and has not ended. */
  readonly organizationOpen: boolean;
  readonly today: PlainDate;
}

/** Roles fit the organization: those of contractor staff need one, those of the Department allow none. */
const roleRefusals = (input: Pick<StaffInput, "roles" | "organizationId">): readonly Refusal[] => {
  if (input.roles.length === 0)
    return [{ code: "FIELD_REQUIRED", path: ["roles"], params: { of: "roles" } }];
  const fitting: readonly Role[] =
    input.organizationId === undefined ? DEPARTMENT_ROLES : CONTRACTOR_ROLES;
  return input.roles.flatMap((role, index) =>
    fitting.includes(role)
      ? []
      : [
          {
            code: "ROLE_NOT_OF_ORGANIZATION",
            path: ["roles", index],
            params: { of: role },
          } as const,
        ],
  );
};

const commonRefusals = (
  input: StaffInput,
  facts: StaffFacts,
  self?: StaffId,
): readonly Refusal[] => {
  const refusals: Refusal[] = [...roleRefusals(input)];
  if (input.name.trim() === "")
    refusals.push({ code: "FIELD_REQUIRED", path: ["name"], params: { of: "name" } });
  const email = input.email.trim().toLowerCase();
  if (email === "")
    refusals.push({ code: "FIELD_REQUIRED", path: ["email"], params: { of: "email" } });
  else if (facts.staff.some((one) => one.id !== self && one.email.trim().toLowerCase() === email))
    refusals.push({ code: "EMAIL_TAKEN", path: ["email"] });
  if (input.organizationId !== undefined && !facts.organizationOpen)
    refusals.push({
      code: "FIELD_REQUIRED",
      path: ["organizationId"],
      params: { of: "organizationId" },
    });
  const supervisor = facts.staff.find((one) => one.id === input.supervisorId);
  if (input.supervisorId !== undefined && !canSupervise(supervisor, input, facts, self))
    refusals.push({
      code: "FIELD_REQUIRED",
      path: ["supervisorId"],
      params: { of: "supervisorId" },
    });
  return refusals;
};

/** A supervisor of the same organization who does not answer to the person. */
const canSupervise = (
  supervisor: Staff | undefined,
  input: StaffInput,
  facts: StaffFacts,
  self: StaffId | undefined,
): boolean => {
  if (supervisor === undefined || supervisor.organizationId !== input.organizationId) return false;
  const needed: Role = input.organizationId === undefined ? "SUPERVISOR" : "CONTRACTOR_SUPERVISOR";
  return (
    rolesOn(supervisor.roles, facts.today).includes(needed) &&
    (self === undefined ||
      (supervisor.id !== self && !staffBelow(self, facts.lines, facts.today).has(supervisor.id)))
  );
};

/** Invites somebody; the account comes with the acceptance. */
export const decideInviteStaff = rule(
  { id: "X-1", cites: [ia("47")] },
  (input: StaffInput, facts: StaffFacts): Result<StaffInput> => {
    const refusals = commonRefusals(input, facts);
    return refusals.length > 0
      ? refuse(...refusals)
      : accept({ ...input, name: input.name.trim(), email: input.email.trim() });
  },
);

export interface StaffChange {
  readonly input: StaffInput;
  /** Role terms as they are from today on: former roles end today, new ones begin today. */
  readonly roles: readonly RoleTerm[];
}

/** Changes roles, office, team and supervisor from today on. At least one administrator stays. */
export const decideChangeStaff = (
  input: StaffInput,
  staff: Staff,
  facts: StaffFacts,
): Result<StaffChange> => {
  if (staff.endedOn !== undefined && staff.endedOn <= facts.today)
    return refuse({ code: "INVALID_TRANSITION" });
  const refusals: Refusal[] = [...commonRefusals(input, facts, staff.id)];
  if (input.organizationId !== staff.organizationId)
    refusals.push({ code: "INVALID_TRANSITION", path: ["organizationId"] });
  if (!input.roles.includes("ADMINISTRATOR") && isLastAdministrator(staff, facts))
    refusals.push({ code: "LAST_ADMINISTRATOR", path: ["roles"] });
  if (refusals.length > 0) return refuse(...refusals);
  const current = rolesOn(staff.roles, facts.today);
  const kept = staff.roles
    // A role given and taken on one day never was.
    .filter(
      (term) =>
        input.roles.includes(term.role) || !current.includes(term.role) || term.from < facts.today,
    )
    .map((term) =>
      term.to === undefined && !input.roles.includes(term.role)
        ? { ...term, to: facts.today }
        : term,
    );
  const begun = input.roles
    .filter((role) => !current.includes(role))
    .map((role) => ({ role, from: facts.today }));
  return accept({ input, roles: [...kept, ...begun] });
};

/** Ends someone's access on a day, that day included (D9, rule 6). What they recorded stays under their name. */
export const decideEndStaff = (
  staff: Staff,
  on: PlainDate,
  facts: StaffFacts,
): Result<{ readonly endedOn: PlainDate; readonly roles: readonly RoleTerm[] }> => {
  if (staff.endedOn !== undefined) return refuse({ code: "INVALID_TRANSITION" });
  if (isLastAdministrator(staff, facts))
    return refuse({ code: "LAST_ADMINISTRATOR", path: ["on"] });
  const roles = staff.roles
    .filter((term) => term.from < on)
    .map((term) => (term.to === undefined || term.to > on ? { ...term, to: on } : term));
  return accept({ endedOn: on, roles });
};

const isLastAdministrator = (staff: Staff, facts: StaffFacts): boolean => {
  const isOne = (one: Staff) =>
    rolesOn(one.roles, facts.today).includes("ADMINISTRATOR") &&
    (one.endedOn === undefined || one.endedOn > facts.today);
  return isOne(staff) && !facts.staff.some((one) => one.id !== staff.id && isOne(one));
};

/** Everyone below a supervisor on a day, at any depth. */
export const staffBelow = (
  supervisorId: StaffId,
  lines: readonly SupervisorLine[],
  day: PlainDate,
): ReadonlySet<StaffId> => {
  const below = new Set<StaffId>();
  const reach = (above: StaffId): void => {
    for (const line of lines)
      if (line.supervisorId === above && inForceOn(line, day) && !below.has(line.staffId)) {
        below.add(line.staffId);
        reach(line.staffId);
      }
  };
  reach(supervisorId);
  return below;
};

/** The supervisor line of someone from a day on: the former one ends the day before. */
export const changeSupervisorLine = (
  lines: readonly SupervisorLine[],
  staffId: StaffId,
  supervisorId: StaffId | undefined,
  from: PlainDate,
): readonly SupervisorLine[] => [
  ...lines
    .filter((line) => line.staffId !== staffId || line.from < from)
    .map((line) =>
      line.staffId === staffId && (line.to === undefined || line.to >= from)
        ? { ...line, to: addDays(from, -1) }
        : line,
    ),
  ...(supervisorId === undefined ? [] : [{ staffId, supervisorId, from }]),
];
