import type { IncomingHttpHeaders } from "node:http";
import type { Database } from "@kinward/db";
import { findStaffOfAccount, noteSignIn, type StaffOfAccount } from "@kinward/db/accounts";
import { rolesOn } from "@kinward/domain/access";
import { type Instant, instant } from "@kinward/domain/kernel";
import { fromNodeHeaders } from "better-auth/node";
import type { SignedIn } from "../trpc/context.ts";
import { ABSOLUTE_HOURS, type Auth } from "./auth.ts";

/** A session that is still good, and the cookies by which its end is moved on. */
interface Session {
  readonly authUserId: string;
  readonly startedAt: Instant;
  readonly twoFactorEnabled: boolean;
}

export interface Accounts {
  /** Who sends the request, if anyone is signed in and still staff; `setCookie` gets cookies for the answer. */
  readonly signedIn: (
    headers: IncomingHttpHeaders,
    setCookie: (cookie: string) => void,
  ) => Promise<SignedIn | undefined>;
  /** Ends the request's session when it is older than the absolute life time. */
  readonly endIfOver: (headers: IncomingHttpHeaders) => Promise<void>;
  readonly endSessionsOf: (authUserId: string) => Promise<void>;
  /**
   * The account of someone whose invitation or set-up was proven: made, or given the new password if an attempt that
   * broke off had made it.
   */
  readonly ensureAccount: (account: {
    readonly name: string;
    readonly email: string;
    readonly password: string;
  }) => Promise<string>;
}

const ABSOLUTE_MS = ABSOLUTE_HOURS * 3_600_000;

export function createAccounts(auth: Auth, db: Database): Accounts {
  async function findSession(
    headers: IncomingHttpHeaders,
    setCookie: (cookie: string) => void,
  ): Promise<Session | undefined> {
    if (headers.cookie === undefined) return undefined;
    const { response, headers: answered } = await auth.api.getSession({
      headers: fromNodeHeaders({ cookie: headers.cookie }),
      returnHeaders: true,
    });
    if (response !== null && Date.now() - response.session.createdAt.getTime() >= ABSOLUTE_MS) {
      const { internalAdapter } = await auth.$context;
      await internalAdapter.deleteSession(response.session.token);
      return undefined;
    }
    for (const cookie of answered.getSetCookie()) setCookie(cookie);
    if (response === null) return undefined;
    return {
      authUserId: response.user.id,
      startedAt: instant(response.session.createdAt.toISOString()),
      // A field of the two-factor plugin.
      twoFactorEnabled: (response.user as { twoFactorEnabled?: boolean }).twoFactorEnabled === true,
    };
  }

  return {
    signedIn: async (headers, setCookie) => {
      const session = await findSession(headers, setCookie);
      if (session === undefined) return undefined;
      const staff = await findStaffOfAccount(db, session.authUserId);
      if (staff === undefined || !mayEnter(staff)) return undefined;
      if (staff.lastSignInAt === undefined || staff.lastSignInAt < session.startedAt)
        await noteSignIn(db, staff.staffId, session.startedAt);
      return toSignedIn(session, staff);
    },

    endIfOver: async (headers) => void (await findSession(headers, () => undefined)),

    endSessionsOf: async (authUserId) => {
      const { internalAdapter } = await auth.$context;
      await internalAdapter.deleteUserSessions(authUserId);
    },

    ensureAccount: async ({ name, email, password }) => {
      const { internalAdapter, password: passwords } = await auth.$context;
      const hash = await passwords.hash(password);
      const existing = await internalAdapter.findUserByEmail(email, { includeAccounts: true });
      if (existing !== null) {
        await internalAdapter.updatePassword(existing.user.id, hash);
        return existing.user.id;
      }
      const user = await internalAdapter.createUser(
        { name, email, emailVerified: true },
        { method: "email-password" },
      );
      await internalAdapter.linkAccount({
        userId: user.id,
        providerId: "credential",
        accountId: user.id,
        password: hash,
      });
      return user.id;
    },
  };
}

/** Whether the person is staff today, with a role, in an organization that has not ended. */
export const mayEnter = (staff: StaffOfAccount): boolean =>
  !isOver(staff.endedOn, staff) &&
  !isOver(staff.organizationEndedOn, staff) &&
  rolesOn(staff.terms, staff.today).length > 0;

/** Access ends on the day itself (D9, rule 6). */
const isOver = (endedOn: string | undefined, { today }: StaffOfAccount): boolean =>
  endedOn !== undefined && endedOn <= today;

function toSignedIn(session: Session, staff: StaffOfAccount): SignedIn {
  const { staffId, organizationId, organizationName, supervisorName, supervisorEmail } = staff;
  const ofOrganization = organizationId === undefined ? {} : { organizationId };
  return {
    actor: { staffId, roles: rolesOn(staff.terms, staff.today), ...ofOrganization },
    caller: { kind: "person", staffId, ...ofOrganization },
    authUserId: session.authUserId,
    name: staff.name,
    email: staff.email,
    ...(organizationId !== undefined && organizationName !== undefined
      ? { organization: { id: organizationId, name: organizationName } }
      : {}),
    ...(supervisorName !== undefined && supervisorEmail !== undefined
      ? { supervisor: { name: supervisorName, email: supervisorEmail } }
      : {}),
    agency: { name: staff.agencyName, timeZone: staff.timeZone },
    sampleData: staff.sampleData,
    today: staff.today,
    now: staff.now,
    twoFactorEnabled: session.twoFactorEnabled,
    sessionEndsAt: instant(new Date(Date.parse(session.startedAt) + ABSOLUTE_MS).toISOString()),
  };
}
