import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PersonId } from "../kernel/ids.ts";
import { isPlainDate, plainDate } from "../kernel/plain-date.ts";
import { covers } from "../testing/covers.ts";
import { askedWords, keysOfWord, nearDates, parsePersonQuery, scoreMatch } from "./match.ts";
import { membershipReasons } from "./membership.ts";
import { type NameKey, nameKeys, normalizeName } from "./name-keys.ts";
import { displayName, familyDisplayName, type Person, sortName } from "./person.ts";
import { soundKey } from "./sound-key.ts";

const person = (given: string, family: string, birthDate?: string): Person => ({
  id: "p" as PersonId,
  given,
  family,
  languages: [],
  ...(birthDate && { birthDate: plainDate(birthDate) }),
});
const find = (text: string, who: Person) => scoreMatch(parsePersonQuery(text), who);

describe("names", () => {
  test("are shown as the person is called, sorted by family name; unknown parts are left out", () => {
    const name = {
      given: "Guadalupe",
      preferred: "Lupe",
      middle: "A.",
      family: "Núñez",
      suffix: "Jr.",
    };
    expect(displayName(name)).toBe("Lupe Núñez Jr.");
    expect(sortName(name)).toBe("Núñez, Guadalupe A.");
    expect(displayName({})).toBe("");
    expect(sortName({ given: "Ana" })).toBe("Ana");
  });

  test("of a family are those of the children, else of the parents" + covers("CASE-6"), () => {
    const member = (role: string, family?: string) => ({ role, ...(family && { family }) });
    expect(
      familyDisplayName([
        member("PARENT", "Hart"),
        member("CHILD", "Cole"),
        member("CHILD", "Diaz"),
        member("CHILD", "Diaz"),
      ]),
    ).toBe("Diaz / Cole");
    expect(familyDisplayName([member("PARENT", "Hart"), member("CHILD")])).toBe("Hart");
    expect(familyDisplayName([member("CHILD")])).toBeUndefined();
  });

  test.each([
    ["catherine", "kathryn"],
    ["shawn", "shaun"],
    ["hernandez", "ernandes"],
    ["stephen", "stefen"],
    ["philip", "filip"],
    ["knight", "nite"],
    ["vasquez", "basques"],
    ["jennifer", "jenifer"],
    ["wright", "rite"],
  ])("%s sounds like %s", (one, other) => expect(soundKey(one)).toBe(soundKey(other)));

  test.each([
    ["robert", "rupert"],
    ["anna", "emma"],
    ["dennis", "thomas"],
  ])("%s does not sound like %s", (one, other) => expect(soundKey(one)).not.toBe(soundKey(other)));

  test("keys are normalized, each once, and never throw", () => {
    expect(normalizeName("  O'Brien-NÚÑEZ ")).toBe("obrien nunez");
    const keys = nameKeys({ given: "Bill", family: "O'Brien", otherNames: [{ family: "Núñez" }] });
    expect(keys).toContainEqual({ kind: "NICKNAME", part: "GIVEN", key: "william" });
    expect(keys).toContainEqual({ kind: "EXACT", part: "FAMILY", key: "nunez" });
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (given, family) => {
        const found = nameKeys({ given, family });
        expect(new Set(found.map((key) => JSON.stringify(key))).size).toBe(found.length);
        expect(found.every((key) => key.key !== "")).toBe(true);
      }),
      { seed: 6 },
    );
  });
});

