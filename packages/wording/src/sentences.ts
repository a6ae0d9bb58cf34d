import type { Refusal, Warning } from "@kinward/domain/kernel";
import type { CodeWords, InvalidKind } from "./types.ts";

/** The sentence of a refusal in the language of `codes`. */
export const refusalText = (
  codes: CodeWords,
  { code, params }: Pick<Refusal, "code" | "params">,
): string => codes.refusal[code](params ?? {});

export const warningText = (
  codes: CodeWords,
  { code, params }: Pick<Warning, "code" | "params">,
): string => codes.warning[code](params ?? {});

/** What the schema of a form found, in words; messages of the schema library itself are never shown. */
export function invalidText(codes: CodeWords, message: string): string {
  const [code = "", most = ""] = message.split(":");
  if (code === "TOO_LONG") return codes.invalid.TOO_LONG(most);
  return code in codes.invalid ? codes.invalid[code as InvalidKind] : codes.invalid.OTHER;
}
