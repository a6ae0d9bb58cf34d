import { createHash, generateKeyPairSync, sign as signBytes, verify } from "node:crypto";
import { expect, test } from "vitest";
import { z } from "zod";
import type { ContractId, OrganizationId } from "../kernel/ids.ts";
import { instant } from "../kernel/instant.ts";
import { addDays, plainDate } from "../kernel/plain-date.ts";
import { defaultPolicyBook, withSettings } from "../policy/policy-book.ts";
import { covers } from "../testing/covers.ts";
import { ledgerOfCourse } from "../testing/published-ledger.ts";
import { signedText } from "./checkpoint.ts";
import { CSV_COLUMNS, ledgerCsv, readLedgerCsv } from "./published-csv.ts";
import { replayPublished, startOfDay } from "./published-rules.ts";
import { verifyPublished } from "./published-verify.ts";
import {
  CheckpointsFileSchema,
  PublishedLedgerSchema,
  ReceiptFileSchema,
} from "./published.schema.ts";
import {
  canonicalDocument,
  publishedPolicy,
  type PublishedLedger,
  publishedText,
  type ReceiptFile,
  receiptText,
} from "./published.ts";
import { LedgerLineSchema } from "./ledger-line.schema.ts";
import type { LedgerLine } from "./ledger-line.ts";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const newKey = () => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return {
    publicKey: publicKey.export({ type: "spki", format: "der" }).toString("base64"),
    sign: (text: string) => signBytes(null, Buffer.from(text), privateKey).toString("base64"),
  };
};
const verifySignature = (publicKey: string, text: string, signature: string) =>
  verify(
    null,
    Buffer.from(text),
    { key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" },
    Buffer.from(signature, "base64"),
  );
const ports = { sha256, verifySignature };
const numbers = (seed: number) => {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
};
const key = newKey();
const ledger = ledgerOfCourse({ lines: 180, chance: numbers(7), sha256, key });
const lineAt = (seq: number) => ledger.lines[seq - 1] as LedgerLine;
const receiptOf = ({ seq, area, hash, at }: LedgerLine): ReceiptFile => ({
  format: "kinward.receipt",
  version: 1,
  area,
  seq,
  hash,
  at,
});
const codes = (changed: PublishedLedger, witnesses: Parameters<typeof verifyPublished>[1] = {}) =>
  verifyPublished(changed, witnesses, ports).faults.map(({ code, seq }) => `${code} ${seq}`);

test(
  "the published ledger is verified: chain, checkpoints, and every choice" + covers("ASG-9"),
  () => {
    const verdict = verifyPublished(ledger, {}, ports);
    expect(verdict).toMatchObject({
      faults: [],
      lines: 180,
      head: lineAt(180).hash,
      witnesses: 0,
      checkpoints: ledger.checkpoints.length,
    });
    // The course is not a plain one: overrides, reversals, two epochs, two books.
    expect(new Set(ledger.lines.map(({ method }) => method)).size).toBeGreaterThanOrEqual(4);
    expect(ledger.epochs).toHaveLength(2);
    expect(ledger.policies.map(({ policyNumber }) => policyNumber)).toEqual([1, 2]);
    expect(ledger.policies[1]?.versions).toHaveLength(2);
    expect(verdict.signedTo).toBeGreaterThan(170);
  },
);

test("the document is the same bytes every time and reads back as it was" + covers("ASG-9"), () => {
  const text = publishedText(ledger);
  const read = PublishedLedgerSchema.parse(JSON.parse(text)) as PublishedLedger;
  expect(read).toEqual(ledger);
  expect(publishedText(read)).toBe(text);
  expect(text.split("\n").filter((row) => row.startsWith('    {"after"'))).toHaveLength(180);
});

test("the table of lines is read back by RFC 4180, whatever stands in a cell", () => {
  const [line] = ledger.lines as readonly [LedgerLine];
  const odd = { ...line, referralKey: 'a "b", c\r\nd', before: -3, refersToSeq: 1 };
  for (const lines of [ledger.lines, [odd, line], []]) {
    const csv = ledgerCsv(lines);
    expect(readLedgerCsv(csv)).toEqual(lines);
  }
  expect(readLedgerCsv(ledgerCsv(ledger.lines).replaceAll("\r\n", "\n"))).toEqual(ledger.lines);
  expect(readLedgerCsv("a,b\r\n1,2\r\n")).toBeUndefined();
  // What is no number stays text, which the schema of a line refuses.
  const wrong = readLedgerCsv(ledgerCsv([line]).replace(/\r\n1,/, "\r\n1e0,"))?.[0];
  expect(LedgerLineSchema.safeParse(wrong).success).toBe(false);
  expect(ledgerCsv([]).trimEnd().split(",")).toEqual([...CSV_COLUMNS]);
});

test("canonical JSON of a document: members in order, nothing but texts, integers, lists, yes and no", () => {
  expect(canonicalDocument({ b: [1, true, "é"], a: { d: -1, c: "" }, e: undefined })).toBe(
    '{"a":{"c":"","d":-1},"b":[1,true,"é"]}',
  );
  for (const bad of [null, 1.5, Number.NaN, undefined, () => 0])
    expect(() => canonicalDocument([bad])).toThrow();
});

// Written anew by `vitest run --update`.
test.each([
  ["ledger", PublishedLedgerSchema],
  ["ledger-receipt", ReceiptFileSchema],
  ["ledger-checkpoints", CheckpointsFileSchema],
] as const)("the published JSON Schema of %s is that of the code", async (name, schema) => {
  const published = z.toJSONSchema(schema, { target: "draft-2020-12", io: "input" });
  await expect(`${JSON.stringify(published, null, 2)}\n`).toMatchFileSnapshot(
    `../../../../docs/schemas/${name}.schema.json`,
  );
});

test("a receipt fits its schema and witnesses its line" + covers("ASG-3"), () => {
  const receipt = receiptOf(lineAt(30));
  const checkpoint = ledger.checkpoints.find(({ seq }) => seq >= 30);
  const full = { ...receipt, ...(checkpoint && { checkpoint }) };
  expect(ReceiptFileSchema.parse(JSON.parse(receiptText(full)))).toEqual(full);
  expect(verifyPublished(ledger, { receipts: [full] }, ports)).toMatchObject({
    faults: [],
    witnesses: 1,
    witnessedTo: 30,
  });
  expect(codes(ledger, { receipts: [{ ...receipt, hash: lineAt(31).hash }] })).toEqual([
    "RECEIPT_LINE 30",
  ]);
  expect(
    codes(
      { ...ledger, lines: ledger.lines.slice(0, 29), checkpoints: [] },
      { receipts: [receipt] },
    ),
  ).toEqual(["RECEIPT_CUT 30"]);
  expect(codes(ledger, { receipts: [{ ...receipt, area: "Ames" as never }] })).toEqual([
    "RECEIPT_AREA 30",
  ]);
});

const newest = ledger.checkpoints.at(-1);
if (newest === undefined) throw new Error("no checkpoint");
const changedCheckpoint = (change: Partial<typeof newest>, at = -1): PublishedLedger => ({
  ...ledger,
  checkpoints: ledger.checkpoints.with(at, { ...newest, ...change }),
});
const [book1] = ledger.policies as readonly [PublishedLedger["policies"][number]];
const [epoch1] = ledger.epochs as readonly [PublishedLedger["epochs"][number]];

test.each<[string, PublishedLedger, string]>([
  [
    "a signature of another text",
    changedCheckpoint({ day: addDays(newest.day, 1) }),
    "CHECKPOINT_SIGNATURE",
  ],
  ["a checkpoint of another line", changedCheckpoint({ hash: lineAt(5).hash }), "CHECKPOINT_LINE"],
  [
    "a checkpoint left out",
    { ...ledger, checkpoints: ledger.checkpoints.toSpliced(2, 1) },
    "CHECKPOINT_ORDER",
  ],
  ["a checkpoint of another area", changedCheckpoint({ area: "Ames" as never }), "CHECKPOINT_AREA"],
  [
    "lines cut after the newest checkpoint's",
    { ...ledger, lines: ledger.lines.slice(0, 20) },
    "CHECKPOINT_CUT",
  ],
  ["no such key", { ...ledger, keys: [] }, "CHECKPOINT_KEY"],
  [
    "a key that was not yet in use",
    { ...ledger, keys: ledger.keys.map((one) => ({ ...one, from: plainDate("2027-01-01") })) },
    "CHECKPOINT_KEY",
  ],
  [
    "a key that was over",
    { ...ledger, keys: ledger.keys.map((one) => ({ ...one, to: one.from })) },
    "CHECKPOINT_KEY",
  ],
  [
    "a revoked key",
    { ...ledger, keys: ledger.keys.map((one) => ({ ...one, revokedFrom: newest.day })) },
    "CHECKPOINT_KEY",
  ],
  [
    "a public key under another id",
    { ...ledger, keys: ledger.keys.map((one) => ({ ...one, publicKey: newKey().publicKey })) },
    "KEY_ID",
  ],
  [
    "a rule fitted afterwards",
    {
      ...ledger,
      policies: [
        {
          ...book1,
          versions: book1.versions.map((one) => ({
            ...one,
            settings: { ...one.settings, transferCounts: false },
          })),
        },
        ...ledger.policies.slice(1),
      ],
    },
    "CHECKPOINT_TERMS",
  ],
  [
    "an epoch of another day",
    {
      ...ledger,
      epochs: [{ ...epoch1, from: addDays(epoch1.from, -1) }, ...ledger.epochs.slice(1)],
    },
    "CHECKPOINT_TERMS",
  ],
  ["a policy left out", { ...ledger, policies: ledger.policies.slice(1) }, "POLICY_MISSING"],
  ["an epoch left out", { ...ledger, epochs: ledger.epochs.slice(1) }, "EPOCHS"],
])("found: %s" + covers("ASG-9"), (_, changed, code) => {
  expect(codes(changed).map((one) => one.split(" ")[0])).toContain(code);
});

test(
  "who rewrites and signs anew is found by a kept checkpoint, a receipt or a known key" +
    covers("ASG-9"),
  () => {
    const forged = ledgerOfCourse({ lines: 180, chance: numbers(8), sha256, key: newKey() });
    const kept = { keys: ledger.keys, checkpoints: ledger.checkpoints.slice(3, 4) };
    const seq = kept.checkpoints[0]?.seq;
    expect(codes(forged)).toEqual([]);
    expect(codes(forged, { checkpoints: [kept] })).toEqual([
      `CHECKPOINT_LINE ${seq}`,
      `CHECKPOINT_MISSING ${seq}`,
    ]);
    expect(codes(forged, { receipts: [receiptOf(lineAt(40))] })).toEqual(["RECEIPT_LINE 40"]);
    expect(codes(forged, { trustedKeys: [key.publicKey] })).toEqual(["KEY_NOT_TRUSTED 1"]);
    expect(codes(ledger, { checkpoints: [kept], trustedKeys: [key.publicKey] })).toEqual([]);
  },
);

test("a kept checkpoint that the document no longer has is missed", () => {
  const kept = { keys: ledger.keys, checkpoints: [newest] };
  const without = { ...ledger, checkpoints: ledger.checkpoints.slice(0, -1) };
  expect(codes(without, { checkpoints: [kept] })).toEqual([`CHECKPOINT_MISSING ${newest.seq}`]);
  // Signed by a key that nobody knows.
  const stranger = { ...newest, signature: newKey().sign(signedText(newest)) };
  expect(codes(ledger, { checkpoints: [{ keys: [], checkpoints: [stranger] }] })).toEqual([
    `CHECKPOINT_SIGNATURE ${newest.seq}`,
  ]);
});

test("old checkpoints stay verifiable when another key signs" + covers("ASG-9"), () => {
  const next = newKey();
  const day = addDays(newest.day, 1);
  const renewed = ledgerOfCourse({ lines: 12, chance: numbers(7), sha256, key: next });
  const nextKey = { ...(renewed.keys[0] as PublishedLedger["keys"][number]), from: day };
  const draft = { ...newest, day, key: nextKey.id, prev: sha256(signedText(newest)) };
  const rotated: PublishedLedger = {
    ...ledger,
    keys: [...ledger.keys.map((one) => ({ ...one, to: day })), nextKey],
    checkpoints: [...ledger.checkpoints, { ...draft, signature: next.sign(signedText(draft)) }],
  };
  expect(codes(rotated)).toEqual([]);
  // The old key signs no more after the next one began.
  const late = { ...newest, day: addDays(day, 1), prev: sha256(signedText(draft)) };
  expect(
    codes({
      ...rotated,
      checkpoints: [...rotated.checkpoints, { ...late, signature: key.sign(signedText(late)) }],
    }),
  ).toEqual([`CHECKPOINT_KEY ${newest.seq}`]);
});

test.each([
  ["2026-11-23", "America/Chicago", "2026-11-23T06:00:00.000Z"],
  ["2026-07-01", "America/Chicago", "2026-07-01T05:00:00.000Z"],
  // The day on which the clocks go forward, and the one on which they go back.
  ["2027-03-14", "America/Chicago", "2027-03-14T06:00:00.000Z"],
  ["2027-03-15", "America/Chicago", "2027-03-15T05:00:00.000Z"],
  ["2026-11-01", "America/Chicago", "2026-11-01T05:00:00.000Z"],
  ["2026-11-02", "America/Chicago", "2026-11-02T06:00:00.000Z"],
  ["2026-11-23", "UTC", "2026-11-23T00:00:00.000Z"],
  ["2026-11-23", "Pacific/Auckland", "2026-11-22T11:00:00.000Z"],
])("%s begins in %s at %s", (day, zone, moment) => {
  expect(new Date(startOfDay(plainDate(day), zone)).toISOString()).toBe(moment);
});

test(
  "a line written in the minute after midnight may have been begun before a setting changed" +
    covers("DEC-48"),
  () => {
    const book = withSettings({ ...defaultPolicyBook("IA_FSRP"), number: 1 }, {});
    const changes = plainDate("2026-07-05");
    const policies = [
      publishedPolicy({
        ...book,
        settings: [
          ...book.settings,
          { key: "tieBreak", value: "STARTER_FIRST", validFrom: changes, source: "test" },
        ],
      }),
    ];
    const of = ledgerOfCourse({ lines: 2, chance: () => 0.99, sha256, key });
    const [first, second] = of.lines as readonly [LedgerLine, LedgerLine];
    const third = (at: string, contractor: string): LedgerLine => ({
      ...first,
      seq: 3,
      referralKey: "third",
      contractor: contractor as OrganizationId,
      after: contractor === "Prairie" ? 1 : -1,
      before: 0,
      at: instant(at),
    });
    // Prairie, River Bend; back at a tie the starter Prairie is next under both rules, so the last turn is given away.
    const lines = [
      {
        ...first,
        contractor: "River Bend" as OrganizationId,
        method: "OVERRIDE",
        outOfOrder: 1,
        after: -1,
      } as LedgerLine,
      {
        ...second,
        contractor: "Prairie" as OrganizationId,
        before: -1,
        after: 0,
        method: "ROTATION",
      } as LedgerLine,
    ];
    const verdict = (line: LedgerLine) =>
      replayPublished({ ...of, policies, epochs: of.epochs.slice(0, 1) }, [...lines, line]);
    const starter = (at: string) => verdict({ ...third(at, "Prairie"), method: "EQUALIZING" });
    const other = (at: string) => verdict(third(at, "River Bend"));
    expect(other("2026-07-05T04:59:59.000Z").ok).toBe(true);
    expect(starter("2026-07-05T04:59:59.000Z").ok).toBe(false);
    expect(starter("2026-07-05T05:00:00.000Z").ok).toBe(true);
    expect(other("2026-07-05T05:00:30.000Z").ok).toBe(true);
    expect(other("2026-07-05T05:01:00.000Z").ok).toBe(false);
    expect(of.epochs[0]?.contracts).toEqual([
      "Prairie 1",
      "River Bend 1",
    ] as unknown as ContractId[]);
  },
);
