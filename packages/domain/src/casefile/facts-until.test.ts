import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "../contacts/evaluate.ts";
import { addDays, type PlainDate } from "../kernel/plain-date.ts";
import { defaultPolicyBook } from "../policy/policy-book.ts";
import { caseFileArbitrary, covers, dateIn } from "../testing/index.ts";
import type { CaseFile } from "./case-file.ts";
import { factsUntil } from "./facts-until.ts";
import { caseStageOn } from "./stage.ts";

const book = defaultPolicyBook("IA_FSRP");
const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/u.test(text);

/** Every date of a file that says when something was, or was to be. */
const datesOf = (value: unknown): readonly string[] =>
  typeof value === "string"
    ? isDate(value)
      ? [value]
      : []
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(datesOf)
      : [];

describe("what is dated up to a day", () => {
  test(`holds no later date, and owes on that day what the whole case owes${covers("X-1", "CON-1")}`, () => {
    fc.assert(
      fc.property(caseFileArbitrary, dateIn(), (file, day) => {
        const known = factsUntil(file, day);
        // A birth may be expected on a later day.
        const { members, ...rest } = known;
        const told = [rest, members.map(({ dob: _, ...member }) => member)];
        expect(datesOf(told).filter((date) => date > day)).toEqual([]);
        const [whole, cut] = [evaluate(file, book, day), evaluate(known, book, day)];
        expect(cut.duties).toEqual(whole.duties);
        expect(cut.warnings).toEqual(whole.warnings);
        expect(caseStageOn(known, book, day).stage).toBe(caseStageOn(file, book, day).stage);
      }),
      { numRuns: 300, seed: 20_261_122 },
    );
  });

  test("an end that came later is not told, and nothing is changed where all is earlier", () => {
    const file = {
      members: [
        {
          id: "ada",
          role: "CHILD",
          joined: "2026-11-02",
          to: "2026-11-20",
          living: [
            { setting: "PARENTAL_HOME", to: "2026-11-11" },
            { setting: "FOSTER_FAMILY", from: "2026-11-12" },
          ],
        },
      ],
      contacts: [{ id: "c1", date: "2026-11-12", mode: "FACE_TO_FACE", with: ["ada"] }],
    } as unknown as CaseFile;
    expect(factsUntil(file, "2026-11-10" as PlainDate)).toEqual({
      members: [
        { id: "ada", role: "CHILD", joined: "2026-11-02", living: [{ setting: "PARENTAL_HOME" }] },
      ],
      contacts: [],
    });
    expect(factsUntil(file, addDays("2026-11-20" as PlainDate, 1))).toEqual(file);
  });
});
