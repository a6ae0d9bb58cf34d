import type { OrganizationId, StaffId } from "@kinward/domain/kernel";

/** Someone of the staff; with an organization, a contractor's. */
export interface PersonCaller {
  readonly kind: "person";
  readonly staffId: StaffId;
  /** Absent: the Department. */
  readonly organizationId?: OrganizationId;
}
/** The system itself, for a named purpose (a job, loading data, checking). */
export interface SystemCaller {
  readonly kind: "system";
  readonly purpose: string;
}
/** Who is asking: row-level security and the record of commands follow it. */
export type Caller = PersonCaller | SystemCaller;

export const system = (purpose: string): SystemCaller => ({ kind: "system", purpose });

/** How the database is told: staff by their id, the system by its purpose. */
export const userOf = (caller: Caller): string =>
  caller.kind === "person" ? caller.staffId : `system:${caller.purpose}`;

export const organizationOf = (caller: Caller): OrganizationId | undefined =>
  caller.kind === "person" ? caller.organizationId : undefined;

/** The columns of a command that say who acted. */
export const actorOf = (caller: Caller) => ({
  actorStaffId: caller.kind === "person" ? caller.staffId : null,
  systemPurpose: caller.kind === "system" ? caller.purpose : null,
  organizationId: organizationOf(caller) ?? null,
});
