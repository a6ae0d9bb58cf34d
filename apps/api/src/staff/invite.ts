import { newId, type Trx } from "@kinward/db";
import { insertInvitation, loadStaffFacts } from "@kinward/db/admin";
import { CommandEnvelope, type CommandId, id, type StaffId } from "@kinward/domain/kernel";
import { z } from "zod";
import { hashToken, invitationToken } from "../auth/tokens.ts";
import { invitationLink } from "../mail/render.ts";
import { orNotFound, refused } from "../trpc/failure.ts";
import { command, type StaffContext } from "../trpc/procedures.ts";

interface Invited {
  readonly staffId: StaffId;
  readonly name: string;
  readonly email: string;
  readonly commandId: CommandId;
}

/** Makes an invitation and puts its mail into the outbox; the database keeps only the token's hash. */
export async function sendInvitation(
  { who, services, trx }: StaffContext & { readonly trx: Trx },
  { staffId, name, email, commandId }: Invited,
): Promise<string> {
  const invitationId = newId();
  const tokenHash = hashToken(invitationToken(services.config.secret, invitationId));
  const expiresAt = await insertInvitation(trx, { invitationId, staffId, tokenHash });
  await services.outbox.put(trx, {
    to: email,
    staffId,
    template: "INVITATION",
    params: { invitationId, name, agencyName: who.agency.name, expiresOn: expiresAt.slice(0, 10) },
    commandId,
  });
  return invitationId;
}

export const resendInvitation = command(
  "staff.resendInvitation",
  z.strictObject({ ...CommandEnvelope, staffId: id<StaffId>() }),
  async (context, { staffId, commandId }) => {
    const { trx, today } = context;
    const { staff } = await loadStaffFacts(trx);
    const person = orNotFound(staff.find((one) => one.id === staffId));
    const account = await trx
      .selectFrom("staff")
      .select("authUserId")
      .where("staffId", "=", staffId)
      .executeTakeFirst();
    const isOver = person.endedOn !== undefined && person.endedOn <= today;
    if (isOver || (account?.authUserId ?? null) !== null)
      throw refused({ code: "INVALID_TRANSITION" });
    const invitationId = await sendInvitation(context, { ...person, staffId, commandId });
    return {
      result: { invitationId },
      subject: { kind: "STAFF", id: staffId },
      params: { name: person.name },
    };
  },
  ({ services }, { invitationId }): { ok: true; link?: string } => ({
    ok: true,
    ...(services.outbox.isConnected ? {} : { link: invitationLink(services.config, invitationId) }),
  }),
);
