import type { DraftDifference } from "@kinward/domain/drafts";
import { labelOf } from "@kinward/wording";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
import { contacts as words } from "../../messages/en/contacts.ts";
import type { AnswerText } from "../shared/drafts/compare.ts";

/** What the answers of a contact name by their ids. */
export interface ContactNames {
  readonly today: string;
  readonly people: readonly { readonly personId: string; readonly name: string }[];
  readonly cases: readonly { readonly caseId: string; readonly familyName: string }[];
}

/** An answer of the form as it is asked and said there. */
export function answerOf(
  { path: [field = ""] }: DraftDifference,
  { today, people, cases }: ContactNames,
): AnswerText {
  const text = (label: string, addsUp = false) => ({ label, say: String, addsUp });
  const code = (label: string, names: Readonly<Record<string, string>>) => ({
    label,
    say: (value: unknown) => labelOf(names, String(value)),
  });
  switch (field) {
    case "caseId":
      return {
        label: words.family,
        say: (id) => cases.find((one) => one.caseId === id)?.familyName ?? "",
      };
    case "date":
      return { label: words.date, say: (on) => dates.date(String(on), { today, style: "day" }) };
    case "with":
      return {
        label: words.who,
        say: (ids) =>
          dates.list(
            people
              .filter((one) => (ids as readonly string[]).includes(one.personId))
              .map((one) => one.name),
          ),
        addsUp: true,
      };
    case "mode":
      return code(words.mode, labels.mode);
    case "place":
      return code(words.place, labels.place);
    case "interpreter":
      return code(words.interpreter, labels.interpreterUse);
    case "joint":
      return code(words.joint, words.jointAnswers);
    case "start":
      return text(words.start);
    case "end":
      return text(words.end);
    case "notes":
      return text(words.notes, true);
    case "jointNote":
      return text(words.jointNote, true);
    case "reason":
      return text(words.reason, true);
    default:
      return text(field);
  }
}
