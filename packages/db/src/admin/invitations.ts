import type { Instant, OrganizationId, StaffId } from "@kinward/domain/kernel";
import { sql } from "kysely";
import type { Database, ReadTrx, Trx } from "../core/client.ts";
import { present } from "../core/values.ts";

/** An invitation that may still be accepted, with the person. */
export interface OpenInvitation {
  readonly invitationId: string;
  readonly staffId: StaffId;
  readonly name: string;
  readonly email: string;
  readonly organizationId?: OrganizationId;
  readonly organizationName?: string;
  readonly expiresAt: Instant;
}

const VALID_DAYS = 7;

/** Invites someone anew; what was open before works no longer. */
export async function insertInvitation(
  trx: Trx,
  invitation: {
    readonly invitationId: string;
    readonly staffId: StaffId;
    readonly tokenHash: string;
  },
): Promise<Instant> {
  await trx
    .updateTable("invitation")
    .set({ revokedAt: sql<Instant>`now()` })
    .where("staffId", "=", invitation.staffId)
    .where("acceptedAt", "is", null)
    .where("revokedAt", "is", null)
    .execute();
  const { expiresAt } = await trx
    .insertInto("invitation")
    .values({ ...invitation, expiresAt: sql<Instant>`now() + ${VALID_DAYS} * interval '1 day'` })
    .returning("expiresAt")
    .executeTakeFirstOrThrow();
  return expiresAt;
}

/** The open invitation that a token stands for; expired, used and withdrawn ones are not there. */
export async function findOpenInvitation(
  trx: ReadTrx | Trx | Database,
  by: { readonly tokenHash: string } | { readonly invitationId: string },
): Promise<OpenInvitation | undefined> {
  const [column, value] =
    "tokenHash" in by
      ? (["i.tokenHash", by.tokenHash] as const)
      : (["i.invitationId", by.invitationId] as const);
  const row = await (trx as ReadTrx)
    .selectFrom("invitation as i")
    .innerJoin("staff as s", "s.staffId", "i.staffId")
    .leftJoin("organization as o", "o.organizationId", "s.organizationId")
    .select([
      "i.invitationId",
      "s.staffId",
      "s.name",
      "s.email",
      "s.organizationId",
      "o.name as organizationName",
      "i.expiresAt",
    ])
    .where(column, "=", value)
    .where("i.acceptedAt", "is", null)
    .where("i.revokedAt", "is", null)
    .where("i.expiresAt", ">", sql<Instant>`now()`)
    .where((eb) =>
      eb.or([eb("s.endedOn", "is", null), eb("s.endedOn", ">", sql<never>`app.today()`)]),
    )
    .executeTakeFirst();
  return row === undefined ? undefined : present(row);
}

/** Takes an invitation, once: false when someone else was faster. */
export async function takeInvitation(trx: Trx, invitationId: string): Promise<boolean> {
  const taken = await trx
    .updateTable("invitation")
    .set({ acceptedAt: sql<Instant>`now()` })
    .where("invitationId", "=", invitationId)
    .where("acceptedAt", "is", null)
    .where("revokedAt", "is", null)
    .returning("invitationId")
    .executeTakeFirst();
  return taken !== undefined;
}

/** Gives someone the account with which they sign in. */
export async function linkAccount(trx: Trx, staffId: StaffId, authUserId: string): Promise<void> {
  await trx.updateTable("staff").set({ authUserId }).where("staffId", "=", staffId).execute();
}
