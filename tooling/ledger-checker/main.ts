import { readFileSync } from "node:fs";
import { checkLedger } from "./check.ts";
import { parseHistory } from "./history.ts";
import type { Ledger } from "./ledger.ts";
import { describe } from "./describe.ts";

// node tooling/ledger-checker/main.ts HISTORY.jsonl LEDGER.json
const [historyFile, ledgerFile] = process.argv.slice(2);
if (historyFile === undefined || ledgerFile === undefined) {
  console.error("Usage: node tooling/ledger-checker/main.ts HISTORY.jsonl LEDGER.json");
  process.exit(2);
}
const history = parseHistory(readFileSync(historyFile, "utf8"));
const ledger = JSON.parse(readFileSync(ledgerFile, "utf8")) as Ledger;
const violations = checkLedger(ledger, history);
console.log(describe(ledger, history, violations));
process.exit(violations.length > 0 ? 1 : 0);
