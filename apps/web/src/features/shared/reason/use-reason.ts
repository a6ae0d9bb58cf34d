import { useState } from "react";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { reasons, type ReasonWords } from "../../../messages/en/reason.ts";

/** The one check of a reason before it is sent: where it is needed, somebody has to have given one. */
export const reasonFaults = (
  reason: string,
  { missing }: ReasonWords = reasons.correction,
  name = "reason",
): readonly FieldFault[] =>
  missing === undefined || reason.trim() !== "" ? [] : [{ name, message: missing }];

/** A reason that is being typed: spread it into `ReasonField`, send `text`, and nothing while there are `faults`. */
export function useReason(words: ReasonWords = reasons.correction, name = "reason") {
  const [value, onChange] = useState("");
  const faults = reasonFaults(value, words, name);
  return { name, words, value, onChange, text: value.trim(), faults };
}
