import { expect, test } from "vitest";
import { hashToken, invitationToken, isSameToken, seal, unseal } from "./tokens.ts";

const SECRET = "a secret of this deployment, long enough";

test("an invitation's token follows from its id and the secret, and from nothing less", () => {
  const token = invitationToken(SECRET, "one");
  expect(invitationToken(SECRET, "one")).toBe(token);
  expect(invitationToken(SECRET, "two")).not.toBe(token);
  expect(invitationToken(`${SECRET}!`, "one")).not.toBe(token);
  expect(hashToken(token)).not.toContain(token);
});

test("tokens are compared whole", () => {
  expect(isSameToken("abc", "abc")).toBe(true);
  expect(isSameToken("abc", "abcd")).toBe(false);
  expect(isSameToken("", "abcd")).toBe(false);
});

test("what was sealed opens with the same secret and purpose only, and never after a change", () => {
  const sealed = seal(SECRET, "mail", "token ñ");
  expect(unseal(SECRET, "mail", sealed)).toBe("token ñ");
  expect(sealed).not.toBe(seal(SECRET, "mail", "token ñ"));
  expect(() => unseal(`${SECRET}!`, "mail", sealed)).toThrow();
  expect(() => unseal(SECRET, "other", sealed)).toThrow();
  const bytes = Buffer.from(sealed, "base64url");
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  expect(() => unseal(SECRET, "mail", bytes.toString("base64url"))).toThrow();
});
