import { createHmac } from "node:crypto";
import { menuFor } from "@kinward/domain/access";
import { CommandEnvelope } from "@kinward/domain/kernel";
import type { Me } from "@kinward/domain/views";
import { z } from "zod";
import { IDLE_MINUTES } from "../auth/auth.ts";
import { router } from "../trpc/base.ts";
import { command, query } from "../trpc/procedures.ts";

const me = query(
  "session.me",
  z.strictObject({}),
  async ({ who, services, today, now }): Promise<Me> => ({
    staffId: who.actor.staffId,
    name: who.name,
    email: who.email,
    roles: who.actor.roles,
    ...(who.organization === undefined ? {} : { organization: who.organization }),
    ...(who.supervisor === undefined ? {} : { supervisor: who.supervisor }),
    agency: who.agency,
    today,
    now,
    menu: menuFor(who.actor),
    sampleData: who.sampleData,
    twoFactorEnabled: who.twoFactorEnabled,
    draftKey: draftKey(services.config.secret, who.actor.staffId),
    session: { idleMinutes: IDLE_MINUTES, endsAt: who.sessionEndsAt },
  }),
);

/** The same for this person on every device, and known to no one who is not signed in as them. */
const draftKey = (secret: string, staffId: string): string =>
  createHmac("sha256", secret).update(`drafts of ${staffId}`).digest("base64");

const signOutEverywhere = command(
  "session.signOutEverywhere",
  z.strictObject(CommandEnvelope),
  async ({ who, services }) => {
    await services.accounts.endSessionsOf(who.authUserId);
    return { result: { ok: true as const }, subject: { kind: "STAFF", id: who.actor.staffId } };
  },
);

export const sessionRouter = router({ me, signOutEverywhere });
