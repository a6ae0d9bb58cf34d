import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { command as evaluate } from "./evaluate.ts";
import { command } from "./worked-cases.ts";

const vectors = fileURLToPath(
  import.meta.resolve("@kinward/domain/test-vectors/worked-cases.json"),
);
let folder = "";
let printed = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "worked-cases-"));
  printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const scenario = async (id: string) => {
  const { scenarios } = JSON.parse(await readFile(vectors, "utf8")) as {
    scenarios: { id: string; given: object; expect: { derived: object } }[];
  };
  const found = scenarios.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no worked case ${id}`);
  return found;
};

test("the worked cases of the project have no difference", async () => {
  expect(await command.run([vectors])).toBe(0);
  expect(printed).toContain(" 0 differences");
});

test("a difference is printed and is a finding", async () => {
  const changed = await scenario("S01");
  changed.expect.derived = { initialContactDue: "2026-11-30" };
  const file = join(folder, "case.json");
  await writeFile(file, JSON.stringify(changed));
  expect(await command.run([file])).toBe(1);
  expect(printed).toContain('derived.initialContactDue: expected "2026-11-30", got "2026-12-01"');
});

test("what is expected beside contacts is judged as well", async () => {
  const changed = await scenario("S07");
  const expectations = (flag: string) => [
    { key: "COORDINATOR:episode-1", rule: "EXP-3", standing: "MISSING" },
    { key: "HOUSEHOLD:1", rule: "EXP-6", standing: flag, due: "2027-01-28" },
  ];
  const file = join(folder, "case.json");
  for (const [flag, code] of [
    ["PROMPT", 0],
    ["SLOW", 1],
  ] as const) {
    const asOf = [{ asOf: "2027-01-29", expectations: expectations(flag) }];
    await writeFile(file, JSON.stringify({ ...changed, variants: [], expect: { asOf } }));
    expect(await command.run([file])).toBe(code);
  }
  expect(printed).toContain(
    'asOf 2027-01-29.expectations HOUSEHOLD:1.standing: expected "SLOW", got "PROMPT"',
  );
});

test("a case file is judged on a day, and one duty explained", async () => {
  const { given } = await scenario("S01");
  const file = join(folder, "case.json");
  await writeFile(file, JSON.stringify(given));
  expect(await evaluate.run([file, "--as-of", "2026-11-24"])).toBe(0);
  expect(printed).toMatch(/OPEN +INITIAL:mia +CON-4/);
  printed = "";
  expect(await evaluate.run([file, "--as-of", "2026-11-24", "--key", "INITIAL:mia"])).toBe(0);
  expect(printed).toContain("Thanksgiving Day");
});

test("called wrongly, both say how they are called", async () => {
  expect(await command.run([])).toBe(2);
  expect(await evaluate.run(["case.json"])).toBe(2);
});
