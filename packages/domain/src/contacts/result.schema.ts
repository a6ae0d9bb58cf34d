import { z } from "zod";
import type { ContactId, EpisodeId, PersonId, StaffId } from "../kernel/ids.ts";
import { fileId, PlainDateSchema, text } from "../kernel/values.schema.ts";
import { FREQUENCY_SOURCES, LIVING_SETTINGS } from "../people/people.ts";
import { CASE_PROFILES, type SettingKey, SETTINGS } from "../policy/settings.ts";
import { CANCEL_REASONS, OBLIGATION_STATUSES } from "./duty.ts";
import { EXPECTATION_STANDINGS } from "./explain/expectation.ts";
import {
  CHANGES,
  CONTACT_VERDICTS,
  JUDGED_BECAUSE,
  PERSON_VERDICTS,
} from "./explain/explanation.ts";
import type { EvaluationResult } from "./result.ts";

const optional = z.exactOptional;
const date = PlainDateSchema;
const person = fileId<PersonId>();
const contact = fileId<ContactId>();
const count = z.int().min(0);

const SettingValueSchema = z.union([
  z.number(),
  z.boolean(),
  z.string(),
  z.null(),
  z.array(z.string()),
]);

const CountedDaySchema = z.union([
  z.strictObject({ date, n: count }),
  z.strictObject({ date, skipped: z.enum(["WEEKEND"]) }),
  z.strictObject({
    date,
    skipped: z.enum(["HOLIDAY"]),
    name: z.string(),
    source: z.enum(["LIST", "RULE"]),
  }),
]);

const StepSchema = z.discriminatedUnion("step", [
  z.strictObject({
    step: z.literal("ASSUMES"),
    what: z.enum(["NOTHING_NEW", "FAMILY_SEEN_TODAY"]),
    on: date,
  }),
  z.strictObject({
    step: z.literal("STARTS"),
    from: z.enum([
      "EFFECTIVE_DATE",
      "INITIAL_CONTACT",
      "FIRST_MONTHLY_MONTH",
      "LEVEL",
      "PLACEMENT_OUTSIDE_IOWA",
    ]),
    on: date,
    contact: optional(contact),
  }),
  z.strictObject({
    step: z.literal("SETTING"),
    key: z.enum(Object.keys(SETTINGS) as [SettingKey, ...SettingKey[]]),
    value: SettingValueSchema,
    validFrom: optional(date),
    source: z.string(),
    chosenOn: date,
  }),
  z.strictObject({
    step: z.literal("COUNT_BUSINESS_DAYS"),
    from: date,
    days: z.array(CountedDaySchema),
    dueOn: date,
    calendars: z.array(z.strictObject({ year: z.int(), source: z.enum(["LIST", "RULE"]) })),
  }),
  z.strictObject({ step: z.literal("COUNT_DAYS"), day1: date, days: count, lastDay: date }),
  z.strictObject({
    step: z.literal("WEEKS"),
    weekZero: z.strictObject({ start: date, end: date }),
    n: z.int(),
    start: date,
    end: date,
  }),
  z.strictObject({
    step: z.literal("WINDOW"),
    unit: z.enum(["WEEK", "MONTH"]),
    start: date,
    end: date,
  }),
  z.strictObject({
    step: z.literal("LEVEL"),
    minimum: count,
    effective: count,
    minimumMetOn: optional(date),
    records: z.array(
      z.strictObject({
        source: z.enum(FREQUENCY_SOURCES),
        times: count,
        per: z.enum(["WEEK", "MONTH"]),
        from: date,
        to: optional(date),
        governs: z.boolean(),
      }),
    ),
  }),
  z.strictObject({ step: z.literal("JUDGED_ON"), on: date, because: z.enum(JUDGED_BECAUSE) }),
  z.strictObject({
    step: z.literal("PERSON"),
    person,
    verdict: z.enum(PERSON_VERDICTS),
    setting: z.enum(LIVING_SETTINGS),
    state: z.string(),
    since: optional(date),
    joined: optional(date),
    businessDaysLeft: optional(z.int()),
  }),
  z.strictObject({
    step: z.literal("CONTACT"),
    contact,
    on: date,
    people: z.array(person),
    verdict: z.enum(CONTACT_VERDICTS),
  }),
  z.strictObject({
    step: z.literal("TASK_RECORD"),
    on: date,
    states: optional(date),
    counts: z.boolean(),
  }),
  z.strictObject({
    step: z.literal("COORDINATOR"),
    id: optional(fileId<StaffId>()),
    name: optional(z.string()),
    from: date,
    to: optional(date),
    counts: z.boolean(),
  }),
  z.strictObject({ step: z.literal("NO_COORDINATOR"), from: date, to: date }),
  z.strictObject({
    step: z.literal("HOUSEHOLD_CHANGE"),
    type: z.enum(["ENTERED", "EXITED"]),
    on: date,
    person: optional(person),
    who: optional(z.string()),
  }),
  z.strictObject({ step: z.literal("NOTICE"), on: optional(date), businessDays: count }),
  z.strictObject({
    step: z.literal("SETTLED"),
    on: date,
    by: optional(contact),
    late: z.boolean(),
  }),
  z.strictObject({
    step: z.literal("CANCELLED"),
    on: date,
    reason: optional(z.enum(CANCEL_REASONS)),
  }),
  z.strictObject({
    step: z.literal("LAPSED"),
    on: date,
    reason: z.enum(CANCEL_REASONS),
  }),
  z.strictObject({
    step: z.literal("WAITS_FOR"),
    missing: z.array(z.string()),
    until: optional(date),
  }),
  z.strictObject({
    step: z.literal("WOULD_CHANGE"),
    change: z.enum(CHANGES),
    on: optional(date),
    who: optional(z.array(z.string())),
  }),
]);

