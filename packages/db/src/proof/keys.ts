import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import type { Sign, VerifySignature } from "@kinward/domain/assignment";

/** The key by which this deployment signs the ends of its ledgers. */
export interface LedgerSigner {
  /** SubjectPublicKeyInfo (DER) in base64. */
  readonly publicKey: string;
  readonly sign: Sign;
}

/**
 * Reads an Ed25519 private key (PKCS8, PEM).
 * @throws Error when it is none
 */
export function ledgerSigner(pem: string): LedgerSigner {
  // An environment variable of one line has its line breaks written out.
  const key = createPrivateKey(pem.replaceAll("\\n", "\n"));
  if (key.asymmetricKeyType !== "ed25519") throw new Error("not an Ed25519 key");
  return signerOf(key);
}

const signerOf = (key: KeyObject): LedgerSigner => ({
  publicKey: publicKeyOf(createPublicKey(key)),
  sign: (text) => sign(null, Buffer.from(text, "utf8"), key).toString("base64"),
});

const publicKeyOf = (key: KeyObject): string =>
  key.export({ type: "spki", format: "der" }).toString("base64");

/** A new private key as PEM. */
export const newLedgerKey = (): string =>
  String(generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }));

/** PKCS8 of Ed25519 up to the 32 bytes of the key itself (RFC 8410). */
const PKCS8_HEAD = "302e020100300506032b657004220420";

/** The key of developers' machines and tests: known to everyone who reads this. */
export const developmentSigner = (): LedgerSigner => {
  const seed = createHash("sha256").update("kinward development ledger key").digest("hex");
  return signerOf(
    createPrivateKey({ key: Buffer.from(PKCS8_HEAD + seed, "hex"), format: "der", type: "pkcs8" }),
  );
};

/** A public key from a file: PEM, or its base64 alone. Undefined when it is no Ed25519 key. */
export function readPublicKey(text: string): string | undefined {
  try {
    const key = text.includes("-----BEGIN")
      ? createPublicKey(text)
      : createPublicKey({ key: Buffer.from(text.trim(), "base64"), format: "der", type: "spki" });
    return key.asymmetricKeyType === "ed25519" ? publicKeyOf(key) : undefined;
  } catch {
    return undefined;
  }
}

/** As PEM, for whoever keeps it. */
export const publicKeyPem = (publicKey: string): string =>
  `-----BEGIN PUBLIC KEY-----\n${publicKey}\n-----END PUBLIC KEY-----\n`;

const known = new Map<string, KeyObject | undefined>();

/** The port of the domain, with keys read once. */
export const verifySignature: VerifySignature = (publicKey, text, signature) => {
  if (!known.has(publicKey)) known.set(publicKey, keyObject(publicKey));
  const key = known.get(publicKey);
  return (
    key !== undefined &&
    verify(null, Buffer.from(text, "utf8"), key, Buffer.from(signature, "base64"))
  );
};

function keyObject(publicKey: string): KeyObject | undefined {
  try {
    const key = createPublicKey({
      key: Buffer.from(publicKey, "base64"),
      format: "der",
      type: "spki",
    });
    return key.asymmetricKeyType === "ed25519" ? key : undefined;
  } catch {
    return undefined;
  }
}
