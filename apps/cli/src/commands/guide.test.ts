import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CaseFileSchema } from "@kinward/domain/casefile/schema";
import { evaluate, explain, statusOn } from "@kinward/domain/contacts";
import { plainDate } from "@kinward/domain/kernel";
import { defaultPolicyBook } from "@kinward/domain/policy";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { command } from "./evaluate.ts";

const guide = new URL("../../../../docs/using-the-rules.md", import.meta.url);
let text = "";
let folder = "";
beforeAll(async () => {
  text = await readFile(guide, "utf8");
  folder = await mkdtemp(join(tmpdir(), "guide-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** The first block of code of a language. */
const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n(.*?)\\n\`\`\``, "su").exec(text)?.[1] ?? "";

test("the command answers the case file of the guide as the guide prints it", async () => {
  const file = join(folder, "case.json");
  await writeFile(file, block("json"));
  let printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((part) => {
    printed += String(part);
    return true;
  });
  expect(await command.run([file, "--as-of", "2026-11-30"])).toBe(0);
  vi.restoreAllMocks();
  const lines = printed.split("\n").map((line) => line.trimEnd());
  expect(lines.join("\n").trimEnd()).toBe(block("text"));
});

test("the program of the guide names what exists and says why", () => {
  for (const [, names = ""] of block("ts").matchAll(/import \{ (.*?) \}/gu))
    for (const name of names.split(", "))
      expect(
        ["CaseFileSchema", "evaluate", "explain", "statusOn", "plainDate", "defaultPolicyBook"],
        name,
      ).toContain(name);
  const file = CaseFileSchema.parse(JSON.parse(block("json")));
  const book = defaultPolicyBook("IA_FSRP");
  const day = plainDate("2026-11-30");
  const open = evaluate(file, book, day).duties.filter((duty) => statusOn(duty, day) === "OPEN");
  const [first] = open;
  const why = first && explain(file, book, day, first.episodeId, first.key);
  expect([first?.key, why?.rule.id]).toEqual(["INITIAL:mia", "CON-4"]);
});

test.each(["case-file", "evaluation", "policy-book"])(
  "the schema of the %s lies where the guide says",
  async (name) => {
    const path = `packages/domain/schemas/${name}.schema.json`;
    expect(text).toContain(path);
    const schema = await readFile(new URL(`../../../../${path}`, import.meta.url), "utf8");
    expect(JSON.parse(schema)).toHaveProperty("title");
  },
);
