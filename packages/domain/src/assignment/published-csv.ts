import type { LedgerLine } from "./ledger-line.ts";

/** Columns of the table of lines, in the order of the fields of a line. */
export const CSV_COLUMNS = [
  "v",
  "area",
  "seq",
  "kind",
  "lane",
  "epoch",
  "referralKey",
  "contractor",
  "method",
  "counted",
  "outOfOrder",
  "before",
  "after",
  "refersToSeq",
  "policyNumber",
  "at",
  "prev",
  "hash",
] as const satisfies readonly (keyof LedgerLine)[];

const INTEGERS: ReadonlySet<string> = new Set([
  "v",
  "seq",
  "epoch",
  "counted",
  "outOfOrder",
  "before",
  "after",
  "refersToSeq",
  "policyNumber",
] satisfies readonly (keyof LedgerLine)[]);

const END = "\r\n";

const cell = (value: string | number | undefined): string => {
  const written = value === undefined ? "" : String(value);
  return /[",\r\n]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written;
};

/** The lines as a table (RFC 4180): a header, then one row a line. A field that a line does not have is empty. */
export const ledgerCsv = (lines: readonly LedgerLine[]): string =>
  [
    CSV_COLUMNS.join(","),
    ...lines.map((line) => CSV_COLUMNS.map((key) => cell(line[key])).join(",")),
  ]
    .map((row) => `${row}${END}`)
    .join("");

/** Reads the table back as plain values, to be checked by the schema of a line; undefined when it is no such table. */
export const readLedgerCsv = (csv: string): readonly unknown[] | undefined => {
  const [header, ...records] = recordsOf(csv);
  if (header?.join(",") !== CSV_COLUMNS.join(",")) return undefined;
  return records.map((cells) =>
    Object.fromEntries(
      cells.flatMap((value, at) => {
        const key = CSV_COLUMNS[at] ?? `column ${at + 1}`;
        return value === "" ? [] : [[key, INTEGERS.has(key) ? numberOf(value) : value]];
      }),
    ),
  );
};

/** As text where it is no integer in its one spelling: the schema then says so. */
const numberOf = (value: string): number | string =>
  /^(0|-?[1-9]\d{0,14})$/.test(value) ? Number(value) : value;

/** Records of RFC 4180; lines may end with LF alone, since some programs write them so. */
const recordsOf = (csv: string): readonly (readonly string[])[] => {
  const records: string[][] = [];
  let record: string[] = [];
  for (const [, quoted, plain, end] of csv.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g,
  )) {
    if (end === "" && record.length === 0 && quoted === undefined && plain === "") break;
    record.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    records.push(record);
    record = [];
  }
  return records;
};
