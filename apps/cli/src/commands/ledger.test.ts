import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ledgerSigner, newLedgerKey, publicKeyPem } from "@kinward/db/ledger-keys";
import {
  chainLine,
  checkpointsText,
  type LedgerLine,
  ledgerCsv,
  type PublishedLedger,
  publishedText,
  receiptText,
} from "@kinward/domain/assignment";
import { covers } from "@kinward/domain/testing";
import { ledgerOfCourse } from "@kinward/domain/testing/published-ledger";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sha256 } from "../ledger/verify.ts";
import { command } from "./ledger.ts";

let folder = "";
let printed = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "ledger-"));
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

const numbers = (seed: number) => {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
};
const key = ledgerSigner(newLedgerKey());
const ledger = ledgerOfCourse({ lines: 60, chance: numbers(3), sha256, key });
const lineAt = (seq: number) => ledger.lines[seq - 1] as LedgerLine;

const save = async (name: string, text: string): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
};
const saved = (changed: PublishedLedger) => save("ledger.json", publishedText(changed));
const receipt = (seq: number) => {
  const { area, hash, at } = lineAt(seq);
  return save(
    `receipt-${seq}.json`,
    receiptText({ format: "kinward.receipt", version: 1, area, seq, hash, at }),
  );
};
const kept = () =>
  save(
    "kept.json",
    checkpointsText({
      format: "kinward.checkpoints",
      version: 1,
      area: ledger.area.id,
      keys: ledger.keys,
      checkpoints: ledger.checkpoints.slice(0, 5),
    }),
  );
const verify = async (...args: readonly string[]): Promise<number> => {
  printed = "";
  return command.run(["verify", ...args]);
};

test(
  "a published ledger is verified without database or account, and says what it was compared with" +
    covers("ASG-9"),
  async () => {
    const file = await saved(ledger);
    expect(await verify(file)).toBe(0);
    expect(printed).toContain("verified: Waterloo, 60 lines");
    expect(printed).toContain(`head: line 60, ${lineAt(60).hash}`);
    expect(printed).toMatch(/choices: \d+ assignments computed again/);
    expect(printed).toContain("Compared with nothing that was kept");
    const pem = await save("key.pem", publicKeyPem(key.publicKey));
    const bare = await save("checkpoint.json", JSON.stringify(ledger.checkpoints[6]));
    expect(
      await verify(
        file,
        "--checkpoint",
        await kept(),
        "--checkpoint",
        bare,
        "--receipt",
        await receipt(9),
        "--key",
        pem,
      ),
    ).toBe(0);
    expect(printed).toContain("kept outside of this file: 7 compared, up to line");
    const { seq } = ledger.checkpoints.at(-1) ?? { seq: 0 };
    expect(printed).toContain(`signed up to line ${seq}, by the key that was given`);
    expect(printed.includes(`Lines ${seq + 1} to 60 are not covered`)).toBe(seq < 60);
    expect(await verify(file, "--receipt", await receipt(9))).toBe(0);
    expect(printed).toContain("Lines 10 to 60 are not covered by what was kept");
    expect(await verify(file, "--key", pem)).toBe(0);
    expect(printed).not.toContain("Compared with nothing");
  },
);

test("a table is checked for its chain, and against what was kept", async () => {
  const file = await save("ledger.csv", ledgerCsv(ledger.lines));
  expect(await verify(file, "--receipt", await receipt(9), "--checkpoint", await kept())).toBe(0);
  expect(printed).toContain("verified: Waterloo, 60 lines");
  expect(printed).toContain("A table has no rule");
  const cut = await save("cut.csv", ledgerCsv(ledger.lines.slice(0, 8)));
  expect(await verify(cut, "--receipt", await receipt(9))).toBe(1);
  expect(printed).toContain(
    "First bad line 9: There is a receipt of it, but the document ends at line 8.",
  );
  const other = await save("other.csv", ledgerCsv([lineAt(1), lineAt(3)]));
  expect(await verify(other)).toBe(1);
  expect(printed).toContain("First bad line 3: It stands in place 2");
});

const changed = (seq: number, change: Partial<LedgerLine>): PublishedLedger => ({
  ...ledger,
  lines: ledger.lines.with(seq - 1, { ...lineAt(seq), ...change }),
});
const other = lineAt(20).contractor === "Prairie" ? "River Bend" : "Prairie";

