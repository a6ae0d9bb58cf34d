import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { resultOf } from "@kinward/domain/contacts";
import { day } from "@kinward/domain/testing";
import { defaultPolicyBook, withSettings } from "@kinward/domain/policy";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { command } from "./evaluate.ts";

const folder = mkdtempSync(join(tmpdir(), "kinward-evaluate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, value: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value));
  return path;
};

const book = defaultPolicyBook("IA_FSRP");
const strict = withSettings(book, { initialContactBusinessDays: 3 }, "trial");
const family = {
  effectiveDate: "2026-11-09",
  members: [
    { id: "mari", name: "Marisol Alvarez", role: "PARENT", living: [{ setting: "PARENTAL_HOME" }] },
    {
      id: "jo",
      role: "CHILD",
      criteria: ["ABUSE_VICTIM"],
      living: [{ setting: "PARENTAL_HOME" }],
    },
  ],
  contacts: [{ id: "c1", date: "2026-11-13", mode: "FACE_TO_FACE", with: ["jo"] }],
};

let out = "";
let err = "";
beforeEach(() => {
  out = err = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => Boolean((out += String(text))));
  vi.spyOn(process.stderr, "write").mockImplementation((text) => Boolean((err += String(text))));
});
afterEach(() => vi.restoreAllMocks());

test("prints each duty in a line, late ones with whom they wait for", async () => {
  const file = write("family.json", family);
  expect(await command.run([file, "--as-of", "2026-11-20"])).toBe(0);
  expect(out).toMatch(/^OVERDUE +INITIAL:mari +CON-4 +2026-11-09\.\.2026-11-17 +mari$/mu);
  expect(out).toMatch(/^Stands until /mu);
});

test("prints the result of the domain as JSON, with every step where asked", async () => {
  const file = write("family.json", family);
  expect(await command.run([file, "--as-of", "2026-11-20", "--json", "--explain"])).toBe(0);
  expect(JSON.parse(out)).toEqual(
    JSON.parse(
      JSON.stringify(resultOf(family as never, book, day("2026-11-20"), { explained: true })),
    ),
  );
});

test("says why in words: rule, setting, each day with what is skipped, whom it waits for", async () => {
  const file = write("family.json", family);
  expect(await command.run([file, "--as-of", "2026-11-20", "--key", "INITIAL:mari"])).toBe(0);
  expect(out).toContain("Late, was due Tue, Nov 17");
  expect(out).toContain("source: Iowa, Topic 6, lines 59-63");
  expect(out).toContain("Wed, Nov 11, 2026: not counted, Veterans Day");
  expect(out).toContain("Marisol Alvarez");
  expect(await command.run([file, "--as-of", "2026-11-20", "--key", "WEEK:9"])).toBe(1);
});

test("says why of the care coordinator and of a notice too, by their keys", async () => {
  const file = write("household.json", {
    ...family,
    householdChanges: [
      {
        person: "jo",
        type: "EXITED",
        date: "2026-11-10",
        notifiedDepartmentOn: "2026-11-16",
      },
    ],
  });
  const asked = async (key: string) => {
    out = "";
    expect(await command.run([file, "--as-of", "2026-11-20", "--key", key])).toBe(0);
    return out;
  };
  expect(await asked("COORDINATOR:episode-1")).toContain("source: Iowa, Topic 6, line 47");
  const notice = await asked("HOUSEHOLD:1");
  expect(notice).toContain("Told Mon, Nov 16, slow; prompt was through Thu, Nov 12");
  expect(notice).toContain("Wed, Nov 11, 2026: not counted, Veterans Day");
  out = "";
  expect(await command.run([file, "--as-of", "2026-11-20"])).toBe(0);
  expect(out).toMatch(/^MISSING +COORDINATOR:episode-1 +EXP-3 +by 2026-11-09$/mu);
  expect(out).toMatch(/^SLOW +HOUSEHOLD:1 +EXP-6 +by 2026-11-12 +2026-11-16$/mu);
});

test("takes the policy of the file, and a named one before it", async () => {
  const taken = write("taken.json", { ...family, policy: strict });
  const named = write("book.json", book);
  const dueOf = async (...args: string[]) => {
    out = "";
    expect(await command.run([taken, "--as-of", "2026-11-20", "--json", ...args])).toBe(0);
    return (JSON.parse(out) as ReturnType<typeof resultOf>).duties[0]?.dueOn;
  };
  expect(await dueOf()).toBe("2026-11-13");
  expect(await dueOf("--policy", named)).toBe("2026-11-17");
});

test("refuses what is no case file, no policy and no file, and says where", async () => {
  const bad = write("bad.json", { ...family, effectiveDate: "2026-02-30" });
  expect(await command.run([bad, "--as-of", "2026-11-20"])).toBe(1);
  expect(err).toContain("effectiveDate: DATE_INVALID");
  const file = write("family.json", family);
  const policy = write("policy.json", { profile: "IA_FSRP" });
  expect(await command.run([file, "--as-of", "2026-11-20", "--policy", policy])).toBe(1);
  expect(await command.run([join(folder, "none.json"), "--as-of", "2026-11-20"])).toBe(1);
  expect(await command.run([write("text.json", "{"), "--as-of", "2026-11-20"])).toBe(1);
  expect(await command.run([file])).toBe(2);
  expect(readFileSync(file, "utf8")).toBe(JSON.stringify(family));
});
