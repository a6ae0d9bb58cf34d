import type { Citation } from "../kernel/citation.ts";
import type { ContractAreaId, OrganizationId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { PolicyBook } from "../policy/policy-book.ts";
import { settingOn } from "../policy/policy-book.ts";
import { canonicalJson } from "./chain.ts";
import type { Checkpoint, LedgerKey } from "./checkpoint.ts";
import type { LedgerLine } from "./ledger-line.ts";
import type { ReplayRules } from "./replay.ts";
import { nextContractor, type RotationEpoch } from "./rotation.ts";

/**
 * The ledger of one contract area as it is given to the two contractors and the public, version 1: all that is needed to
 * check it and to compute every choice again. No person, case or referral can be found from it.
 */
export interface PublishedLedger {
  readonly format: "kinward.ledger";
  readonly version: 1;
  readonly area: { readonly id: ContractAreaId; readonly name: string };
  /** The agency's time zone: settings change at its midnight. */
  readonly timeZone: string;
  /** Everyone that a line or an epoch names, by id. Names are for reading; the ids are what was signed. */
  readonly contractors: readonly { readonly id: OrganizationId; readonly name: string }[];
  /** The rule of the choice: where it stands. */
  readonly rule: PublishedRule;
  /** Settings of the rule, by the number of the policy book that lines refer to. */
  readonly policies: readonly PublishedPolicy[];
  readonly epochs: readonly RotationEpoch[];
  readonly keys: readonly LedgerKey[];
  /** The oldest first. */
  readonly checkpoints: readonly Checkpoint[];
  readonly lines: readonly LedgerLine[];
}

export interface PublishedRule {
  readonly requirements: readonly string[];
  readonly decisions: readonly string[];
  readonly cites: readonly Citation[];
}

/** What one policy book says about the rotation. A book is immutable. */
export interface PublishedPolicy {
  readonly policyNumber: number;
  /** The oldest first; the first holds from the beginning. */
  readonly versions: readonly PublishedVersion[];
}
export interface PublishedVersion {
  /** First day on which it holds. */
  readonly from?: PlainDate;
  readonly settings: ReplayRules;
}

/** The head of an area's ledger as a receipt carries it: whoever keeps it witnesses the line. */
export interface ReceiptFile {
  readonly format: "kinward.receipt";
  readonly version: 1;
  readonly area: ContractAreaId;
  readonly seq: number;
  readonly hash: string;
  readonly at: Instant;
  /** The first checkpoint that covers the line, if there was one when the receipt was saved. */
  readonly checkpoint?: Checkpoint;
}

/** The checkpoints of an area: what a witness keeps, a few hundred bytes a day. */
export interface CheckpointsFile {
  readonly format: "kinward.checkpoints";
  readonly version: 1;
  readonly area: ContractAreaId;
  readonly keys: readonly LedgerKey[];
  readonly checkpoints: readonly Checkpoint[];
}

/** Settings that decide whose turn it is. Fixed in version 1: checkpoints sign them. */
const RULE_SETTINGS = [
  "tieBreak",
  "rotationScope",
  "carryBalanceOnRenewalOfSamePair",
  "transferCounts",
] as const satisfies readonly (keyof ReplayRules)[];

/** What a policy book says about the choice, in versions by their first day. */
export const publishedPolicy = (book: PolicyBook): PublishedPolicy => {
  const changes = new Set<PlainDate>();
  for (const { key, validFrom } of book.settings)
    if (validFrom !== undefined && (RULE_SETTINGS as readonly string[]).includes(key))
      changes.add(validFrom);
  const settingsOn = (day: PlainDate): ReplayRules => ({
    tieBreak: settingOn(book, "tieBreak", day),
    rotationScope: settingOn(book, "rotationScope", day),
    carryBalanceOnRenewalOfSamePair: settingOn(book, "carryBalanceOnRenewalOfSamePair", day),
    transferCounts: settingOn(book, "transferCounts", day),
  });
  return {
    policyNumber: book.number,
    versions: [
      { settings: settingsOn(BEFORE_ALL) },
      ...[...changes].toSorted().map((from) => ({ from, settings: settingsOn(from) })),
    ],
  };
};

/** Earlier than every version of a setting that begins on a day. */
const BEFORE_ALL = "0001-01-01" as PlainDate;

/** The rule of whose turn it is, as the code declares it. */
export const publishedRule = (): PublishedRule => {
  const { id, also = [], cites, decisions = [] } = nextContractor.meta;
  return { requirements: [id, ...also], decisions, cites };
};

/** RFC 8785 of a document of objects, lists, strings, integers and yes or no. Throws on anything else. */
export const canonicalDocument = (value: unknown): string => {
  if (typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number" && Number.isSafeInteger(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalDocument).join(",")}]`;
  if (value === null || typeof value !== "object")
    throw new Error(`not in a published document: ${typeof value}`);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalDocument(member)}`);
  return `{${members.join(",")}}`;
};

/** Which epochs and policies the lines of a ledger refer to. */
export interface TermsUsed {
  readonly epoch: number;
  readonly policyNumbers: ReadonlySet<number>;
}

/**
 * The text behind `Checkpoint.terms`: epochs and policies that the lines up to the checkpoint refer to. With it signed,
 * nobody can fit the rule to an altered ledger.
 */
export const termsText = (
  { epochs, policies }: Pick<PublishedLedger, "epochs" | "policies">,
  used: TermsUsed,
): string =>
  canonicalDocument({
    epochs: epochs.filter(({ number }) => number <= used.epoch),
    policies: policies.filter(({ policyNumber }) => used.policyNumbers.has(policyNumber)),
  });

/** What the lines given refer to. */
export const termsUsedBy = (
  lines: Iterable<Pick<LedgerLine, "epoch" | "policyNumber">>,
): TermsUsed => {
  let epoch = 0;
  const policyNumbers = new Set<number>();
  for (const line of lines) {
    epoch = Math.max(epoch, line.epoch);
    policyNumbers.add(line.policyNumber);
  }
  return { epoch, policyNumbers };
};

const rows = (name: string, texts: readonly string[]): string =>
  `  "${name}": [${texts.length === 0 ? "" : `\n${texts.map((text) => `    ${text}`).join(",\n")}\n  `}]`;

/** The document as bytes that are the same every time: one line of the ledger in each line of the text. */
export const publishedText = (ledger: PublishedLedger): string => {
  const documents = (list: readonly unknown[]) => list.map(canonicalDocument);
  return `{
  "format": ${JSON.stringify(ledger.format)},
  "version": ${ledger.version},
  "area": ${canonicalDocument(ledger.area)},
  "timeZone": ${JSON.stringify(ledger.timeZone)},
${[
  rows("contractors", documents(ledger.contractors)),
  `  "rule": ${canonicalDocument(ledger.rule)}`,
  rows("policies", documents(ledger.policies)),
  rows("epochs", documents(ledger.epochs)),
  rows("keys", documents(ledger.keys)),
  rows("checkpoints", documents(ledger.checkpoints)),
  rows(
    "lines",
    ledger.lines.map((line) => canonicalJson({ ...line })),
  ),
].join(",\n")}
}
`;
};

/** The small file that someone keeps of a referral. */
export const receiptText = (receipt: ReceiptFile): string => indented(receipt);

/** The file of checkpoints that a witness keeps. */
export const checkpointsText = (file: CheckpointsFile): string => indented(file);

/** Members in order, so that the bytes are the same every time. */
const indented = (value: unknown): string =>
  `${JSON.stringify(JSON.parse(canonicalDocument(value)), null, 2)}\n`;
