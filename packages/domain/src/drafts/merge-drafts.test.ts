import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  canKeepBoth,
  differingAnswers,
  type DraftContent,
  type DraftDifference,
  mergeDrafts,
} from "./merge-drafts.ts";

const HERE = () => "HERE" as const;
const THERE = () => "THERE" as const;
const BOTH = () => "BOTH" as const;

describe("two copies of a visit", () => {
  const base = { caseId: "k", date: "2026-11-20", notes: "At home.", with: ["maria"] };
  const here = { ...base, notes: "At home. All is well.", with: ["maria", "leo"], place: "HOME" };
  const there = { ...base, date: "2026-11-19", notes: "At home. The cousin came.", with: ["ana"] };

  test("differ in what was answered otherwise, and it is known who changed it", () => {
    expect(differingAnswers(here, there, base)).toEqual([
      { path: ["date"], here: "2026-11-20", there: "2026-11-19", changed: "THERE" },
      { path: ["notes"], here: here.notes, there: there.notes },
      { path: ["with"], here: ["maria", "leo"], there: ["ana"] },
      { path: ["place"], here: "HOME", changed: "HERE" },
    ]);
  });
  test("keep both texts and all people where both are right", () => {
    const merged = mergeDrafts(here, there, (one) =>
      canKeepBoth(one) && one.path[0] !== "date" ? "BOTH" : (one.changed ?? "HERE"),
    );
    expect(merged).toEqual({
      caseId: "k",
      date: "2026-11-20",
      notes: "At home. All is well.\n\nAt home. The cousin came.",
      with: ["maria", "leo", "ana"],
      place: "HOME",
    });
  });
  test("take an answer back where somebody chose the side without it", () => {
    expect(mergeDrafts(here, there, THERE)).toEqual(there);
    expect(mergeDrafts({ notes: "x" }, {}, THERE)).toEqual({});
  });
  test("do not say a text twice that only grew", () => {
    expect(mergeDrafts({ notes: "At home." }, { notes: "At home. Well." }, BOTH)).toEqual({
      notes: "At home. Well.",
    });
  });
});

test("people of a referral are compared one by one, and one that is new elsewhere comes whole", () => {
  const maria = { ref: "m", given: "Maria", living: { setting: "HOME", state: "IA" } };
  const leo = { ref: "l", given: "Leo" };
  const here = { family: { members: [{ ...maria, given: "María" }] } };
  const there = {
    family: { members: [leo, { ...maria, living: { setting: "HOME", state: "IL" } }] },
    risks: { notes: "Dog" },
  };
  expect(differingAnswers(here, there)).toEqual([
    { path: ["family", "members", "m", "given"], here: "María", there: "Maria" },
    { path: ["family", "members", "m", "living", "state"], here: "IA", there: "IL" },
    { path: ["family", "members", "l"], there: leo },
    { path: ["risks", "notes"], there: "Dog" },
  ]);
  expect(mergeDrafts(here, there, BOTH).family).toEqual({
    members: [
      { ...maria, given: "María\n\nMaria", living: { setting: "HOME", state: "IA\n\nIL" } },
      leo,
    ],
  });
});

describe("any two copies", () => {
  const leaf = fc.oneof(fc.string({ maxLength: 4 }), fc.integer(), fc.boolean());
  const { form } = fc.letrec<{ form: DraftContent; value: unknown }>((tie) => ({
    form: fc.dictionary(fc.constantFrom("a", "b", "c", "__proto__"), tie("value"), {
      minKeys: 1,
      maxKeys: 4,
    }),
    value: fc.oneof(
      { maxDepth: 2 },
      leaf,
      tie("form"),
      fc.array(leaf, { minLength: 1, maxLength: 3 }),
      fc.uniqueArray(
        fc
          .record({ ref: fc.constantFrom("p", "q", "r"), said: leaf, more: leaf })
          .map((entry) => entry as unknown),
        { minLength: 1, maxLength: 3, selector: (entry) => (entry as { ref: string }).ref },
      ),
    ),
  }));
  const both = fc.tuple(form, form);

  test("are the one where everything of it is chosen, and the other where everything of that is", () => {
    fc.assert(
      fc.property(both, ([here, there]) => {
        expect(plain(mergeDrafts(here, there, HERE))).toEqual(plain(here));
        expect(plain(mergeDrafts(here, there, THERE))).toEqual(plain(there));
      }),
    );
  });

  test("lose no answer: each stands in the draft, or the other one was chosen in its place", () => {
    fc.assert(
      fc.property(both, fc.infiniteStream(fc.boolean()), ([here, there], coin) => {
        const taken: DraftDifference[] = [];
        const left: [DraftDifference, unknown][] = [];
        const merged = mergeDrafts(here, there, (difference) => {
          const side = coin.next().value === true ? "HERE" : "THERE";
          taken.push(difference);
          left.push([difference, side === "HERE" ? difference.there : difference.here]);
          return side;
        });
        const kept = answers(merged);
        const turnedDown = new Set(
          left.flatMap(([{ path }, value]) =>
            [...answers(value, path)].map(([at, said]) => `${at} ${JSON.stringify(said)}`),
          ),
        );
        for (const side of [here, there])
          for (const [at, said] of answers(side))
            expect(
              JSON.stringify(kept.get(at)) === JSON.stringify(said) ||
                turnedDown.has(`${at} ${JSON.stringify(said)}`),
            ).toBe(true);
        // And nothing comes in that neither copy said.
        const known = [...answers(here), ...answers(there)].map((one) => JSON.stringify(one));
        for (const one of kept) expect(known).toContain(JSON.stringify(one));
      }),
    );
  });

  test("agree wherever only one of them was changed", () => {
    fc.assert(
      fc.property(form, form, (base, other) => {
        for (const one of differingAnswers(base, other, base)) expect(one.changed).toBe("THERE");
        for (const one of differingAnswers(other, base, base)) expect(one.changed).toBe("HERE");
      }),
    );
  });

  test("say of both what both say, whatever the order of the keys", () => {
    fc.assert(
      fc.property(both, ([here, there]) => {
        const turned = Object.fromEntries(Object.entries(there).toReversed());
        const merged = mergeDrafts(here, turned, BOTH);
        const said = JSON.stringify([...answers(merged).values()]);
        for (const { here: mine, there: theirs } of differingAnswers(here, there))
          for (const value of [mine, theirs])
            if (typeof value === "string" && canKeepBoth({ path: [], here: mine, there: theirs }))
              expect(said).toContain(JSON.stringify(value).slice(1, -1));
      }),
    );
  });
});

/** The order in which entries stand is not an answer. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) {
    const list = value.map(plain);
    return list.every((one) => typeof one === "object")
      ? list.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
      : list;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([key, one]) => [key, plain(one)]),
  );
}

/** Every answer with where it stands; entries by their `ref`. */
function answers(value: unknown, path: readonly string[] = []): Map<string, unknown> {
  if (value === undefined) return new Map();
  const parts: [string, unknown][] | undefined = Array.isArray(value)
    ? value.every((one) => typeof (one as { ref?: unknown }).ref === "string")
      ? value.map((one: { ref: string }) => [one.ref, one])
      : undefined
    : typeof value === "object" && value !== null
      ? Object.entries(value)
      : undefined;
  return parts === undefined
    ? new Map([[path.join("/"), value]])
    : new Map(parts.flatMap(([key, part]) => [...answers(part, [...path, key])]));
}
