import { account as words } from "../../messages/en/account.ts";

/** What the account routes answered, in words; `wrong` is said where the entries were not right. */
export function authProblem(code: string, wrong: string): string {
  switch (code) {
    case "TOO_MANY_ATTEMPTS":
      return words.tooMany;
    case "OFFLINE":
      return words.offline;
    case "BUG":
    case "UNKNOWN":
      return words.unknown;
    default:
      return wrong;
  }
}

export const MIN_PASSWORD = 12;

export function passwordFaults(
  password: string,
  again: string,
): readonly { name: string; message: string }[] {
  if (password.length < MIN_PASSWORD) return [{ name: "password", message: words.reset.tooShort }];
  return password === again ? [] : [{ name: "again", message: words.reset.different }];
}

/** The key inside `otpauth://totp/...?secret=...`, in groups of four that can be typed. */
export const secretOf = (uri: string): string =>
  (new URL(uri).searchParams.get("secret") ?? "").replaceAll(/(.{4})(?=.)/gu, "$1 ");

/** Tokens stand behind the #, so that no server log and no referrer ever holds one. */
export const tokenOf = (location: Pick<Location, "hash" | "search">): string =>
  decodeURIComponent(location.hash.replace(/^#(token=)?/u, "")) ||
  (new URLSearchParams(location.search).get("token") ?? "");
