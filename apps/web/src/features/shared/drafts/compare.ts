import type { Choice } from "@kinward/ui/RadioGroup";
import { canKeepBoth, type DraftChoice, type DraftDifference } from "@kinward/domain/drafts";
import { compare as words } from "../../../messages/en/compare.ts";

/** How a form speaks of one of its answers. */
export interface AnswerText {
  readonly label: string;
  say(value: unknown): string;
  /** Said where there is no answer, if not the usual words. */
  readonly nothing?: string;
  /** Free text, or a list to which both may add. */
  readonly addsUp?: boolean;
}

/** The name of an answer among the fields of the comparison. */
export const nameOf = ({ path }: DraftDifference): string => path.join(".");

/** What can go on of an answer, each with what it says. */
export const choicesOf = (
  difference: DraftDifference,
  { say, nothing = words.nothing, addsUp = false }: AnswerText,
): readonly Choice<DraftChoice>[] => {
  const said = (value: unknown) => (value === undefined ? nothing : say(value));
  return [
    { id: "HERE", label: words.here, detail: said(difference.here) },
    { id: "THERE", label: words.there, detail: said(difference.there) },
    ...(addsUp && canKeepBoth(difference) ? [{ id: "BOTH" as const, label: words.both }] : []),
  ];
};
