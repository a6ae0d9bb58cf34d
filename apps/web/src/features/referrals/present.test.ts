import { describe, expect, it } from "vitest";
import type { ReferralDraft } from "@kinward/domain/assignment";
import { citeText, presentAnswers, presentProblems, presentWhy } from "./present.ts";

const content = {
  family: {
    members: [
      {
        ref: "a",
        given: "Mia",
        family: "Reyes",
        role: "CHILD",
        bases: [{ basis: "ABUSE_VICTIM" }],
        living: { setting: "PARENTAL_HOME" },
      },
    ],
    interpreterNeeded: false,
  },
  service: { serviceType: "FSRP", serviceAreaId: "s2", subareaId: "d1" },
  form: { effectiveDate: "2026-11-20" },
  priorServices: { noneKnown: true },
} as unknown as ReferralDraft;
const areas = [
  {
    serviceAreaId: "s2",
    serviceAreaName: "Des Moines",
    subareas: [{ contractAreaId: "d1", name: "North" }],
    counties: [],
  },
] as never;

describe("the check page", () => {
  it("shows each answer, and what was not answered", () => {
    const answers = new Map(
      presentAnswers(content, areas, "2026-11-20", undefined).map((answer) => [
        answer.id,
        answer.value,
      ]),
    );
    expect(answers.get("case")).toBe("A new case is begun");
    expect(answers.get("member-a")).toBe("Child. Abuse victim. Lives: Parental home");
    expect(answers.get("area")).toBe("Des Moines, North");
    expect(answers.get("interpreter")).toBe("Not needed");
    expect(answers.get("prior")).toBe("None known");
    expect(answers.get("purpose")).toBeUndefined();
    expect(answers.get("signed")).toBeUndefined();
    expect(answers.get("risks")).toBeUndefined();
  });
  it("says what is missing in the words of its field, with the person it concerns", () => {
    expect(
      presentProblems(
        [
          { code: "FIELD_REQUIRED", path: ["family", "members", 0, "role"] },
          { code: "PURPOSE_REQUIRED", path: ["service", "purpose"] },
        ],
        content,
      ),
    ).toEqual([
      { text: "Mia Reyes: Choose the role in the family", task: "FAMILY" },
      { text: "Choose the purpose of the service", task: "SERVICE" },
    ]);
  });
});

it("gives the reason of an assignment in sentences, and passes over codes it does not know", () => {
  expect(
    presentWhy({
      why: [
        { code: "ASSIGNED_ROTATION", params: {} },
        { code: "NEW_CODE", params: {} },
      ],
    }),
  ).toEqual(["The two contractors of the area take turns, and it was this contractor's turn."]);
  expect(citeText("IA_TOPIC_6:34, 39")).toBe("Iowa, Topic 6, lines 34, 39");
});
