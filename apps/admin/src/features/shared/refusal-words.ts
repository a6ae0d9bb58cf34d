import type { Refusal } from "@kinward/domain/kernel";
import { invalidText, refusalText } from "@kinward/wording";
import { codeWords } from "./words.ts";

export const refusalWords = (refusal: Refusal): string => refusalText(codeWords, refusal);
/** What the schema of an input found, by its code. */
export const invalidWords = (message: string): string => invalidText(codeWords, message);
