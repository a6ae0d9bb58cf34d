import type { PersonView } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
import { caseWords as words } from "../../messages/en/case.ts";

const day = (iso: string, today: string) => dates.date(iso, { today, style: "day" });

/** "Child, 9 years, born Mar 4, 2017". */
export function personDetail(person: PersonView, today: string): string {
  const parts: (string | undefined)[] = [labels.memberRole[person.role]];
  if (person.age !== undefined) parts.push(words.people.age(person.age));
  if (person.birthDate !== undefined)
    parts.push(
      person.birthDateKind === "EXPECTED"
        ? words.people.expected(day(person.birthDate, today))
        : words.people.born(day(person.birthDate, today)),
      person.birthDateKind === "ESTIMATED" ? words.people.estimated : undefined,
    );
  if (person.deceasedOn !== undefined) parts.push(words.people.died(day(person.deceasedOn, today)));
  return parts.filter((part) => part !== undefined).join(", ");
}

export const basisText = (person: PersonView, today: string): readonly string[] =>
  person.bases.map((basis) =>
    [
      basis.siblingKind === undefined
        ? labels.basis[basis.basis]
        : labels.siblingKind[basis.siblingKind],
      basis.caretakerKind === undefined
        ? undefined
        : labels.caretakerKind[basis.caretakerKind].toLowerCase(),
      basis.from === undefined ? undefined : words.people.since(day(basis.from, today)),
      basis.to === undefined ? undefined : words.people.left(day(basis.to, today)),
      basis.meetsOpeningCriteria ? words.people.openingCriteria : undefined,
    ]
      .filter((part) => part !== undefined)
      .join(", "),
  );

export const livingText = (
  living: {
    readonly setting: PersonView["livingHistory"][number]["setting"];
    readonly state: string;
    readonly from?: string;
    readonly to?: string;
  },
  today: string,
): string =>
  [
    labels.setting[living.setting],
    living.state === "IA" ? undefined : living.state,
    living.from === undefined ? undefined : words.people.since(day(living.from, today)),
    living.to === undefined ? undefined : words.people.left(day(living.to, today)),
  ]
    .filter((part) => part !== undefined)
    .join(", ");
