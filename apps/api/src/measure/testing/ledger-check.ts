import { createHash } from "node:crypto";

/** A ledger line as it is read from the table: nothing is believed of it. */
export type RawLine = Readonly<Record<string, unknown>>;

/** What someone was told when their referral was taken. */
export interface Acknowledged {
  readonly area: string;
  readonly referralKey: string;
  readonly contractor: string;
  readonly turn: number;
  /** Hash of the line at that turn, as the receipt showed it. */
  readonly hash: string;
}

/** What stands in `prev` of the first line of an area. */
const GENESIS = "0".repeat(64);

/**
 * Checks the assignment ledgers of areas with two contractors and nothing but counted turns. Written anew from the
 * description of the line, with nothing of the code that writes it: a mistake there must not hide itself here.
 * @returns one line for each thing that is not as it must be
 */
export function ledgerComplaints(
  ledgers: ReadonlyMap<string, readonly RawLine[]>,
  acknowledged: readonly Acknowledged[],
): readonly string[] {
  return [
    ...[...ledgers].flatMap(([area, lines]) => [
      ...orderComplaints(area, lines),
      ...chainComplaints(area, lines),
      ...alternationComplaints(area, lines),
    ]),
    ...acknowledgementComplaints(ledgers, acknowledged),
  ];
}

/** Turns are 1, 2, 3 and so on, and each is later than the one before. */
function orderComplaints(area: string, lines: readonly RawLine[]): readonly string[] {
  return lines.flatMap((line, index) => {
    const complaints: string[] = [];
    if (line["seq"] !== index + 1)
      complaints.push(`${area}: turn ${String(line["seq"])} stands where ${index + 1} belongs`);
    if (line["area"] !== area)
      complaints.push(`${area}: turn ${index + 1} belongs to another area`);
    const before = lines[index - 1];
    if (before !== undefined && !(String(line["at"]) > String(before["at"])))
      complaints.push(`${area}: turn ${index + 1} is not later than the one before`);
    return complaints;
  });
}

/** Each line carries the hash of the one before, and its own. */
function chainComplaints(area: string, lines: readonly RawLine[]): readonly string[] {
  return lines.flatMap((line, index) => {
    const complaints: string[] = [];
    const { hash, ...rest } = line;
    if (hashOf(rest) !== hash)
      complaints.push(`${area}: turn ${index + 1} does not have its own hash`);
    const wanted = index === 0 ? GENESIS : lines[index - 1]?.["hash"];
    if (line["prev"] !== wanted)
      complaints.push(`${area}: turn ${index + 1} does not follow the line before`);
    return complaints;
  });
}

/** After every line the two contractors have the same number of cases, or one has one more; the balance says so. */
function alternationComplaints(area: string, lines: readonly RawLine[]): readonly string[] {
  const counts = new Map<unknown, number>();
  const complaints: string[] = [];
  let balance = 0;
  for (const [index, line] of lines.entries()) {
    const { contractor, counted, before, after } = line;
    if (counted !== 1) complaints.push(`${area}: turn ${index + 1} is not counted`);
    counts.set(contractor, (counts.get(contractor) ?? 0) + 1);
    const [most = 0, least = 0, ...others] = [...counts.values()].toSorted((a, b) => b - a);
    if (others.length > 0) complaints.push(`${area}: more than two contractors`);
    if (most - least > 1) complaints.push(`${area}: turn ${index + 1} breaks the alternation`);
    if (before !== balance || Math.abs(Number(after) - balance) !== 1)
      complaints.push(`${area}: turn ${index + 1} has a wrong balance`);
    balance = Number(after);
  }
  return complaints;
}

/** Every acknowledged referral has the one line that its receipt names, and there is no line beside. */
function acknowledgementComplaints(
  ledgers: ReadonlyMap<string, readonly RawLine[]>,
  acknowledged: readonly Acknowledged[],
): readonly string[] {
  const lines = [...ledgers.values()].flat();
  const byKey = Map.groupBy(lines, (line) => line["referralKey"]);
  const complaints = acknowledged.flatMap((one) => {
    const found = byKey.get(one.referralKey) ?? [];
    const [line] = found;
    if (line === undefined || found.length > 1)
      return [`${one.area}: turn ${one.turn} was acknowledged and is there ${found.length} times`];
    const isSame =
      line["area"] === one.area &&
      line["seq"] === one.turn &&
      line["contractor"] === one.contractor &&
      line["hash"] === one.hash;
    return isSame ? [] : [`${one.area}: turn ${one.turn} is not what was acknowledged`];
  });
  const known = new Set<unknown>(acknowledged.map((one) => one.referralKey));
  for (const line of lines)
    if (!known.has(line["referralKey"]))
      complaints.push(`${String(line["area"])}: turn ${String(line["seq"])} was told to nobody`);
  if (known.size !== acknowledged.length) complaints.push("a referral was acknowledged twice");
  return complaints;
}

/** SHA-256 over the canonical JSON of RFC 8785; undefined when something else than text and whole numbers is in it. */
function hashOf(fields: RawLine): string | undefined {
  const values = Object.values(fields);
  if (!values.every((value) => typeof value === "string" || Number.isSafeInteger(value)))
    return undefined;
  // The names are ASCII, so that the order of code units is that of `sort`.
  const members = Object.keys(fields)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${JSON.stringify(fields[name])}`);
  return createHash("sha256")
    .update(`{${members.join(",")}}`, "utf8")
    .digest("hex");
}
