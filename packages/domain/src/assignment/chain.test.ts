import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ContractAreaId, OrganizationId } from "../kernel/ids.ts";
import { instant } from "../kernel/instant.ts";
import { covers } from "../testing/covers.ts";
import { canonicalJson, chainLine, GENESIS_HASH, hashedText, verifyChain } from "./chain.ts";
import { LedgerLineSchema } from "./ledger-line.schema.ts";
import type { LedgerLine, LedgerLineDraft } from "./ledger-line.ts";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const draft = (seq: number): LedgerLineDraft => ({
  v: 1,
  area: "Ames" as ContractAreaId,
  seq,
  kind: "ASSIGNMENT",
  lane: "COMBINED",
  epoch: 1,
  referralKey: `key ${seq}`,
  contractor: (seq % 2 === 1 ? "Prairie" : "River Bend") as OrganizationId,
  method: "ROTATION",
  counted: 1,
  outOfOrder: 0,
  before: seq % 2 === 1 ? 0 : 1,
  after: seq % 2 === 1 ? 1 : 0,
  policyNumber: 7,
  at: instant("2026-11-23T15:00:00.000Z"),
});
const ledger = (length: number): readonly LedgerLine[] => {
  const lines: LedgerLine[] = [];
  for (let seq = 1; seq <= length; seq++)
    lines.push(chainLine(draft(seq), lines.at(-1)?.hash ?? GENESIS_HASH, sha256));
  return lines;
};

test(
  "the canonical form is that of RFC 8785: members in code unit order, no blanks, nothing but strings and integers" +
    covers("ASG-9"),
  () => {
    expect(canonicalJson({ b: 1, a: 'é"\n', aa: -2, B: "" })).toBe(
      '{"B":"","a":"é\\"\\n","aa":-2,"b":1}',
    );
    expect(() => canonicalJson({ a: 1.5 })).toThrow();
    expect(() => canonicalJson({ a: true as unknown as number })).toThrow();
    const [line] = ledger(1);
    expect(line && hashedText(line)).toBe(
      '{"after":1,"area":"Ames","at":"2026-11-23T15:00:00.000Z","before":0,"contractor":"Prairie","counted":1,"epoch":1,"kind":"ASSIGNMENT","lane":"COMBINED","method":"ROTATION","outOfOrder":0,"policyNumber":7,"prev":"0000000000000000000000000000000000000000000000000000000000000000","referralKey":"key 1","seq":1,"v":1}',
    );
    const { hash: _, ...rest } = chainLine({ ...draft(2), refersToSeq: 1 }, GENESIS_HASH, sha256);
    expect(hashedText({ ...rest, hash: "" })).toBe(canonicalJson(rest));
    expect(() => hashedText({ ...rest, hash: "", note: "x" } as LedgerLine)).toThrow();
    expect(() => hashedText({ ...rest, hash: "", before: 0.5 })).toThrow();
    // Version 1 is final: a line of today must have this hash for ever.
    expect(line?.hash).toBe("f548fb6ca247777657587edd5454afb488e146c34dd531c2c53ec84421c200b6");
  },
);

test(
  "the fields of a line are exactly those of version 1, and its schema takes them" +
    covers("ASG-9"),
  () => {
    const [line] = ledger(1);
    expect(Object.keys({ ...line, refersToSeq: 1 }).toSorted()).toEqual(
      Object.keys(LedgerLineSchema.shape).toSorted(),
    );
    expect(LedgerLineSchema.safeParse(line).success).toBe(true);
    expect(LedgerLineSchema.safeParse({ ...line, note: "x" }).success).toBe(false);
  },
);

test("an untouched chain is verified to its head" + covers("ASG-9"), () => {
  const lines = ledger(50);
  expect(verifyChain(lines, sha256)).toEqual({ ok: true, lines: 50, head: lines.at(-1)?.hash });
  expect(verifyChain([], sha256)).toEqual({ ok: true, lines: 0, head: GENESIS_HASH });
});

test(
  "every tampering before the tail is found at its line: edit, delete, insert, reorder, exchange" +
    covers("ASG-9", "ASG-10"),
  () => {
    const lines = ledger(30);
    const fields = Object.keys(lines[0] ?? {}) as (keyof LedgerLine)[];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 28 }),
        fc.constantFrom("edit", "rehash", "delete", "repeat", "swap"),
        fc.constantFrom(...fields),
        (at, how, field) => {
          const copy: LedgerLine[] = [...lines];
          // A hash that is edited and computed anew is the old one.
          fc.pre(how !== "rehash" || field !== "hash");
          const line = copy[at] as LedgerLine;
          const value = line[field];
          const edited = {
            ...line,
            [field]: typeof value === "number" ? value + 1 : `${value ?? ""}x`,
          } as LedgerLine;
          if (how === "edit") copy[at] = edited;
          // A forger who computes the hash of the edited line anew is found at the line after it.
          else if (how === "rehash") copy[at] = { ...edited, hash: sha256(hashedText(edited)) };
          else if (how === "delete") copy.splice(at, 1);
          else if (how === "repeat") copy.splice(at, 0, line);
          else copy.splice(at, 2, copy[at + 1] as LedgerLine, line);
          const verdict = verifyChain(copy, sha256);
          expect(verdict.ok ? undefined : verdict.line).toBeOneOf([at + 1, at + 2]);
        },
      ),
      { numRuns: 1_000, seed: 4 },
    );
  },
);
