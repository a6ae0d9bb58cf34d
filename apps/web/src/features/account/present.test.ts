import { expect, it } from "vitest";
import { account as words } from "../../messages/en/account.ts";
import { authProblem, passwordFaults, secretOf, tokenOf } from "./present.ts";

it("says the same for an unknown address and a wrong password, and something else for too many tries", () => {
  expect(authProblem("INVALID_EMAIL_OR_PASSWORD", words.signIn.wrong)).toBe(words.signIn.wrong);
  expect(authProblem("TOO_MANY_ATTEMPTS", words.signIn.wrong)).toBe(words.tooMany);
  expect(authProblem("OFFLINE", words.signIn.wrong)).toBe(words.offline);
});
it("wants a long password, twice the same", () => {
  expect(passwordFaults("short", "short")[0]?.name).toBe("password");
  expect(passwordFaults("long enough for us", "long enough for US")[0]?.name).toBe("again");
  expect(passwordFaults("long enough for us", "long enough for us")).toEqual([]);
});
it("shows the key of the authenticator so that it can be typed", () => {
  expect(secretOf("otpauth://totp/Kinward:a%40b.c?secret=ABCDEFGHIJ&issuer=Kinward")).toBe(
    "ABCD EFGH IJ",
  );
});
it("reads a token from behind the number sign first", () => {
  expect(tokenOf({ hash: "#abc", search: "" })).toBe("abc");
  expect(tokenOf({ hash: "#token=abc", search: "" })).toBe("abc");
  expect(tokenOf({ hash: "", search: "?token=def" })).toBe("def");
});
