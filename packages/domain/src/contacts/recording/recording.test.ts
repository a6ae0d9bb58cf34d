import { describe, expect, test } from "vitest";
import type { Contact, Episode } from "../../casefile/case-file.ts";
import type {
  CaseId,
  CommandId,
  ContactId,
  EpisodeId,
  PersonId,
  StaffId,
} from "../../kernel/ids.ts";
import type { Result } from "../../kernel/result.ts";
import { defaultPolicyBook } from "../../policy/policy-book.ts";
import { at, child, covers, day, family, mother, visit } from "../../testing/index.ts";
import { evaluate } from "../evaluate.ts";
import { decideAssignCoordinator } from "./assign-coordinator.ts";
import type { ContactFields } from "./commands.ts";
import {
  decideFirstMeetingNotice,
  decideRecordDutyNote,
  decideRecordJointMeeting,
} from "./first-meeting.ts";
import { decideCorrectContact, decideRecordContact } from "./record-contact.ts";
import { RecordContactSchema } from "./recording.schema.ts";

const commandId = "01890000-0000-7000-8000-000000000001" as CommandId;
const caseId = "01890000-0000-7000-8000-000000000002" as CaseId;
const envelope = { commandId, caseId };
const codes = (result: Result<unknown>): string[] =>
  result.ok ? [] : result.refusals.map(({ code, path }) => [code, ...(path ?? [])].join(":"));
const warnings = (result: Result<unknown>) =>
  result.ok ? result.warnings.map((warning) => warning.code) : [];
const person = (id: string) => id as PersonId;
const today = day("2026-11-25");

