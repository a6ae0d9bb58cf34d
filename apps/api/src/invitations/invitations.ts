import { newId, readAs, system } from "@kinward/db";
import { findOpenInvitation, linkAccount, takeInvitation } from "@kinward/db/admin";
import { type CommandId, CommandEnvelope, text } from "@kinward/domain/kernel";
import type { InvitationView } from "@kinward/domain/views";
import { z } from "zod";
import { hashToken } from "../auth/tokens.ts";
import { NewPassword } from "../setup/password.schema.ts";
import { act } from "../trpc/act.ts";
import { router } from "../trpc/base.ts";
import { refused } from "../trpc/failure.ts";
import { publicCommand, publicQuery } from "../trpc/procedures.ts";

/** Unknown, expired, used and withdrawn tokens are answered alike. */
const invalid = () => refused({ code: "INVITATION_INVALID", path: ["token"] });

const find = publicQuery(
  "invitations.find",
  z.strictObject({ token: text(200) }),
  async ({ services }, { token }): Promise<InvitationView> => {
    const invitation = await readAs(services.db, system("invitation"), (trx) =>
      findOpenInvitation(trx, { tokenHash: hashToken(token) }),
    );
    if (invitation === undefined) throw invalid();
    const { email, name, organizationName, expiresAt } = invitation;
    return {
      email,
      name,
      ...(organizationName === undefined ? {} : { organizationName }),
      expiresAt,
    };
  },
);

const AcceptInput = z.strictObject({
  commandId: z.exactOptional(CommandEnvelope.commandId),
  recordedAt: CommandEnvelope.recordedAt,
  token: text(200),
  password: NewPassword,
});

const accept = publicCommand(
  "invitations.accept",
  AcceptInput,
  async ({ services }, { token, password, commandId = newId<CommandId>() }) =>
    act(
      services,
      {
        commandId,
        procedure: "invitations.accept",
        caller: system("invitation"),
        input: { tokenHash: hashToken(token) },
      },
      async ({ trx }) => {
        const invitation = await findOpenInvitation(trx, { tokenHash: hashToken(token) });
        if (invitation === undefined || !(await takeInvitation(trx, invitation.invitationId)))
          throw invalid();
        const { staffId, name, email } = invitation;
        const authUserId = await services.accounts.ensureAccount({ name, email, password });
        await linkAccount(trx, staffId, authUserId);
        return {
          result: { ok: true as const },
          subject: { kind: "STAFF", id: staffId },
          params: { name },
        };
      },
    ),
);

export const invitationsRouter = router({ find, accept });
