import { expect, test } from "vitest";
import type { CaseFile, Contact } from "../../casefile/case-file.ts";
import { readCaseFile } from "../../casefile/read-case-file.ts";
import type { CaseId, CommandId, PersonId } from "../../kernel/ids.ts";
import type { Result } from "../../kernel/result.ts";
import { defaultPolicyBook } from "../../policy/policy-book.ts";
import { child, covers, day, family, mother, visit } from "../../testing/index.ts";
import { evaluate } from "../evaluate.ts";
import { decideRecordIcpc } from "./record-icpc.ts";
import { contactDates, decideRecordVisit, type RecordVisit } from "./record-visit.ts";

const today = day("2026-11-25");
const book = defaultPolicyBook("IA_FSRP");
const envelope = {
  commandId: "01890000-0000-7000-8000-000000000001" as CommandId,
  caseId: "01890000-0000-7000-8000-000000000002" as CaseId,
};
const good: RecordVisit = {
  ...envelope,
  date: day("2026-11-24"),
  mode: "FACE_TO_FACE",
  with: ["mother" as PersonId],
  place: "FAMILY_HOME",
};
const codes = (result: Result<unknown>): string[] =>
  result.ok ? [] : result.refusals.map(({ code, path }) => [code, ...(path ?? [])].join(":"));
const record = (more: Partial<RecordVisit> = {}, contacts: Contact[] = [], tasks = {}) => {
  const caseFile: CaseFile = { ...family([mother()], contacts), ...tasks };
  return decideRecordVisit(
    { caseFile, by: "CONTRACTOR", evaluation: evaluate(caseFile, book, today) },
    { ...good, ...more },
    today,
  );
};

test(`a contact with the same people on the same day asks for a yes${covers("CON-2")}`, () => {
  const twin = visit("2026-11-24", "mother");
  expect(record({}, [twin])).toEqual({
    ok: false,
    refusals: [
      { code: "WARNING_NOT_ACCEPTED", params: { of: "CONTACT_DUPLICATE", contact: twin.id } },
    ],
  });
  expect(record({ acceptWarnings: ["CONTACT_DUPLICATE"] }, [twin])).toMatchObject({
    ok: true,
    warnings: [{ code: "CONTACT_DUPLICATE" }],
  });
  expect(record({ mode: "TELEPHONE" }, [twin]).ok).toBe(true);
});

test(`the joint meeting may be the same event${covers("CON-5", "DEC-21")}`, () => {
  expect(record({ jointMeeting: { workerPresent: true } })).toMatchObject({
    ok: true,
    value: {
      contact: { date: "2026-11-24" },
      jointMeeting: { date: "2026-11-24", workerPresent: true, with: ["mother"] },
    },
  });
  expect(codes(record({ jointMeeting: { workerPresent: false } }))).toEqual([
    "FIELD_REQUIRED:jointMeeting:note",
  ]);
  expect(record({ jointMeeting: { workerPresent: false, note: "Ill" } }).ok).toBe(true);
  // A call is no meeting face to face; what is settled is not recorded again.
  expect(codes(record({ mode: "VIDEO", jointMeeting: { workerPresent: true } }))).toEqual([
    "INVALID_TRANSITION:jointMeeting",
  ]);
  const held = {
    tasksInput: [{ type: "JOINT_MEETING", date: day("2026-11-23"), workerPresent: true }],
  };
  expect(codes(record({ jointMeeting: { workerPresent: true } }, [], held))).toEqual([
    "INVALID_TRANSITION:jointMeeting",
  ]);
});

test(`the days that a contact may carry are those of the service, up to today${covers("DEC-18", "X-4")}`, () => {
  const caseFile = family([mother()], [], { openedOn: day("2026-11-10") });
  const on = (by: "CONTRACTOR" | "DEPARTMENT", more: Partial<CaseFile> = {}) =>
    contactDates({ caseFile: { ...caseFile, ...more }, by }, today);
  const reasonUpTo = "2026-10-25";
  expect(on("CONTRACTOR")).toEqual({
    earliestOn: "2026-11-20",
    latestOn: "2026-11-25",
    reasonUpTo,
  });
  expect(on("DEPARTMENT")).toEqual({
    earliestOn: "2026-11-10",
    latestOn: "2026-11-25",
    reasonUpTo,
  });
  const ended = { serviceTerminationDate: day("2026-11-23") };
  expect(on("CONTRACTOR", ended)).toEqual({
    earliestOn: "2026-11-20",
    latestOn: "2026-11-23",
    reasonUpTo,
  });
});

test(`coordination through the Interstate Compact is recorded for a child with an open task${covers("CON-12")}`, () => {
  const zoe = child("zoe", [
    { setting: "PARENTAL_HOME", to: day("2026-11-22") },
    { setting: "FOSTER_FAMILY", state: "IL", from: day("2026-11-23") },
  ]);
  const file = family([mother(), zoe]);
  const evaluation = evaluate(file, book, today);
  const [episode] = readCaseFile(file).episodes;
  if (episode === undefined) throw new Error("no episode");
  const coordinate = (more: object) =>
    decideRecordIcpc(
      { episode, evaluation },
      {
        ...envelope,
        episodeId: episode.id,
        personId: zoe.id,
        on: day("2026-11-24"),
        note: "Administrator called",
        ...more,
      },
      today,
    );
  expect(coordinate({})).toMatchObject({ ok: true, value: { personId: "zoe", on: "2026-11-24" } });
  expect(codes(coordinate({ personId: "mother" }))).toEqual(["INVALID_TRANSITION:personId"]);
  expect(codes(coordinate({ on: day("2026-11-26"), note: " " }))).toEqual([
    "DATE_IN_FUTURE:on",
    "FIELD_REQUIRED:note",
  ]);
});
