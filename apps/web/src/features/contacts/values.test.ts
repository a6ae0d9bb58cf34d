import { describe, expect, it } from "vitest";
import type { CaseId } from "@kinward/domain/kernel";
import {
  draftOf,
  jointMeetingOf,
  NOTHING,
  ownFaults,
  parseTime,
  readDraft,
  toInput,
} from "./values.ts";

const caseId = "c" as unknown as CaseId;

describe("the form of a contact", () => {
  it("presumes nothing: no fact is there before somebody enters it", () => {
    expect(toInput(NOTHING, caseId)).toEqual({ caseId });
    expect(draftOf(NOTHING)).toEqual({});
    for (const value of Object.values(NOTHING))
      expect(value === "" || (Array.isArray(value) && value.length === 0)).toBe(true);
  });
  it("comes back from its draft as it was typed, without what does not fit", () => {
    const typed = {
      ...NOTHING,
      caseId: "c",
      mode: "FACE_TO_FACE",
      with: ["p1"],
      start: "4:30 pm",
      notes: "Saw the kitchen.",
    } as const;
    expect(readDraft(draftOf(typed))).toEqual(typed);
    expect(readDraft({ mode: "BY_PIGEON", with: [1, "p"], date: 5 })).toEqual({
      ...NOTHING,
      with: ["p"],
    });
  });
  it("reads times as people type them", () => {
    for (const [typed, time] of [
      ["4:30 pm", "16:30"],
      ["4 pm", "16:00"],
      ["16:30", "16:30"],
      ["430p", "16:30"],
      ["12 am", "00:00"],
      ["12:05 p.m.", "12:05"],
      ["9.15 am", "09:15"],
    ])
      expect(parseTime(typed ?? "")).toBe(time);
    for (const typed of ["", "4", "25:00", "13 pm", "4:75 pm", "noon"])
      expect(parseTime(typed)).toBeUndefined();
  });
  it("sends the length of the visit in minutes", () => {
    expect(toInput({ ...NOTHING, start: "4:30 pm", end: "5:15 pm" }, caseId)).toEqual({
      caseId,
      startsAt: "16:30",
      minutes: 45,
    });
  });
  it("finds an end before its start, and an answer without its note", () => {
    expect(
      ownFaults({ ...NOTHING, caseId: "c", start: "5 pm", end: "4 pm" }).map((fault) => fault.name),
    ).toEqual(["endsAt"]);
    expect(
      ownFaults({ ...NOTHING, caseId: "c", joint: "NOT_AVAILABLE" }).map((fault) => fault.name),
    ).toEqual(["jointNote"]);
    expect(ownFaults(NOTHING).map((fault) => fault.name)).toEqual(["caseId"]);
  });
  it("says nothing about the joint meeting unless it was one", () => {
    expect(jointMeetingOf(NOTHING)).toBeUndefined();
    expect(jointMeetingOf({ ...NOTHING, joint: "NOT_JOINT" })).toBeUndefined();
    expect(jointMeetingOf({ ...NOTHING, joint: "YES" })).toEqual({ workerPresent: true });
  });
});
