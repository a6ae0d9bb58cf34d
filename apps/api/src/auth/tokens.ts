import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";

/** What the database keeps of a one-time token. */
export const hashToken = (token: string): string =>
  createHash("sha256").update(token).digest("base64url");

/**
 * The token of an invitation, made from its id and the deployment's secret: it can be shown again to the administrator
 * while the invitation is open, and the database holds nothing by which it could be used.
 */
export const invitationToken = (secret: string, invitationId: string): string =>
  createHmac("sha256", keyFor(secret, "invitation")).update(invitationId).digest("base64url");

/** Comparison that takes equally long however much is right. */
export function isSameToken(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((token) => createHash("sha256").update(token).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

/** What the first administrator has to know, printed at start while there is none; the same in every process. */
export const setupTokenOf = (secret: string): string =>
  createHmac("sha256", keyFor(secret, "setup"))
    .update("first administrator")
    .digest("base64url")
    .slice(0, 32);

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Keeps a secret for a while in the database: unreadable without the deployment's secret. */
export function seal(secret: string, purpose: string, plain: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, keyFor(secret, purpose), nonce);
  const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** @throws when the text was sealed with another secret or purpose, or was changed. */
export function unseal(secret: string, purpose: string, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv(
    ALGORITHM,
    keyFor(secret, purpose),
    bytes.subarray(0, NONCE_BYTES),
  );
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([
    decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)),
    decipher.final(),
  ]).toString("utf8");
}

/** One key for each purpose, so that nothing made for one is taken for another. */
const keyFor = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "kinward", purpose, 32));
