import type { Role } from "../views/session.ts";

/** Where a grant holds (D9): `own`, `team`, `org`, `areas` and so on, judged from the relation. */
export type Scope =
  | "ANY"
  | "OWN"
  | "TEAM"
  | "TEAMMATES"
  | "ORG"
  | "AREAS"
  | "OWN_ORGANIZATION"
  | "COORDINATOR_OF_THE_DAY";

export interface Grant {
  readonly scope: Scope;
  /** Only with a recorded reason. */
  readonly reason?: true;
  /** A second person has to agree. */
  readonly secondPerson?: true;
  /** Never by the one who wrote or asked for it. */
  readonly notOwnRequest?: true;
  /** Only before the first contact (REF-1). */
  readonly beforeContact?: true;
}

export interface Cell {
  readonly write?: readonly Grant[];
  readonly read?: readonly Grant[];
}

export interface ActionRow {
  /** Requirements that name the act. */
  readonly ids: readonly string[];
  readonly cells: Readonly<Partial<Record<Role, Cell>>>;
  /** The act concerns an episode of a contractor, so its time ends 60 days after the last service day. */
  readonly ofEpisode?: true;
}

const any: Grant = { scope: "ANY" };
const own: Grant = { scope: "OWN" };
const team: Grant = { scope: "TEAM" };
const org: Grant = { scope: "ORG" };

const write = (...grants: readonly Grant[]): Cell => ({ write: grants });
const read = (...grants: readonly Grant[]): Cell => ({ read: grants });

type Cells = ActionRow["cells"];
const row = (ids: readonly string[], cells: Cells): ActionRow => ({
  ids,
  cells: { AUDITOR: read(any), ...cells },
});
const episodeRow = (ids: readonly string[], cells: Cells): ActionRow => ({
  ...row(ids, cells),
  ofEpisode: true,
});

/** Department: the worker on own cases, the supervisor on those of the team. */
const department = { CASEWORKER: write(own), SUPERVISOR: write(team) } as const;
const departmentReads = { CASEWORKER: read(own), SUPERVISOR: read(team) } as const;
const contractor = { CARE_COORDINATOR: write(own), CONTRACTOR_SUPERVISOR: write(org) } as const;
const contractorReads = { CARE_COORDINATOR: read(own), CONTRACTOR_SUPERVISOR: read(org) } as const;