describe("recording a contact", () => {
  const members = [
    mother(),
    child("ann", [at("PARENTAL_HOME")], { dob: day("2026-11-22") }),
    child("ben", [at("PARENTAL_HOME")], { deceasedOn: day("2026-11-21") }),
  ];
  const good: ContactFields = {
    date: day("2026-11-24"),
    mode: "FACE_TO_FACE",
    with: [person("mother")],
    place: "FAMILY_HOME",
  };
  const decide = (
    fields: ContactFields & { reason?: string },
    options: { contacts?: Contact[]; last?: string; by?: "DEPARTMENT"; on?: string } = {},
  ) =>
    decideRecordContact(
      {
        caseFile: family(
          members,
          options.contacts ?? [],
          options.last === undefined ? {} : { serviceTerminationDate: day(options.last) },
        ),
        by: options.by ?? "CONTRACTOR",
      },
      { ...envelope, ...fields },
      options.on === undefined ? today : day(options.on),
    );

  test(`keeps what was said and the day of entry${covers("CON-2", "CON-8", "X-4")}`, () => {
    const result = decide({ ...good, interpreter: "USED", notes: "Calm" });
    expect(result).toEqual({
      ok: true,
      warnings: [],
      value: {
        ...good,
        interpreter: "USED",
        notes: "Calm",
        by: "CONTRACTOR",
        enteredOn: today,
        episodeId: "episode-1",
      },
    });
  });

  test(`asks for date, mode, people and place at their fields${covers("CON-2", "X-4")}`, () => {
    expect(codes(decide({}))).toEqual([
      "FIELD_REQUIRED:date",
      "FIELD_REQUIRED:mode",
      "FIELD_REQUIRED:with",
    ]);
    const { place: _, ...nowhere } = good;
    expect(codes(decide(nowhere))).toEqual(["FIELD_REQUIRED:place"]);
    expect(codes(decide({ date: day("2026-11-24"), mode: "ATTEMPT" }))).toEqual([]);
    expect(
      codes(decide({ date: day("2026-11-24"), mode: "TELEPHONE", with: [person("mother")] })),
    ).toEqual([]);
    expect(codes(decide({ ...good, date: day("2026-11-26") }))).toEqual(["DATE_IN_FUTURE:date"]);
  });

  test("refuses strangers, the unborn and the dead at their place in the list", () => {
    const people = [person("mother"), person("nobody"), person("ann"), person("ben")];
    expect(codes(decide({ ...good, date: day("2026-11-21"), with: people }))).toEqual([
      "CONTACT_NOT_IN_CASE:with:1",
      "DATE_BEFORE_BIRTH:with:2",
    ]);
    expect(codes(decide({ ...good, with: people }))).toEqual([
      "CONTACT_NOT_IN_CASE:with:1",
      "CONTACT_NOT_IN_CASE:with:3",
    ]);
  });

  test(`belongs to the service; the contractor writes for 60 days after it${covers("DEC-18", "X-1")}`, () => {
    expect(codes(decide({ ...good, date: day("2026-11-19") }))).toEqual([
      "DATE_OUTSIDE_SERVICE:date",
    ]);
    expect(codes(decide({ ...good, date: day("2026-11-19") }, { by: "DEPARTMENT" }))).toEqual([]);
    const late = { ...good, reason: "Found in the field notes" };
    expect(codes(decide(late, { last: "2026-11-24", on: "2027-01-23" }))).toEqual([]);
    expect(codes(decide(late, { last: "2026-11-24", on: "2027-01-24" }))).toEqual([
      "INVALID_TRANSITION",
    ]);
  });

  test(`warns of a twin and of late entry, and asks why when it is old${covers("CON-2", "X-4")}`, () => {
    const twin = visit("2026-11-24", "mother");
    expect(warnings(decide(good, { contacts: [twin] }))).toEqual(["CONTACT_DUPLICATE"]);
    expect(
      warnings(decide({ ...good, with: [person("mother"), person("ann")] }, { contacts: [twin] })),
    ).toEqual([]);
    expect(warnings(decide(good, { on: "2026-11-27" }))).toEqual([]);
    expect(warnings(decide(good, { on: "2026-11-28" }))).toEqual(["ENTERED_LATE"]);
    expect(codes(decide(good, { on: "2026-12-25" }))).toEqual(["REASON_REQUIRED:reason"]);
    expect(warnings(decide({ ...good, reason: "On leave" }, { on: "2026-12-25" }))).toEqual([
      "CONTACT_OLDER_THAN_30_DAYS",
      "ENTERED_LATE",
    ]);
  });

  test("is corrected with a reason, and never overwritten", () => {
    const former = { ...visit("2026-11-23", "mother"), enteredOn: day("2026-11-23") };
    const correct = (fields: object) =>
      decideCorrectContact(
        { caseFile: family(members, [former]), by: "CONTRACTOR" },
        { ...envelope, contactId: former.id, ...fields },
        today,
      );
    expect(codes(correct(good))).toEqual(["REASON_REQUIRED:reason"]);
    expect(codes(correct({ withdrawn: true }))).toEqual(["REASON_REQUIRED:reason"]);
    expect(
      codes(correct({ ...good, contactId: "other" as ContactId, reason: "Wrong day" })),
    ).toEqual(["INVALID_TRANSITION:contactId"]);
    const corrected = correct({ ...good, date: day("2026-11-23"), reason: "Wrong place" });
    expect(corrected).toMatchObject({
      ok: true,
      warnings: [],
      value: {
        contactId: former.id,
        reason: "Wrong place",
        contact: { date: "2026-11-23", enteredOn: "2026-11-23" },
      },
    });
    expect(correct({ withdrawn: true, reason: "Another family" })).toMatchObject({
      ok: true,
      value: { contactId: former.id },
    });
  });

  test("comes in one shape, for drafts and submissions", () => {
    const id = "01890000-0000-7000-8000-000000000003";
    expect(RecordContactSchema.safeParse({ ...envelope, with: [id] }).success).toBe(true);
    expect(RecordContactSchema.safeParse({ ...envelope, colour: "red" }).success).toBe(false);
    expect(RecordContactSchema.safeParse({ ...envelope, notes: "a\u0000b" }).success).toBe(false);
    expect(RecordContactSchema.safeParse({ ...envelope, startsAt: "24:00" }).success).toBe(false);
  });
});

