import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { isLongEnough } from "../shared/account.ts";
import { invitation as m } from "./messages.ts";

export interface AcceptValues {
  password: string;
  again: string;
}

export function checkAccept({ password, again }: AcceptValues): readonly FieldFault[] {
  if (password === "") return [{ name: "password", message: m.passwordMissing }];
  if (!isLongEnough(password)) return [{ name: "password", message: m.passwordShort }];
  if (again === "") return [{ name: "again", message: m.againMissing }];
  return again === password ? [] : [{ name: "again", message: m.different }];
}

/** The token of an invitation link. It stands in the fragment, which browsers never send to a server. */
export const tokenOf = (hash: string): string => decodeURIComponent(hash.replace(/^#/, ""));
