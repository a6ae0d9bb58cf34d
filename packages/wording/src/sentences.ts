import type { Refusal, Warning } from "@kinward/domain/kernel";
import type { CodeWords } from "./types.ts";

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
export const invalidText = (codes: CodeWords, message: string): string =>
  message in codes.invalid
    ? codes.invalid[message as keyof CodeWords["invalid"]]
    : codes.invalid.OTHER;
