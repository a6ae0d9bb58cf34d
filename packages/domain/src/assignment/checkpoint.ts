import type { ContractAreaId } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { canonicalJson, GENESIS_HASH, type Sha256 } from "./chain.ts";

/**
 * The end of an area's ledger on a day, signed, version 1: final. Whoever keeps one can show later that the lines up to
 * it are those of that day. Strings and integers only, as in a line.
 */
export interface Checkpoint {
  readonly v: 1;
  readonly area: ContractAreaId;
  /** The day on which it was signed, in the agency's zone. */
  readonly day: PlainDate;
  /** The newest line of that moment, and its hash. */
  readonly seq: number;
  readonly hash: string;
  /** Hash of the epochs and settings that the lines up to `seq` refer to (`termsText`). */
  readonly terms: string;
  /** Id of the key that signed it. */
  readonly key: string;
  /** Hash of the checkpoint before; 64 zeros at the first. */
  readonly prev: string;
  /** Ed25519 signature of `signedText`, base64. */
  readonly signature: string;
}

export type CheckpointDraft = Omit<Checkpoint, "signature">;

/** A public key with the days on which it signs. */
export interface LedgerKey {
  /** SHA-256 of `publicKey` as 64 hexadecimal digits. */
  readonly id: string;
  /** SubjectPublicKeyInfo (DER) in base64: what stands between the two lines of a PEM file. */
  readonly publicKey: string;
  readonly from: PlainDate;
  /** The last day: on it the next key began. Absent: it signs still. */
  readonly to?: PlainDate;
  /** What it signed on this day or later is not to be believed: it may have come into other hands. */
  readonly revokedFrom?: PlainDate;
}

/** Whether a signature (base64) of a text (UTF-8) is that of a key (`LedgerKey.publicKey`): a port; false, never an error. */
export type VerifySignature = (publicKey: string, text: string, signature: string) => boolean;

/** Signs a text (UTF-8) by Ed25519 and gives the signature in base64: a port. */
export type Sign = (text: string) => string;

export const ledgerKeyId = (publicKey: string, sha256: Sha256): string => sha256(publicKey);

/** The text of a checkpoint that is signed: `canonicalJson` of all its fields but `signature`. */
export const signedText = (checkpoint: CheckpointDraft | Checkpoint): string => {
  const { signature: _, ...rest } = checkpoint as Checkpoint;
  return canonicalJson({ ...rest });
};

/** What the next checkpoint of the area has in `prev`. */
export const checkpointHash = (checkpoint: CheckpointDraft | Checkpoint, sha256: Sha256): string =>
  sha256(signedText(checkpoint));

/** Signs the end of a ledger after the newest checkpoint of its area. */
export const signCheckpoint = (
  head: Omit<CheckpointDraft, "v" | "prev">,
  before: Checkpoint | undefined,
  sha256: Sha256,
  sign: Sign,
): Checkpoint => {
  const draft: CheckpointDraft = {
    v: 1,
    ...head,
    prev: before === undefined ? GENESIS_HASH : checkpointHash(before, sha256),
  };
  return { ...draft, signature: sign(signedText(draft)) };
};

/** Whether the end of a ledger needs a checkpoint: it has a new line, or another key signs from now on. */
export const needsCheckpoint = (
  head: Pick<Checkpoint, "seq" | "key">,
  newest: Pick<Checkpoint, "seq" | "key"> | undefined,
): boolean =>
  head.seq > 0 && (newest === undefined || newest.seq !== head.seq || newest.key !== head.key);

/** The key of an id that may have signed on a day. */
export const findKeyOn = (
  keys: readonly LedgerKey[],
  id: string,
  day: PlainDate,
): LedgerKey | undefined =>
  keys.find(
    (key) =>
      key.id === id &&
      key.from <= day &&
      (key.to === undefined || day <= key.to) &&
      (key.revokedFrom === undefined || day < key.revokedFrom),
  );
