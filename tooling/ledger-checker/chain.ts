import { createHash } from "node:crypto";
import type { AreaLedger, RawLine } from "./ledger.ts";
import { Findings, type Violation } from "./violation.ts";

/** What stands in `prev` of the first line of an area. */
const GENESIS = "0".repeat(64);

/** Turns are 1, 2, 3 and so on, each later than the one before, each with the hash of the one before and its own. */
export function checkChain(ledger: AreaLedger): readonly Violation[] {
  const findings = new Findings(`area ${ledger.area}`);
  const seen = new Set<unknown>();
  let prev: unknown = GENESIS;
  let at = "";
  for (const [index, { line }] of ledger.entries.entries()) {
    const name = `line ${String(line["seq"])}`;
    if (seen.has(line["seq"])) findings.add("sequence", `${name} is there twice`);
    else if (line["seq"] !== index + 1)
      findings.add("sequence", `${name} stands where ${index + 1} belongs`);
    seen.add(line["seq"]);
    if (line["area"] !== ledger.area)
      findings.add("chain", `${name} is one of area ${String(line["area"])}`);
    if (line["prev"] !== prev) findings.add("chain", `${name} does not follow the line before it`);
    if (hashOf(line) !== line["hash"]) findings.add("chain", `${name} does not have its own hash`);
    if (!(String(line["at"]) > at))
      findings.add("moment", `${name} is not later than the one before it`);
    prev = line["hash"];
    at = String(line["at"]);
  }
  const { head } = ledger;
  const { length } = ledger.entries;
  if (head !== undefined && (head.seq !== length || (length > 0 && head.hash !== prev)))
    findings.add("head", `the head says line ${head.seq}, the ledger ends with line ${length}`);
  return findings.found;
}

/** SHA-256 over the canonical JSON of RFC 8785; undefined when something else than text and whole numbers is in it. */
export function hashOf({ hash: _, ...fields }: RawLine): string | undefined {
  if (
    !Object.values(fields).every(
      (value) => typeof value === "string" || Number.isSafeInteger(value),
    )
  )
    return undefined;
  // The names are ASCII, so that the order of code units is that of `sort`.
  const members = Object.keys(fields)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${JSON.stringify(fields[name])}`);
  return createHash("sha256")
    .update(`{${members.join(",")}}`, "utf8")
    .digest("hex");
}
