import type { CaseFile } from "@kinward/domain/casefile";
import { type Duty, dutyId, evaluate } from "@kinward/domain/contacts";
import { addDays, type CaseId, plainDate, type PlainDate } from "@kinward/domain/kernel";
import { caseFileArbitrary, covers, policyBookArbitrary } from "@kinward/domain/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonical } from "../core/digest.ts";
import { type Derived, derive, difference, isKept } from "./derive.ts";

const SEQUENCES = Number(process.env["KINWARD_SEQUENCES"] ?? 150);
const START = plainDate("2026-11-20");
const CASE = "018f0000-0000-7000-8000-000000000001" as CaseId;

/** Part of a case that an edit replaces by that of another random case. */
const PARTS = [
  "members",
  "contacts",
  "familyPlanFrequency",
  "planFrequencies",
  "terminationsOfRights",
  "episodes",
] as const;

const edits = fc.array(
  fc.record({
    days: fc.constantFrom(0, 0, 1, 2, 7, 30),
    part: fc.constantFrom(...PARTS, "contacts" as const, "contacts" as const),
    from: caseFileArbitrary,
  }),
  { minLength: 1, maxLength: 6 },
);

/** The table of duties of one case, in memory: written by differences only, as PostgreSQL is. */
class Table {
  readonly rows = new Map<string, Duty>();

  /** @returns how many rows were written or removed */
  write(derived: Derived, today: PlainDate): number {
    const stored = [...this.rows.values()].map((duty) => ({ duty, noted: false }));
    const { upserts, removals } = difference(derived, stored, today);
    for (const { episode_id, key } of removals) this.rows.delete(`${episode_id} ${key}`);
    const changed = new Set(upserts.map((row) => `${row.episode_id} ${row.key}`));
    for (const duty of derived.duties)
      if (changed.has(dutyId(duty))) this.rows.set(dutyId(duty), duty);
    return upserts.length + removals.length;
  }
}

const text = (duties: Iterable<Duty>): readonly string[] => [...duties].map(canonical).toSorted();

test(`what is written after each edit and on each day that changes something equals a derivation from nothing${covers("CON-14", "X-4")}`, () => {
  fc.assert(
    fc.property(caseFileArbitrary, policyBookArbitrary, edits, (first, book, sequence) => {
      const table = new Table();
      let file: CaseFile = first;
      let today = START;
      let last: Derived | undefined;
      const deriveNow = () => {
        last = derive({ caseId: CASE, profile: "IA_FSRP", revision: 1, file, book }, today);
        table.write(last, today);
        // Nothing is written twice.
        expect(table.write(last, today)).toBe(0);
      };
      const expectRight = () => {
        const { duties } = evaluate({ ...file }, book, today);
        const kept = duties.filter((duty) => isKept(duty, false, today));
        const asked = new Set(kept.map(dutyId));
        const rows = [...table.rows.values()];
        expect(text(rows.filter((duty) => asked.has(dutyId(duty))))).toEqual(text(kept));
        // What is no longer kept may stay until the case is derived again, as long as it is true.
        const surplus = rows.filter((duty) => !asked.has(dutyId(duty)));
        const all = new Set(text(duties));
        expect(text(surplus).filter((row) => !all.has(row))).toEqual([]);
      };
      deriveNow();
      for (const { days, part, from } of sequence) {
        for (let day = 0; day < days; day += 1) {
          today = addDays(today, 1);
          if (last?.changesOn !== undefined && last.changesOn <= today) deriveNow();
          expectRight();
        }
        const value = from[part];
        file = { ...file, ...(value !== undefined && { [part]: value }) };
        deriveNow();
        expectRight();
      }
    }),
    { numRuns: SEQUENCES, seed: 20_261_122 },
  );
});
