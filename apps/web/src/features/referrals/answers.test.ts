import { expect, it } from "vitest";
import { differingAnswers, type DraftContent } from "@kinward/domain/drafts";
import type { ReferralDraft } from "@kinward/domain/assignment";
import { answerOf, unfitAnswers } from "./answers.ts";
import { consistent } from "./content.ts";

const names = { today: "2026-11-20", areas: [], organizations: [] };
const filled = {
  caseId: "c",
  family: {
    members: [
      {
        ref: "m",
        given: "Maria",
        middle: "A",
        family: "Soto",
        suffix: "Jr.",
        preferred: "Mari",
        birthDate: "2017-03-04",
        birthDateKind: "EXACT",
        deceasedOn: "2026-01-01",
        role: "CHILD",
        languages: ["es"],
        bases: [{ basis: "CINA", on: "2026-10-01" }],
        living: { setting: "KINSHIP", state: "IA", address: "1 Elm St", from: "2026-09-01" },
      },
    ],
    languages: ["es", "en"],
    interpreterNeeded: true,
    culturalNotes: "Shoes are taken off",
  },
  service: { serviceType: "FSRP", serviceAreaId: "a", subareaId: "b", purpose: "PERMANENCY" },
  legalBasis: { openingBasis: "CINA_ASSESSMENT", openedOn: "2026-11-01" },
  form: { effectiveDate: "2026-11-20", signedOn: "2026-11-19" },
  priorServices: {
    noneKnown: true,
    records: [
      {
        ref: "r",
        organizationId: "o",
        organizationName: "Elm House",
        from: "2024-01-01",
        note: "x",
      },
    ],
  },
  override: { target: "o", believedBeneficialBy: ["FAMILY"], reason: "CONTINUITY" },
  transfer: { reason: "Moved" },
  risks: { noneKnown: false, notes: "Dog" },
  openingBasis: "CINA_ASSESSMENT",
  openedOn: "2026-11-01",
  assignedOn: "2026-11-01",
} as unknown as DraftContent;

/** The same people and services, with every answer of theirs left open. */
const open = {
  family: { members: [{ ref: "m" }] },
  priorServices: { records: [{ ref: "r" }] },
} as DraftContent;
const said = differingAnswers(filled, open).map((one) => {
  const { label, say } = answerOf(one, [filled, open], names);
  return { key: one.path.at(-1) ?? "", label, value: say(one.here) };
});

it("asks every answer of a referral in words, and never by the name of its field", () => {
  expect(said.length).toBeGreaterThan(35);
  for (const { key, label } of said) {
    expect(label).not.toBe(key);
    expect(label.endsWith(`: ${key}`)).toBe(false);
  }
});

it("says whose answer it is, and what was answered", () => {
  const of = (key: string) => said.find((one) => one.key === key);
  expect(of("given")).toMatchObject({ label: "Mari Soto Jr.: First name", value: "Maria" });
  expect(of("setting")).toMatchObject({ value: "Kinship care" });
  expect(of("notes")).toMatchObject({ label: "Risks", value: "Dog" });
  expect(of("bases")?.value).toContain("Oct 1");
});

it("speaks of somebody who is in one version only as of a whole person", () => {
  const [one] = differingAnswers(filled, { ...open, family: {} }).filter(
    ({ path }) => path[1] === "members",
  );
  if (one === undefined) throw new Error("nobody differs");
  const { label, say, nothing } = answerOf(one, [filled, open], names);
  expect([label, say(one.here), nothing]).toEqual([
    "Mari Soto Jr.",
    "Child, Mar 4, 2017, Kinship care",
    "Not in the referral",
  ]);
});

it("leaves no relation to people who are not in it, and no risk under 'none known'", () => {
  const merged = consistent({
    family: {
      members: [{ ref: "m" }],
      relationships: [{ from: "m", to: "gone", kind: "PARENT" }],
    },
    risks: { noneKnown: true, notes: "Dog" },
    priorServices: { noneKnown: true, records: [{ ref: "r" }] },
  } as unknown as ReferralDraft);
  expect(merged).toEqual({
    family: { members: [{ ref: "m" }] },
    risks: { notes: "Dog" },
    priorServices: { records: [{ ref: "r" }] },
  });
});

it("names the answer that cannot be sent as it is written, and the task where it is put right", () => {
  const faults = [
    { name: "family.members.0.given", message: "Shorten this to at most 100 characters" },
    { name: "risks.notes", message: "Shorten this to at most 20000 characters" },
  ];
  expect(unfitAnswers(faults, filled as ReferralDraft, names)).toEqual([
    {
      text: "Mari Soto Jr.: First name: Shorten this to at most 100 characters",
      task: "FAMILY",
    },
    { text: "Risks: Shorten this to at most 20000 characters", task: "RISKS" },
  ]);
});
