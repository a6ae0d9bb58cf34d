import { correctContact, listContacts, recordContact } from "@kinward/db/contacts";
import { markDraftSubmitted } from "@kinward/db/drafts";
import { evaluate } from "@kinward/domain/contacts";
import { CorrectVisitSchema, RecordVisitSchema } from "@kinward/domain/contacts/schema";
import { type CaseId, id } from "@kinward/domain/kernel";
import type { ContactReceipt, ContactView } from "@kinward/domain/views";
import { z } from "zod";
import { readCase } from "../cases/reading-bounds.ts";
import { recorded } from "../trpc/act.ts";
import { router } from "../trpc/base.ts";
import { caseCommand, caseQuery } from "../trpc/procedures.ts";
import { formContext } from "./form-context.ts";

const list = caseQuery(
  "contacts.list",
  z.strictObject({ caseId: id<CaseId>() }),
  async (context): Promise<{ readonly contacts: readonly ContactView[] }> => {
    const { file, book, day, bounds } = await readCase(context);
    const evaluation = evaluate(file, book, day);
    return {
      contacts: await listContacts(context.trx, context.caseId, bounds, file, evaluation),
    };
  },
);

const record = caseCommand<typeof RecordVisitSchema, ContactReceipt>(
  "contacts.record",
  RecordVisitSchema,
  async (context, { draftId, ...command }) => {
    if (command.jointMeeting !== undefined) context.require("JOINT_MEETING_RECORD", {});
    const done = recorded(await recordContact(context, command));
    if (draftId !== undefined)
      await markDraftSubmitted(context.trx, draftId, "CONTACT", context.at);
    return done;
  },
);

const correct = caseCommand<typeof CorrectVisitSchema, ContactReceipt>(
  "contacts.correct",
  CorrectVisitSchema,
  async (context, { draftId, ...command }) => {
    const done = recorded(await correctContact(context, command));
    if (draftId !== undefined)
      await markDraftSubmitted(context.trx, draftId, "CONTACT", context.at);
    return done;
  },
);

export const contactsRouter = router({ list, formContext, record, correct });
