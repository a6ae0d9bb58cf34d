import { verifyChain } from "@kinward/domain/assignment";
import { addMonths, type PersonId, type PlainDate } from "@kinward/domain/kernel";
import { scoreDuplicate } from "@kinward/domain/people";
import { sha256 } from "@kinward/db";
import { expect, test } from "vitest";
import { makeFamily } from "./family.ts";
import { makeSample } from "./make.ts";
import { chanceOf } from "./random.ts";

const TODAY = "2026-11-23" as PlainDate;
const { rows, agency } = makeSample(TODAY);

test("the same load day gives the same agency, another day another one", () => {
  const again = makeSample(TODAY);
  expect(again.rows.of("command")).toEqual(rows.of("command"));
  expect(again.rows.of("contact")).toEqual(rows.of("contact"));
  expect(makeSample("2026-11-24" as PlainDate, 20).rows.of("person")).not.toEqual(
    makeSample(TODAY, 20).rows.of("person"),
  );
});

test("ten contract areas, six contractors, about forty staff, four hundred cases", () => {
  expect(agency.areas).toHaveLength(10);
  expect(agency.contractors.size).toBe(6);
  expect(agency.staff.length).toBeGreaterThanOrEqual(38);
  expect(rows.of("caseRecord")).toHaveLength(400);
  expect(rows.of("caseRecord").filter((one) => one.profile === "KY_IN_HOME")).toHaveLength(6);
});

test("every area's ledger is a chain without gap, and each contractor gets its share", () => {
  for (const area of agency.areas) {
    const lines = rows
      .of("ledgerLine")
      .filter((one) => one.contractAreaId === area.contractAreaId)
      .map((one) => one.line);
    expect(lines.length).toBeGreaterThan(10);
    expect(verifyChain(lines as never, sha256)).toMatchObject({ ok: true });
  }
});

test("cases stand in every state, and nothing is dated or known after the load day", () => {
  const episodes = rows.of("episode");
  expect(episodes.some((one) => one.lastServiceDay != null)).toBe(true);
  expect(episodes.some((one) => one.lastServiceDay == null)).toBe(true);
  expect(episodes.some((one) => one.previousEpisodeId != null)).toBe(true);
  const methods = new Set(
    rows.of("ledgerLine").map((one) => (one.line as { method: string }).method),
  );
  expect([...methods].toSorted()).toEqual(
    expect.arrayContaining(["CARRY_OVER", "EQUALIZING", "OVERRIDE", "REVERSAL", "ROTATION"]),
  );
  expect(rows.of("referral").some((one) => one.acknowledgedAt == null)).toBe(true);
  expect(rows.of("contact").every((one) => one.onDate <= TODAY && one.enteredOn <= TODAY)).toBe(
    true,
  );
  // Offices of the sample close at 18:00, six hours behind UTC.
  expect(rows.of("command").every((one) => one.at <= "2026-11-24T06:00:00.000Z")).toBe(true);
});

test("in a family as it is made nobody has a child before the age of 18", () => {
  for (let n = 0; n < 300; n += 1) {
    const { people, relationships } = makeFamily(chanceOf(`family ${n}`), TODAY);
    const born = new Map(people.map((one) => [one.ref, one.birthDate]));
    for (const { from, to, kind } of relationships) {
      const [parent, child] = [born.get(from), born.get(to)];
      if (kind !== "PARENT" || parent === undefined || child === undefined) continue;
      expect(addMonths(parent, 12 * 18) <= child).toBe(true);
    }
  }
});

test.each(["2026-11-23", "2027-06-30"])(
  "as of %s somebody stands twice in the record, by each slip, and twins look alike",
  (day) => {
    const people = makeSample(day as PlainDate, 80)
      .rows.of("person")
      .map(({ personId, given, family, birthDate }) => ({
        id: personId as PersonId,
        ...(given && { given }),
        ...(family && { family }),
        ...(birthDate && { birthDate: birthDate as PlainDate }),
        languages: [],
      }));
    const pairs = people.flatMap((a, index) =>
      people
        .slice(index + 1)
        .filter((b) => a.birthDate === b.birthDate || a.given === b.given)
        .filter((b) => scoreDuplicate(a, b) !== undefined)
        .map((b) => [a, b] as const),
    );
    const differingIn = pairs.map(([a, b]) =>
      (["given", "family", "birthDate"] as const).filter((field) => a[field] !== b[field]).join(),
    );
    // Called otherwise or a twin, misspelt, day and month exchanged.
    for (const field of ["given", "family", "birthDate"]) expect(differingIn).toContain(field);
    const nicknames = pairs.filter(([a, b]) => scoreDuplicate(a, b)?.why.includes("NICKNAME"));
    expect(nicknames.length).toBeGreaterThan(0);
    // A list that somebody works through in an afternoon.
    expect(pairs.length).toBeLessThan(25);
  },
);
