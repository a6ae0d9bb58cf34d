import type { OrganizationId, StaffId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";

/** What someone is allowed to be (requirements D9). One person may hold several. */
export const ROLES = [
  "CASEWORKER",
  "SUPERVISOR",
  "CARE_COORDINATOR",
  "CONTRACTOR_SUPERVISOR",
  "INTAKE",
  "ADMINISTRATOR",
  "AUDITOR",
] as const;
export type Role = (typeof ROLES)[number];

/** Menu entries; which of them someone has, `menuFor` of the access area says. */
export type MenuEntry =
  | "WORK"
  | "TEAM"
  | "CASES"
  | "REFERRALS"
  | "ORDER"
  | "INTAKE"
  | "STATE"
  | "ADMIN";

export interface Me {
  readonly staffId: StaffId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  /** Absent: the Department. */
  readonly organization?: { readonly id: OrganizationId; readonly name: string };
  /** The person to ask when something is not open to me. */
  readonly supervisor?: { readonly name: string; readonly email: string };
  readonly agency: { readonly name: string; readonly timeZone: string };
  /** The server's today in the agency's zone: browsers show this, never their own. */
  readonly today: PlainDate;
  readonly now: Instant;
  readonly menu: readonly MenuEntry[];
  readonly sampleData: boolean;
  readonly twoFactorEnabled: boolean;
  /** 256-bit key, base64, for drafts kept on this device: derived on the server for this person, kept in memory only. */
  readonly draftKey: string;
  readonly session: { readonly idleMinutes: number; readonly endsAt: Instant };
}

export interface SetupStatus {
  /** True until agency and first administrator exist. */
  readonly needed: boolean;
}

export interface InvitationView {
  readonly email: string;
  readonly name: string;
  readonly organizationName?: string;
  readonly expiresAt: Instant;
}
