import { PERSON_FIELDS, type PersonField } from "@kinward/domain/people";
import type { ComparedPerson, ConflictView, PersonComparison } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { persons } from "../../messages/en/persons.ts";

const words = persons.compare;

export interface ComparedField {
  readonly id: PersonField;
  readonly label: string;
  readonly values: readonly [string | undefined, string | undefined];
  /** `DIFFERS`: both say something else. `ONLY`: one of them knows it. */
  readonly state: "SAME" | "DIFFERS" | "ONLY";
}

/** A value as it is shown. */
export function valueText(
  person: ComparedPerson,
  field: PersonField,
  today: string,
): string | undefined {
  const value = person.fields[field];
  if (value === undefined) return undefined;
  if (field === "sex") return words.sex[value as keyof typeof words.sex] ?? value;
  if (field !== "birthDate" && field !== "deceasedOn") return value;
  const date = dates.date(value, { today, style: "day" });
  const kind = field === "birthDate" ? words.birthDateKind[person.birthDateKind ?? "EXACT"] : "";
  return kind === "" ? date : `${date}, ${kind}`;
}

/** The fields that either record knows, in the order of a form. */
export function comparedFields(
  { a, b, differing }: Pick<PersonComparison, "a" | "b" | "differing">,
  today: string,
): readonly ComparedField[] {
  return PERSON_FIELDS.flatMap((id) => {
    const values = [valueText(a, id, today), valueText(b, id, today)] as const;
    const known = values.filter((value) => value !== undefined).length;
    if (known === 0) return [];
    const state = known === 1 ? "ONLY" : differing.includes(id) ? "DIFFERS" : "SAME";
    return [{ id, label: words.field[id], values, state }];
  });
}

export const conflictText = (conflict: ConflictView): string =>
  [
    persons.caseOf(conflict.caseNumber),
    words.conflict[conflict.because](persons.kind[conflict.kind]),
    ...(conflict.from === undefined || conflict.to === undefined
      ? []
      : [dates.range(conflict.from, conflict.to)]),
  ].join(", ");