test.each<[string, PublishedLedger, RegExp]>([
  [
    "a changed line",
    changed(20, { contractor: other as never }),
    /First bad line 20: Its fields do not give its hash: it was changed/,
  ],
  [
    "a line left out",
    { ...ledger, lines: ledger.lines.toSpliced(19, 1) },
    /First bad line 21: It stands in place 20/,
  ],
  [
    "lines exchanged",
    { ...ledger, lines: ledger.lines.with(19, lineAt(21)).with(20, lineAt(20)) },
    /First bad line 21: It stands in place 20/,
  ],
  [
    "the newest lines cut",
    { ...ledger, lines: ledger.lines.slice(0, 20) },
    /First bad line 2\d: It is signed by the checkpoint of .* but the document ends at line 20/,
  ],
])("named: %s" + covers("ASG-9"), async (_, forged, words) => {
  expect(await verify(await saved(forged))).toBe(1);
  expect(printed).toMatch(/^NOT verified: Waterloo/);
  expect(printed).toMatch(words);
});

test("who computes the chain anew is named by the rule, by a checkpoint and by a receipt", async () => {
  const lines = ledger.lines.slice(0, 19);
  const { prev: _, hash: __, ...turn } = lineAt(20);
  const drafts = [{ ...turn, contractor: other as never }, ...ledger.lines.slice(20)];
  for (const { prev: ___, hash: ____, ...draft } of drafts as LedgerLine[])
    lines.push(chainLine(draft, lines.at(-1)?.hash ?? "", sha256));
  const file = await saved({ ...ledger, lines, checkpoints: [] });
  expect(await verify(file)).toBe(1);
  expect(printed).toMatch(/First bad line 20: The published rule gives another/);
  expect(await verify(file, "--receipt", await receipt(30))).toBe(1);
  expect(printed).toContain(
    "also line 30: It is not the line of the receipt: the first change is in lines 1 to 30",
  );
  expect(await verify(await saved({ ...ledger, lines }))).toBe(1);
  expect(printed).toMatch(
    /It is not the line that the checkpoint of \S+ signs: the first change is in lines 1\d to 2\d/,
  );
});

test("another key than the known one is named", async () => {
  const stranger = await save("key.pem", publicKeyPem(ledgerSigner(newLedgerKey()).publicKey));
  expect(await verify(await saved(ledger), "--key", stranger)).toBe(1);
  expect(printed).toContain("is not one of those given by --key");
});

test("a file that is no ledger is named with the place", async () => {
  const json = JSON.parse(publishedText(ledger)) as { lines: Record<string, unknown>[] };
  (json.lines[4] as Record<string, unknown>)["counted"] = true;
  for (const [text, words] of [
    [JSON.stringify(json), /line 5 is no line of a ledger: counted/],
    ["{", /is no JSON/],
    ["{}", /format/],
    ["some text", /neither a published ledger/],
  ] as const) {
    expect(await verify(await save("bad.json", text))).toBe(1);
    expect(printed).toMatch(words);
  }
  expect(await verify(join(folder, "missing.json"))).toBe(1);
  expect(printed).toContain("cannot be read");
  const file = await saved(ledger);
  expect(await verify(file, "--receipt", await kept())).toBe(1);
  expect(await verify(file, "--key", await kept())).toBe(1);
  expect(printed).toContain("holds no Ed25519 public key");
});

test("a new key is two files, the private one for this account alone, and none is overwritten", async () => {
  const file = join(folder, "ledger.pem");
  expect(await command.run(["new-key", file])).toBe(0);
  const pem = await readFile(file, "utf8");
  expect((await stat(file)).mode & 0o077).toBe(0);
  const publicPem = await readFile(join(folder, "ledger.public.pem"), "utf8");
  expect(publicPem).toBe(publicKeyPem(ledgerSigner(pem).publicKey));
  expect(await command.run(["new-key", file])).toBe(1);
  expect(await readFile(file, "utf8")).toBe(pem);
});

test.each([
  [[]],
  [["verify"]],
  [["verify", "a", "b"]],
  [["verify", "a", "--unknown"]],
  [["verify", "a", "--receipt"]],
  [["export"]],
  [["export", "--all"]],
  [["export", "Ames", "--all", "--out", "x"]],
  [["checkpoint", "now"]],
  [["new-key"]],
  [["revoke-key", "id", "--from", "tomorrow", "--reason", "x"]],
  [["revoke-key", "id", "--from", "2026-11-22"]],
])("called wrongly it says how it is called: %s", async (args) => {
  expect(await command.run(args)).toBe(2);
});
