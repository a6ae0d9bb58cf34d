import { newId, readAs, system } from "@kinward/db";
import {
  insertAgency,
  insertFirstAdministrator,
  isSetupNeeded,
  isTimeZone,
} from "@kinward/db/admin";
import {
  type CommandId,
  CommandEnvelope,
  requiredText,
  type StaffId,
  text,
} from "@kinward/domain/kernel";
import type { SetupStatus } from "@kinward/domain/views";
import { z } from "zod";
import { isSameToken } from "../auth/tokens.ts";
import { act } from "../trpc/act.ts";
import { router } from "../trpc/base.ts";
import { refused } from "../trpc/failure.ts";
import { publicCommand, publicQuery } from "../trpc/procedures.ts";
import { NewPassword } from "./password.schema.ts";

const status = publicQuery(
  "setup.status",
  z.strictObject({}),
  async ({ services }): Promise<SetupStatus> => ({
    needed: await readAs(services.db, system("setup"), (trx) => isSetupNeeded(trx)),
  }),
);

const SetupInput = z.strictObject({
  commandId: z.exactOptional(CommandEnvelope.commandId),
  recordedAt: CommandEnvelope.recordedAt,
  agencyName: requiredText(200),
  timeZone: text(100),
  name: requiredText(200),
  email: z.email().max(254),
  password: NewPassword,
  token: text(200),
});

const create = publicCommand("setup.create", SetupInput, async ({ services }, input) => {
  const {
    agencyName,
    timeZone,
    name,
    email,
    password,
    token,
    commandId = newId<CommandId>(),
  } = input;
  if (!isSameToken(token, services.setupToken))
    throw refused({ code: "INVITATION_INVALID", path: ["token"] });
  return act(
    services,
    {
      commandId,
      procedure: "setup.create",
      caller: system("setup"),
      input: { agencyName, timeZone, name, email },
    },
    async ({ trx }) => {
      if (!(await isSetupNeeded(trx))) throw refused({ code: "INVALID_TRANSITION" });
      if (!(await isTimeZone(trx, timeZone)))
        throw refused({ code: "FIELD_REQUIRED", path: ["timeZone"], params: { of: "timeZone" } });
      // The agency's row can be written once: who comes second waits here and is refused.
      await insertAgency(trx, { name: agencyName.trim(), timeZone });
      const staffId = newId<StaffId>();
      const person = { name: name.trim(), email: email.toLowerCase() };
      const authUserId = await services.accounts.ensureAccount({ ...person, password });
      await insertFirstAdministrator(trx, { ...person, staffId, authUserId });
      return { result: { ok: true as const }, subject: { kind: "STAFF", id: staffId } };
    },
  );
});

export const setupRouter = router({ status, create });
