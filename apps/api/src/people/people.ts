import {
  addMember,
  confirmMember,
  correctMembership,
  correctPerson,
  correctStay,
  endMembership,
  findCaseFile,
  listHouseholdChanges,
  listOtherOpenCases,
  loadCaseFile,
  receiveHouseholdNotice,
  recordDeath,
  recordHouseholdChange,
  removeMember,
} from "@kinward/db/cases";
import { followMerged } from "@kinward/db/people";
import { effectOfBirthDate } from "@kinward/domain/effect";
import { householdNotice } from "@kinward/domain/expectations";
import { type CaseId, id, type PersonId } from "@kinward/domain/kernel";
import {
  AddMemberSchema,
  BirthDateQuestion,
  ConfirmMemberSchema,
  CorrectMembershipSchema,
  CorrectPersonSchema,
  CorrectStaySchema,
  EndMembershipSchema,
  ReceiveHouseholdNoticeSchema,
  RecordDeathSchema,
  RecordHouseholdChangeSchema,
  RemoveMemberSchema,
  WithdrawStaySchema,
} from "@kinward/domain/people";
import type { BirthDatePreview, HouseholdChangeView } from "@kinward/domain/views";
import { z } from "zod";
import { readCase } from "../cases/reading-bounds.ts";
import { recorded } from "../trpc/act.ts";
import { router } from "../trpc/base.ts";
import { orNotFound } from "../trpc/failure.ts";
import { type CaseCommandContext, caseCommand, caseQuery } from "../trpc/procedures.ts";
import { recorderOf, tellWorker } from "./recorder.ts";

/** Someone joins the case. */
const add = caseCommand("people.add", AddMemberSchema, async (context, input) => {
  const { file } = await loadCaseFile(context.trx, context.caseId);
  const recorder = await recorderOf(context);
  const done = recorded(orNotFound(await addMember(context, file, recorder, input)));
  if (done.result.tells) await tellWorker(context);
  return done;
});

const end = caseCommand("people.endMembership", EndMembershipSchema, async (context, input) =>
  recorded(orNotFound(await endMembership(context, input))),
);

const ofPerson = {
  people: ({ personId }: { readonly personId: PersonId }) => [personId],
};

const death = caseCommand(
  "people.recordDeath",
  RecordDeathSchema,
  async (context, input) => recorded(orNotFound(await recordDeath(context, input))),
  ofPerson,
);

/** Another name, birth date, sex or language than was recorded. */
const person = caseCommand(
  "people.correctPerson",
  CorrectPersonSchema,
  async (context, input) =>
    recorded(orNotFound(await correctPerson(context, await recorderOf(context), input))),
  ofPerson,
);

/** What a corrected birth date would move in this case. */
const previewBirthDate = caseQuery(
  "people.previewBirthDate",
  BirthDateQuestion,
  async ({ trx, caseId, today }, { personId, birthDate }): Promise<BirthDatePreview> => {
    const { file, book } = orNotFound(await findCaseFile(trx, caseId));
    orNotFound(file.members.find((one) => one.id === personId));
    const asked = { personId, ...(birthDate && { birthDate }) };
    return {
      ...effectOfBirthDate(file, book, today, asked),
      otherCases: (await listOtherOpenCases(trx, [personId], caseId)).length,
    };
  },
);

const confirm = caseCommand("people.confirm", ConfirmMemberSchema, async (context, input) =>
  recorded(orNotFound(await confirmMember(context, input))),
);

const membership = caseCommand(
  "people.correctMembership",
  CorrectMembershipSchema,
  async (context, input) => recorded(orNotFound(await correctMembership(context, input))),
);

type StayCommand = Parameters<typeof correctStay>[3];

const ofStay = async (context: CaseCommandContext, input: StayCommand) => {
  const { file } = await loadCaseFile(context.trx, context.caseId);
  const recorder = await recorderOf(context);
  const done = recorded(orNotFound(await correctStay(context, file, recorder, input)));
  if (done.result.tells) await tellWorker(context);
  return done;
};
const stay = caseCommand("people.correctStay", CorrectStaySchema, ofStay);
const withdraw = caseCommand("people.withdrawStay", WithdrawStaySchema, ofStay);

const remove = caseCommand("people.remove", RemoveMemberSchema, async (context, input) =>
  recorded(orNotFound(await removeMember(context, await recorderOf(context), input))),
);

/** Someone who is no member entered or left the home. */
const change = caseCommand(
  "people.recordHouseholdChange",
  RecordHouseholdChangeSchema,
  async (context, input) => {
    const recorder = await recorderOf(context);
    const done = recorded(await recordHouseholdChange(context, recorder, input));
    if (recorder.by === "CONTRACTOR") await tellWorker(context);
    return done;
  },
);

const receive = caseCommand(
  "people.receiveNotice",
  ReceiveHouseholdNoticeSchema,
  async (context, input) =>
    recorded(orNotFound(await receiveHouseholdNotice(context, context.who.actor.staffId, input))),
);

/** Who entered and left the home, and when the Department was told. */
const household = caseQuery(
  "people.household",
  z.strictObject({ caseId: id<CaseId>() }),
  async (context): Promise<{ readonly changes: readonly HouseholdChangeView[] }> => {
    const { trx, caseId, can } = context;
    const { book, day, bounds } = await readCase(context);
    const rows = await listHouseholdChanges(trx, caseId, bounds.until);
    const reads = can("MEMBER_MARKS");
    return {
      changes: rows.map(({ person, who: _, date, notifiedDepartmentOn, ...row }) => {
        const { elapsedBusinessDays, flag } = householdNotice(
          { type: row.type, date, ...(notifiedDepartmentOn && { notifiedDepartmentOn }) },
          book,
          day,
        );
        return {
          ...row,
          ...(person && { personId: person }),
          on: date,
          ...(notifiedDepartmentOn && { toldOn: notifiedDepartmentOn }),
          businessDays: elapsedBusinessDays,
          flag,
          canReceive: reads && !row.byDepartment && row.receivedOn === undefined,
        };
      }),
    };
  },
);

/** The record that a merged id leads to, of someone who is or was in the case; anything else is not there. */
const current = caseQuery(
  "people.current",
  z.strictObject({ caseId: id<CaseId>(), personId: id<PersonId>() }),
  async ({ trx, caseId }, { personId }): Promise<{ readonly personId: PersonId }> => {
    const { file } = orNotFound(await findCaseFile(trx, caseId));
    const now = (await followMerged(trx, [personId])).get(personId);
    return { personId: orNotFound(file.members.find((one) => one.id === now)).id };
  },
);

export const peopleRouter = router({
  current,
  add,
  endMembership: end,
  recordDeath: death,
  confirm,
  correctMembership: membership,
  correctPerson: person,
  previewBirthDate,
  correctStay: stay,
  withdrawStay: withdraw,
  remove,
  recordHouseholdChange: change,
  receiveNotice: receive,
  household,
});
