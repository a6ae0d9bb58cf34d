import { type PlainDate, plainDate } from "../kernel/plain-date.ts";
import type { Json, WorkedCase } from "./checker.ts";
import { type Comparison, textOf } from "./compare.ts";

/** Judges one expected block of a contact case. */
export type Block = (comparison: Comparison, expected: Json, workedCase: WorkedCase) => void;

/** A date that the worked case must name; throws where it is none, since the document is then no worked case. */
export const date = (value: Json | undefined): PlainDate => plainDate(textOf(value) ?? "");