describe("finding a person", () => {
  const lupe = person("Guadalupe", "Hernández", "2019-03-04");
  test(
    "by name, nickname, sound, beginning and one wrong letter, with the reason" + covers("ASG-7"),
    () => {
      expect(find("guadalupe hernandez", lupe)).toMatchObject({ why: ["SAME_NAME"] });
      expect(find("Lupita Hernandez", lupe)).toMatchObject({ why: ["NICKNAME", "SAME_NAME"] });
      expect(find("Ernandes, Guadalupe", lupe)).toMatchObject({
        why: ["SAME_NAME", "SOUNDS_LIKE"],
      });
      expect(find("guad hern", lupe)).toMatchObject({ why: ["SIMILAR"] });
      expect(find("Guadalupe Hernzndez", lupe)).toMatchObject({ why: ["SAME_NAME", "SIMILAR"] });
      expect(find("Guadalupe Smith", lupe)).toBeUndefined();
      expect(find("", lupe)).toBeUndefined();
    },
  );

  test(
    "a birth date raises the score when equal or near and lowers it when it differs; alone it finds" +
      covers("ASG-7"),
    () => {
      const score = (text: string) => find(text, lupe)?.score ?? 0;
      expect(score("lupe hernandez 2019-03-04")).toBeGreaterThan(
        score("lupe hernandez 2019-04-03"),
      );
      expect(score("lupe hernandez 4/3/2019")).toBeGreaterThan(score("lupe hernandez 2011-07-09"));
      expect(find("3/4/2019", lupe)).toEqual({ score: 60, why: ["BIRTH_DATE"] });
      expect(find("2019-03-05", lupe)).toBeUndefined();
      expect(find("2019-13-45", lupe)).toBeUndefined();
    },
  );

  test("dates near the last that can be written are dates too", () => {
    expect(nearDates(plainDate("9999-12-30")).every(isPlainDate)).toBe(true);
    expect(nearDates(plainDate("2020-02-29"))).toEqual(
      ["26", "27", "28", "29"]
        .map((d) => `2020-02-${d}`)
        .concat("2020-03-01", "2020-03-02", "2020-03-03"),
    );
    expect(nearDates(plainDate("2019-03-04"))).toContain("2019-04-03");
  });

  const NAMES = [
    ..."william bill guadalupe lupe kathryn catherine jose pepe shawn robert bob reed raed".split(
      " ",
    ),
    ..."marten mardon marlin okafor okafo o bo bobby 李".split(" "),
  ];
  const name = fc.constantFrom(...NAMES);
  const names = fc.array(name, { maxLength: 2 }).map((words) => words.join(" "));
  const query = fc.oneof(
    fc.record({ given: names, family: names }),
    fc.record({ words: fc.array(name, { maxLength: 2 }) }),
  );
  const known = fc.record(
    {
      given: names,
      middle: name,
      family: names,
      otherNames: fc.array(fc.record({ family: name })),
    },
    { requiredKeys: ["given", "family"] },
  );
  const id = (key: NameKey) => `${key.kind} ${key.part} ${key.key}`;

  test(
    "whoever is found by name has a key of every word of the search, so an index finds everyone" +
      covers("ASG-7"),
    () =>
      fc.assert(
        fc.property(query, known, (asked, who) => {
          const someone = { ...who, id: "p" as PersonId, languages: [] };
          const words = askedWords(asked);
          const keys = new Set(nameKeys(someone).map(id));
          const isFound = words.every((word) =>
            keysOfWord(word, NAMES).some((key) => keys.has(id(key))),
          );
          if (words.length > 0 && scoreMatch(asked, someone) !== undefined)
            expect(isFound).toBe(true);
          // And hardly anybody else is fetched: a single letter sounds like many names and finds by being equal only.
          else if (words.every(({ word }) => word.length > 1))
            expect(isFound).toBe(words.length === 0);
        }),
        { seed: 8, numRuns: 1_000 },
      ),
  );
});

test(
  "everyone in a case has a reason: recorded bases, or the role of an adult" +
    covers("CASE-1", "CASE-3", "CASE-5", "CASE-6"),
  () => {
    const on = plainDate("2027-02-01");
    expect(membershipReasons({ role: "CARETAKER" }, on)).toEqual([
      { basis: "CARETAKER", requirement: "CASE-5" },
    ]);
    const iris = {
      role: "CHILD" as const,
      joined: plainDate("2027-01-27"),
      criteria: [
        { basis: "SIBLING" as const, siblingKind: "HALF" as const, from: plainDate("2027-01-27") },
      ],
    };
    expect(membershipReasons(iris, on)).toEqual([{ basis: "SIBLING", requirement: "CASE-3" }]);
    expect(membershipReasons(iris, plainDate("2027-01-26"))).toEqual([]);
    const dismissed = {
      role: "CHILD" as const,
      criteria: [{ basis: "CINA" as const, to: plainDate("2027-01-31") }, "IN_PLACEMENT" as const],
    };
    expect(membershipReasons(dismissed, on)).toEqual([
      { basis: "IN_PLACEMENT", requirement: "CASE-4" },
    ]);
  },
);
