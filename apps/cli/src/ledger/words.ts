import type { PublishedFault, PublishedVerdict } from "@kinward/domain/assignment";

type Code = PublishedFault["code"];
/** The kinds of fault that may have a code; `Extract` would miss those that share a shape. */
type Of<C extends Code, F = PublishedFault> = F extends { readonly code: infer K }
  ? C extends K
    ? F
    : never
  : never;

const whose = ({ day, of }: Of<"CHECKPOINT_LINE">): string =>
  of === "WITNESS" ? `the checkpoint of ${day} that was kept` : `the checkpoint of ${day}`;

/** One sentence about each kind of fault. */
const SENTENCES: { readonly [C in Code]: (fault: Of<C>) => string } = {
  CHAIN_VERSION: () => "It has another version than 1.",
  CHAIN_AREA: () => "It belongs to another area.",
  CHAIN_SEQUENCE: ({ line }) =>
    `It stands in place ${line}: a line is missing, was added or was moved.`,
  CHAIN_PREV: () => "It does not stand on the line before it: that line was changed or exchanged.",
  CHAIN_HASH: () => "Its fields do not give its hash: it was changed.",
  CHAIN_SHAPE: () => "It has fields that a line does not have.",
  TIME: () => "It is not later than the line before it.",
  POLICY_MISSING: ({ policyNumber }) =>
    `It was decided by policy ${policyNumber}, which the document does not have.`,
  EPOCHS: () => "Its epoch is missing in the document, or the epochs are not in order.",
  REPLAY: ({ field, expected, found }) =>
    `The published rule gives another ${field}: ${expected}, not ${found}.`,
  CHECKPOINT_AREA: (fault) => `${capital(whose(asLine(fault)))} is of another area.`,
  CHECKPOINT_ORDER: ({ day }) =>
    `The checkpoint of ${day} does not stand on the one before it: one is missing or was changed.`,
  CHECKPOINT_KEY: (fault) =>
    `No known key may have signed ${whose(asLine(fault))}: the key is missing, was not yet or no longer in use, or was revoked.`,
  CHECKPOINT_SIGNATURE: (fault) => `The signature of ${whose(asLine(fault))} is wrong.`,
  CHECKPOINT_TERMS: (fault) =>
    `Epochs or settings up to it are not those that ${whose(asLine(fault))} signs.`,
  CHECKPOINT_MISSING: ({ day }) => `The checkpoint of ${day} that was kept is not in the document.`,
  CHECKPOINT_LINE: (fault) =>
    `It is not the line that ${whose(fault)} signs: the first change is in lines ${fault.since + 1} to ${fault.seq}.`,
  CHECKPOINT_CUT: (fault) =>
    `It is signed by ${whose(asLine(fault))}, but the document ends at line ${fault.lines}.`,
  RECEIPT_AREA: () => "The receipt is of another area.",
  RECEIPT_LINE: ({ seq }) =>
    `It is not the line of the receipt: the first change is in lines 1 to ${seq}.`,
  RECEIPT_CUT: ({ lines }) => `There is a receipt of it, but the document ends at line ${lines}.`,
  KEY_ID: ({ key }) => `The key ${short(key)} has another id than its own.`,
  KEY_NOT_TRUSTED: ({ key }) => `The key ${short(key)} is not one of those given by --key.`,
};

const asLine = (fault: Omit<Of<"CHECKPOINT_LINE">, "code" | "since"> & { readonly code: Code }) =>
  fault as Of<"CHECKPOINT_LINE">;
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
export const short = (hash: string): string => hash.slice(0, 12);

export const faultText = (fault: PublishedFault): string =>
  `line ${fault.seq}: ${(SENTENCES[fault.code] as (one: PublishedFault) => string)(fault)}`;

/** How a document was read and what it was compared with. */
export interface Compared {
  readonly given: "ALL" | "LINES";
  /** A public key was given by hand, so that only its holder can have signed. */
  readonly keyGiven: boolean;
}

/** The answer of `ledger verify`. */
export const verdictText = (name: string, verdict: PublishedVerdict, compared: Compared): string =>
  (verdict.faults.length > 0
    ? faultLines(name, verdict)
    : verifiedLines(name, verdict, compared)
  ).join("\n");

/** Further faults that are named; the rest follows from the same change most of the time. */
const MOST = 5;

const faultLines = (name: string, { faults, lines }: PublishedVerdict): readonly string[] => {
  const [first, ...others] = faults.map(faultText);
  const left = others.length - MOST;
  return [
    `NOT verified: ${name}, ${lines} lines`,
    `First bad ${first}`,
    ...others.slice(0, MOST).map((fault) => `  also ${fault}`),
    ...(left > 0 ? [`  and ${left} more`] : []),
  ];
};

const verifiedLines = (
  name: string,
  { lines, head, checkpoints, signedTo, witnesses, witnessedTo, choices }: PublishedVerdict,
  { given, keyGiven }: Compared,
): readonly string[] => {
  const covered = Math.max(witnessedTo, keyGiven ? signedTo : 0);
  return [
    `verified: ${name}, ${lines} lines, each standing on the one before it`,
    `  head: line ${lines}, ${head}`,
    ...(given === "LINES"
      ? ["  A table has no rule and no checkpoints: the choices were not computed again."]
      : [
          `  choices: ${choices} assignments computed again by the published rule`,
          checkpoints === 0
            ? "  checkpoints: none in the document"
            : `  checkpoints: ${checkpoints} in the document, signed up to line ${signedTo}${keyGiven ? ", by the key that was given" : ""}`,
        ]),
    ...(witnesses > 0
      ? [`  kept outside of this file: ${witnesses} compared, up to line ${witnessedTo}`]
      : []),
    ...(covered === 0
      ? [
          "  Compared with nothing that was kept outside of this file: add --checkpoint, --receipt or --key to find a ledger that was rewritten as a whole.",
        ]
      : covered < lines
        ? [`  Lines ${covered + 1} to ${lines} are not covered by what was kept.`]
        : []),
  ];
};
