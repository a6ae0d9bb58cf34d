import {
  correctEffectiveDate as writeEffectiveDate,
  correctMark as writeCorrection,
  endMark as writeEnd,
  listFacts,
  listForms,
  listIdentities,
  recordMark as writeMark,
  setMajority as writeMajority,
} from "@kinward/db/marks";
import { levelsStanding } from "@kinward/domain/contacts";
import { type CaseId, id } from "@kinward/domain/kernel";
import {
  CorrectEffectiveDateSchema,
  CorrectFrequencySchema,
  CorrectMarkSchema,
  EndFrequencySchema,
  EndMarkSchema,
  RecordFrequencySchema,
  RecordMarkSchema,
  SetMajoritySchema,
} from "@kinward/domain/people";
import type { CaseMarks, RecordedFact } from "@kinward/domain/views";
import { z } from "zod";
import { readCase } from "../cases/reading-bounds.ts";
import { recorded } from "../trpc/act.ts";
import { router } from "../trpc/base.ts";
import { orNotFound } from "../trpc/failure.ts";
import { previewEffectiveDate, previewEnd, recordFurtherForm } from "./services.ts";
import { caseCommand, caseQuery } from "../trpc/procedures.ts";

const startOf = ({ fact }: RecordedFact): string =>
  (fact.kind === "RIGHTS" ? fact.on : fact.from) ?? "";

const list = caseQuery(
  "marks.list",
  z.strictObject({ caseId: id<CaseId>() }),
  async (context): Promise<CaseMarks> => {
    const { trx, caseId, can } = context;
    const loaded = await readCase(context);
    const { until } = loaded.bounds;
    const facts = await listFacts(trx, caseId);
    return {
      revision: loaded.revision,
      people: await listIdentities(trx, caseId),
      // A contractor whose service is over reads nothing that began after it.
      facts: until === undefined ? facts : facts.filter((one) => startOf(one) <= until),
      levels: levelsStanding(loaded.file, loaded.book, loaded.day),
      forms: (await listForms(trx, caseId)).map(({ further, ...form }) => ({
        ...form,
        further: further.filter((one) => until === undefined || one.effectiveDate <= until),
      })),
      can: {
        marks: can("MEMBER_MARKS"),
        levels: can("FREQUENCY_RECORD"),
        effectiveDate: can("EFFECTIVE_DATE_CORRECT"),
        people: can("PEOPLE_AND_HOUSEHOLD"),
        effectiveDateBySupervisor:
          !can("EFFECTIVE_DATE_CORRECT") && can("EFFECTIVE_DATE_CORRECT", { contactMade: false }),
        endServices: can("CASE_OPEN_CLOSE"),
        furtherForm: can("REFERRAL_SUBMIT"),
      },
    };
  },
);

const record = caseCommand("marks.record", RecordMarkSchema, async (tools, input) =>
  recorded(await writeMark(tools, input)),
);
const end = caseCommand("marks.end", EndMarkSchema, async (tools, input) =>
  recorded(orNotFound(await writeEnd(tools, input))),
);
const correct = caseCommand("marks.correct", CorrectMarkSchema, async (tools, input) =>
  recorded(orNotFound(await writeCorrection(tools, input))),
);
const setMajority = caseCommand("marks.setMajority", SetMajoritySchema, async (tools, input) =>
  recorded(orNotFound(await writeMajority(tools, input))),
);

const recordFrequency = caseCommand(
  "frequencies.record",
  RecordFrequencySchema,
  async (tools, input) => recorded(await writeMark(tools, input)),
);
const endFrequency = caseCommand("frequencies.end", EndFrequencySchema, async (tools, input) =>
  recorded(orNotFound(await writeEnd(tools, input))),
);
const correctFrequency = caseCommand(
  "frequencies.correct",
  CorrectFrequencySchema,
  async (tools, input) => recorded(orNotFound(await writeCorrection(tools, input))),
);

/** The date on which the clocks of services began: by the worker before the first contact, later by the supervisor. */
const correctEffectiveDate = caseCommand(
  "episodes.correctEffectiveDate",
  CorrectEffectiveDateSchema,
  async (tools, input) =>
    recorded(orNotFound(await writeEffectiveDate(tools, tools.caseId, input))),
);

export const marksRouter = router({ list, record, end, correct, setMajority });
export const frequenciesRouter = router({
  record: recordFrequency,
  end: endFrequency,
  correct: correctFrequency,
});
export const episodesRouter = router({
  correctEffectiveDate,
  previewEffectiveDate,
  previewEnd,
  recordFurtherForm,
});