describe("the care coordinator", () => {
  const nia = "nia" as StaffId;
  const lee = "lee" as StaffId;
  const episode = (more: Partial<Episode> = {}): Episode => ({
    id: "e1" as EpisodeId,
    serviceType: "FSRP",
    effectiveDate: day("2026-11-20"),
    ...more,
  });
  const assign = (given: Episode, command: object) =>
    decideAssignCoordinator(
      { episode: given, staff: new Set([nia, lee]) },
      { ...envelope, episodeId: given.id, ...command },
    );

  test(`is one at a time, of the contractor's staff, inside the service${covers("EXP-3", "DEC-45")}`, () => {
    expect(codes(assign(episode(), {}))).toEqual(["FIELD_REQUIRED:staffId", "FIELD_REQUIRED:from"]);
    expect(codes(assign(episode(), { staffId: "eve", from: day("2026-11-20") }))).toEqual([
      "NOT_STAFF_OF_CONTRACTOR:staffId",
    ]);
    expect(codes(assign(episode(), { staffId: nia, from: day("2026-11-19") }))).toEqual([
      "DATE_OUTSIDE_SERVICE:from",
    ]);
    const taken = episode({
      coordinators: [{ id: nia, from: day("2026-11-20"), to: day("2026-12-31") }],
    });
    expect(codes(assign(taken, { staffId: lee, from: day("2026-12-31") }))).toEqual([
      "CARE_COORDINATOR_OVERLAP:from",
    ]);
    expect(codes(assign(taken, { staffId: lee, from: day("2027-01-01") }))).toEqual([]);
  });

  test(`is handed over from one day to the next${covers("EXP-3")}`, () => {
    const term = { id: nia, from: day("2026-11-20") };
    const result = assign(episode({ coordinators: [term] }), {
      staffId: lee,
      from: day("2026-12-15"),
      replacesCurrent: true,
    });
    expect(result).toMatchObject({
      ok: true,
      value: { begins: { id: lee, from: "2026-12-15" }, ends: { term, to: "2026-12-14" } },
    });
  });
});

describe("the first meeting", () => {
  const nia = "nia" as StaffId;
  const file = family([mother()], [visit("2026-11-23", "mother")], {
    careCoordinator: { id: nia, from: day("2026-11-20") },
  });
  const evaluation = evaluate(file, defaultPolicyBook("IA_FSRP"), today);
  const episode: Episode = {
    id: "episode-1" as EpisodeId,
    serviceType: "FSRP",
    effectiveDate: day("2026-11-20"),
    coordinators: [{ id: nia, from: day("2026-11-20") }],
  };
  const facts = { episode, evaluation };
  const command = { ...envelope, episodeId: episode.id };

  test(`is confirmed with its recorded date, by the coordinator of that day${covers("REP-2", "EXP-4")}`, () => {
    const send = (date: string, sender = nia) =>
      decideFirstMeetingNotice(
        { ...facts, sender },
        { ...command, statedMeetingDate: day(date) },
        today,
      );
    expect(codes(send("2026-11-24"))).toEqual(["FIRST_MEETING_DATE_MISMATCH:statedMeetingDate"]);
    expect(codes(send("2026-11-23", "lee" as StaffId))).toEqual(["SUBMITTER_NOT_CARE_COORDINATOR"]);
    expect(send("2026-11-23")).toMatchObject({
      ok: true,
      value: { sentOn: today, statedMeetingDate: "2026-11-23" },
    });
    const before = {
      ...facts,
      evaluation: evaluate(family([mother()]), defaultPolicyBook("IA_FSRP"), today),
      sender: nia,
    };
    expect(codes(decideFirstMeetingNotice(before, command, today))).toEqual(["INVALID_TRANSITION"]);
  });

  test(`may be joint, or the worker was not available, with a note${covers("CON-5", "DEC-21")}`, () => {
    const record = (more: object) =>
      decideRecordJointMeeting(facts, { ...command, ...more }, today);
    expect(codes(record({}))).toEqual(["FIELD_REQUIRED:date", "FIELD_REQUIRED:workerPresent"]);
    expect(codes(record({ date: day("2026-11-23"), workerPresent: false, note: " " }))).toEqual([
      "FIELD_REQUIRED:note",
    ]);
    expect(
      codes(record({ date: day("2026-11-19"), workerPresent: true, with: [person("mother")] })),
    ).toEqual(["DATE_OUTSIDE_SERVICE:date"]);
    expect(
      record({ date: day("2026-11-23"), workerPresent: true, with: [person("mother")] }).ok,
    ).toBe(true);
  });

  test(`a note why belongs to what is late or missed${covers("REP-9", "DEC-25")}`, () => {
    const note = (asOf: string, text?: string) => {
      const later = {
        episode,
        evaluation: evaluate(family([mother()]), defaultPolicyBook("IA_FSRP"), day(asOf)),
      };
      return decideRecordDutyNote(
        later,
        { ...command, key: "INITIAL:mother", ...(text !== undefined && { note: text }) },
        day(asOf),
      );
    };
    expect(codes(note("2026-11-25", "Snow"))).toEqual(["INVALID_TRANSITION"]);
    expect(codes(note("2026-12-02"))).toEqual(["FIELD_REQUIRED:note"]);
    expect(note("2026-12-02", "Snow")).toMatchObject({
      ok: true,
      value: { key: "INITIAL:mother", note: "Snow" },
    });
  });
});
