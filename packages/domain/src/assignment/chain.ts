import type { LedgerLine, LedgerLineDraft } from "./ledger-line.ts";

/** SHA-256 of a text in UTF-8 as 64 lower-case hexadecimal digits: a port, supplied by the API and the command line. */
export type Sha256 = (utf8: string) => string;

/** What stands in `prev` of the first line of an area. */
export const GENESIS_HASH = "0".repeat(64);

/**
 * Canonical JSON (RFC 8785) of an object of strings and integers: members in order of their UTF-16 code units, no
 * blanks, numbers and strings as ECMAScript writes them. Throws on anything else, since it would not be portable.
 */
export const canonicalJson = (value: Readonly<Record<string, string | number>>): string => {
  const members: string[] = [];
  for (const key of Object.keys(value).toSorted()) {
    const member = value[key];
    if (typeof member === "number" ? !Number.isSafeInteger(member) : typeof member !== "string")
      throw new Error(`not a string or an integer: ${key}`);
    members.push(`${JSON.stringify(key)}:${JSON.stringify(member)}`);
  }
  return `{${members.join(",")}}`;
};

/** The hashed fields of version 1 in the order of the canonical form. */
const HASHED = [
  "after",
  "area",
  "at",
  "before",
  "contractor",
  "counted",
  "epoch",
  "kind",
  "lane",
  "method",
  "outOfOrder",
  "policyNumber",
  "prev",
  "referralKey",
  "refersToSeq",
  "seq",
  "v",
] as const satisfies readonly (keyof LedgerLine)[];

/**
 * The text of a line that is hashed: `canonicalJson` of all its fields but `hash`, in one pass since their order is
 * known. Throws on a field that version 1 does not have.
 */
export const hashedText = (line: LedgerLine): string => {
  let members = "";
  let fields = 1;
  for (const key of HASHED) {
    const value = line[key];
    if (value === undefined) continue;
    if (typeof value === "number" && !Number.isSafeInteger(value))
      throw new Error(`not an integer: ${key}`);
    fields += 1;
    members += `${members === "" ? "" : ","}"${key}":${typeof value === "number" ? value : JSON.stringify(value)}`;
  }
  if (fields !== Object.keys(line).length) throw new Error("fields that version 1 does not have");
  return `{${members}}`;
};

/** Chains a decided line to the newest one of its area. */
export const chainLine = (draft: LedgerLineDraft, prev: string, sha256: Sha256): LedgerLine => {
  const line = { ...draft, prev };
  return { ...line, hash: sha256(canonicalJson(line)) };
};

export type ChainFault = "VERSION" | "AREA" | "SEQUENCE" | "PREV" | "HASH" | "SHAPE";
export type ChainVerdict =
  | { readonly ok: true; readonly lines: number; readonly head: string }
  | {
      readonly ok: false;
      readonly line: number;
      readonly seq: number | undefined;
      readonly why: ChainFault;
    };

/**
 * Checks the lines of one area from the first on and names the first bad one. `line` counts from 1 in the list given;
 * a cut tail is seen only against a checkpoint or a receipt, that is another call's comparison of `head`.
 */
export const verifyChain = (lines: Iterable<LedgerLine>, sha256: Sha256): ChainVerdict => {
  let prev = GENESIS_HASH;
  let count = 0;
  let area: string | undefined;
  for (const line of lines) {
    count += 1;
    const fault = faultOf(line, count, area, prev, sha256);
    if (fault !== undefined) return { ok: false, line: count, seq: line.seq, why: fault };
    area = line.area;
    prev = line.hash;
  }
  return { ok: true, lines: count, head: prev };
};

const faultOf = (
  line: LedgerLine,
  expectedSeq: number,
  area: string | undefined,
  prev: string,
  sha256: Sha256,
): ChainFault | undefined => {
  if (line.v !== 1) return "VERSION";
  if (area !== undefined && line.area !== area) return "AREA";
  if (line.seq !== expectedSeq) return "SEQUENCE";
  if (line.prev !== prev) return "PREV";
  try {
    if (sha256(hashedText(line)) !== line.hash) return "HASH";
  } catch {
    return "SHAPE";
  }
  return undefined;
};