const RuleSchema = z.strictObject({
  id: z.string(),
  cites: z.array(z.strictObject({ text: z.enum(["IA_TOPIC_6", "KY_SOP_3_4"]), lines: z.string() })),
  decisions: z.array(z.string()),
});

const WhySchema = optional(z.strictObject({ rule: RuleSchema, steps: z.array(StepSchema) }));

const DutySchema = z.strictObject({
  episodeId: fileId<EpisodeId>(),
  key: text(200),
  rule: z.enum([
    "CON-2",
    "CON-4",
    "CON-5",
    "CON-6",
    "CON-7",
    "CON-9",
    "CON-10",
    "CON-12",
    "CON-13",
    "REP-2",
  ]),
  kind: z.enum(["DEADLINE", "WINDOW", "TASK"]),
  subject: z.union([z.literal("FAMILY"), person]),
  owner: z.enum(["CONTRACTOR", "DEPARTMENT_WORKER"]),
  opensOn: date,
  dueOn: optional(date),
  settledOn: optional(date),
  settledBy: optional(contact),
  cancelledOn: optional(date),
  cancelReason: optional(z.enum(CANCEL_REASONS)),
  lapsedOn: optional(date),
  workerNotAvailable: optional(z.literal(true)),
  missing: z.array(z.string()),
  level: optional(z.strictObject({ minimum: count, effective: count })),
  status: z.enum([...OBLIGATION_STATUSES, "WORKER_NOT_AVAILABLE"]),
  why: WhySchema,
});

const ExpectationSchema = z.strictObject({
  key: text(200),
  rule: z.enum(["EXP-3", "EXP-6"]),
  standing: z.enum(EXPECTATION_STANDINGS),
  episodeId: optional(fileId<EpisodeId>()),
  dueOn: date,
  doneOn: optional(date),
  why: WhySchema,
});

/** What is owed on a day, as JSON: the answer to a case file. */
export const EvaluationResultSchema = z
  .strictObject({
    asOf: date,
    profile: z.enum(CASE_PROFILES),
    policy: count,
    duties: z.array(DutySchema),
    expectations: z.array(ExpectationSchema),
    warnings: z.array(
      z.strictObject({
        code: z.string(),
        path: optional(z.array(z.union([z.string(), z.number()]))),
        params: optional(
          z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
        ),
        rule: optional(RuleSchema),
      }),
    ),
    episodes: z.array(
      z.strictObject({
        episodeId: fileId<EpisodeId>(),
        effectiveDate: date,
        lastServiceDay: optional(date),
        initialContactDue: date,
        day30: date,
        day31: date,
        firstMonthlyMonth: z.string(),
        initialFamilyContactOn: optional(date),
        initialFamilyContact: optional(contact),
      }),
    ),
    changesOn: optional(date),
  })
  .meta({
    title: "Kinward evaluation",
    description:
      "Who must be seen by when, as it stands on a day: each duty with its status and, where asked, every step of its reasoning.",
  }) as unknown as z.ZodType<EvaluationResult, EvaluationResult>;