/** The table of requirements D9, row by row. An administrator sees numbers, never the content of a case. */
export const GRANTS = {
  // Case and people
  CASE_READ: row(["X-1"], {
    CASEWORKER: read(own, { scope: "TEAMMATES" }, { scope: "ANY", reason: true }),
    SUPERVISOR: read(team, { scope: "ANY", reason: true }),
    ...contractorReads,
  }),
  SEARCH: row(["ASG-7"], { CASEWORKER: read(any), SUPERVISOR: read(any), ...contractorReads }),
  CASE_OPEN_CLOSE: row(["SCP-1", "REP-18"], department),
  MEMBER_MARKS: row(["SCP-4", "CASE-1", "CASE-2", "CASE-3", "CASE-4", "CASE-5"], {
    ...department,
    ...contractorReads,
  }),
  PEOPLE_AND_HOUSEHOLD: episodeRow(["CASE-6", "EXP-6"], { ...department, ...contractor }),
  PERSON_MERGE: row(["X-8"], { CASEWORKER: read(own), SUPERVISOR: write(team) }),
  // Ours, after the row before: who has one of two records in a case says so to the supervisor of the other.
  PERSON_MERGE_PROPOSE: row(["X-8"], {
    CASEWORKER: write({ ...own, secondPerson: true }),
    SUPERVISOR: write({ ...team, secondPerson: true }),
  }),
  // Referral and assignment
  REFERRAL_SUBMIT: row(["REF-1", "ASG-3", "ASG-7", "ASG-10"], department),
  OVERRIDE_APPROVE: row(["ASG-7"], { SUPERVISOR: write({ ...team, notOwnRequest: true }) }),
  EFFECTIVE_DATE_CORRECT: row(["REF-1"], {
    CASEWORKER: write({ ...own, beforeContact: true }),
    SUPERVISOR: write({ ...team, beforeContact: true }, { ...team, reason: true }),
  }),
  RECEIPT: row(["ASG-3"], {
    ...departmentReads,
    ...contractorReads,
    INTAKE: read(org),
    ADMINISTRATOR: read(any),
  }),
  LEDGER_SEE: row(["ASG-4"], {
    SUPERVISOR: read(any),
    CONTRACTOR_SUPERVISOR: read({ scope: "AREAS" }),
    ADMINISTRATOR: read(any),
  }),
  // Ours: no row of D9 names the questions about who steered an order. Numbers for administrators, each event for auditors.
  ORDER_REVIEW: row(["ASG-4", "ASG-10"], { ADMINISTRATOR: read(any) }),
  // Ours: the state in numbers, without a family.
  STATE_SEE: row(["X-1"], { SUPERVISOR: read(any), ADMINISTRATOR: read(any) }),
  LEDGER_CORRECT: row(["ASG-10", "ASG-11", "ASG-12"], {
    ADMINISTRATOR: write({ scope: "ANY", reason: true, secondPerson: true }),
  }),
  REFERRAL_RECEIVE: episodeRow(["EXP-3"], {
    ...departmentReads,
    CARE_COORDINATOR: read(own),
    CONTRACTOR_SUPERVISOR: write(org),
    INTAKE: write(org),
  }),
  // Ours, after the row of the coordinator: no row of D9 names the worker of a case, cover or the board of a team.
  WORKER_ASSIGN: row(["EXP-3"], {
    CASEWORKER: read(own),
    SUPERVISOR: write(team),
    ...contractorReads,
  }),
  HANDOVER_READ: row(["EXP-3"], {
    CASEWORKER: write(own),
    SUPERVISOR: read(team),
    CARE_COORDINATOR: write(own),
    CONTRACTOR_SUPERVISOR: read(org),
  }),
  TEAM_LEAD: row(["EXP-3"], {
    SUPERVISOR: write(team),
    CONTRACTOR_SUPERVISOR: write({ scope: "OWN_ORGANIZATION" }),
  }),
  // Contact and service
  CONTACT_RECORD: episodeRow(["CON-2"], { ...department, ...contractor }),
  JOINT_MEETING_RECORD: episodeRow(["CON-5"], { ...department, ...contractor }),
  FREQUENCY_RECORD: row(["CON-1"], { ...department, ...contractorReads }),
  ICPC_TASK: row(["CON-12"], { ...department, ...contractorReads }),
  MEETING_ENTER: episodeRow(["EXP-1", "EXP-2"], { ...department, ...contractor }),
  HEARING_REQUEST: episodeRow(["EXP-2"], { ...department, ...contractor }),
  ATTENDANCE_RECORD: episodeRow(["EXP-1", "EXP-2"], { ...departmentReads, ...contractor }),
  SAFETY_CONCERN: episodeRow(["EXP-5"], { ...department, ...contractor }),
  SERVICE_RECORDS: episodeRow(["EXP-7", "EXP-8", "EXP-9", "SVC-1"], {
    ...departmentReads,
    ...contractor,
  }),
  NO_CONTACT_FLAG: row(["SVC-4"], { ...department, ...contractorReads }),
  OTHER_SERVICE_REQUEST: row(["SVC-16"], { ...department, ...contractorReads }),
  OTHER_SERVICE_APPROVE: row(["SVC-16"], { SUPERVISOR: write({ ...team, notOwnRequest: true }) }),
  // Reports and payment
  REPORT_DRAFT: episodeRow(["REP-3"], contractor),
  REPORT_SUBMIT: {
    ...episodeRow(["EXP-4", "REP-1", "REP-2", "REP-3", "REP-18"], {
      CARE_COORDINATOR: write({ scope: "COORDINATOR_OF_THE_DAY" }),
    }),
    // The only row that an auditor has nothing of: what was submitted is read as part of the case.
    cells: { CARE_COORDINATOR: write({ scope: "COORDINATOR_OF_THE_DAY" }) },
  },
  REPORT_REQUEST: row(["REP-17"], department),
  WHY_NOTE: episodeRow(["CON-4"], { ...departmentReads, ...contractor }),
  PAYMENT_SEE: row(["PAY-1"], {
    ...departmentReads,
    CONTRACTOR_SUPERVISOR: read(org),
    ADMINISTRATOR: read(any),
  }),
  PAYMENT_MARK: row(["PAY-1"], { ADMINISTRATOR: write({ scope: "ANY", reason: true }) }),
  // Planning
  PLAN_WRITE: row(["PLAN-15", "PLAN-16", "FFPSA-1", "DOC-1"], department),
  PLAN_COMMENT: row(["SUP-1", "SUP-2"], { CASEWORKER: read(own), SUPERVISOR: write(team) }),
  PLAN_REVIEW: row(["SUP-4"], { SUPERVISOR: write({ ...team, notOwnRequest: true }) }),
  PLAN_DISTRIBUTE: row(["DIST-1", "DIST-8"], department),
  PLAN_READ: row(["CON-2"], { ...departmentReads, ...contractorReads }),
  // Administration
  CONTRACTS_ADMIN: row(["ASG-1", "ASG-2", "SVC-2", "SVC-6"], {
    CONTRACTOR_SUPERVISOR: read({ scope: "OWN_ORGANIZATION" }),
    ADMINISTRATOR: write(any),
  }),
  HOLIDAYS_AND_LISTS: row(["X-6"], { ...everyoneReads(), ADMINISTRATOR: write(any) }),
  SETTINGS_ADMIN: row(["X-6"], {
    ...everyoneReads(),
    ADMINISTRATOR: write({ scope: "ANY", secondPerson: true }),
  }),
  // Ours: no row of D9 names the preview of a policy change. It lists case numbers and dates, so nobody else reads it.
  POLICY_EFFECT: row(["X-6"], { ADMINISTRATOR: read(any) }),
  STAFF_ADMIN: row(["X-1"], { ADMINISTRATOR: write(any) }),
  AUDIT_TRAIL: row(["X-2"], { ...departmentReads, ...contractorReads }),
  // Ours, between "history of team cases" and the auditor's "all, reads included": who looked at a case, its supervisor sees.
  ACCESS_SEE: row(["X-2"], { SUPERVISOR: read(team) }),
  ADMIN_TRAIL: row(["X-2"], { ADMINISTRATOR: read(any) }),
} as const satisfies Readonly<Record<string, ActionRow>>;

function everyoneReads(): Cells {
  return {
    CASEWORKER: read(any),
    SUPERVISOR: read(any),
    CARE_COORDINATOR: read(any),
    CONTRACTOR_SUPERVISOR: read(any),
  };
}

export type Action = keyof typeof GRANTS;
export const ACTIONS = Object.keys(GRANTS) as readonly Action[];
