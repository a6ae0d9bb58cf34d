import { isIdentifiedAtReferral, type Mark } from "@kinward/domain/people";
import type { PersonId, PlainDate } from "@kinward/domain/kernel";
import type { CaseFact, CaseMarks, Identity, RecordedFact, Source } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
import { timesPer } from "@kinward/wording/en/marks";
import { marks as words } from "../../../messages/en/marks.ts";
import { stateName } from "../../../messages/en/states.ts";

/** What texts about facts need to know. */
export interface Reader {
  readonly today: string;
  readonly timeZone: string;
  readonly nameOf: (id: PersonId) => string;
  /** Whose page it is: a relationship reads from there. */
  readonly of?: PersonId | undefined;
  /** Effective date of the services that run or ran last. */
  readonly effectiveDate?: PlainDate | undefined;
}

const text = words.text;
export const capital = (value: string): string => value.charAt(0).toUpperCase() + value.slice(1);
const lower = (value: string): string => value.charAt(0).toLowerCase() + value.slice(1);
const day = (date: string, { today }: Pick<Reader, "today">) =>
  dates.date(date, { today, style: "day" });

/** The name of a fact in one line, without its dates. */
export function factTitle(fact: CaseFact, reader: Reader): string {
  switch (fact.kind) {
    case "BASIS":
      return fact.siblingKind === undefined
        ? labels.basis[fact.basis]
        : labels.siblingKind[fact.siblingKind];
    case "PURPOSE":
      return labels.purpose[fact.purpose];
    case "RIGHTS":
      return fact.childId === undefined
        ? text.rightsToAll
        : text.rightsTo(reader.nameOf(fact.childId));
    case "RELATIONSHIP": {
      const relation =
        fact.siblingKind === undefined
          ? labels.relationship[fact.relation]
          : labels.siblingKind[fact.siblingKind];
      return reader.of === fact.otherPersonId
        ? text.has(reader.nameOf(fact.personId), lower(relation))
        : text.of(relation, reader.nameOf(fact.otherPersonId));
    }
    case "FREQUENCY":
      return `${capital(timesPer(fact.times, fact.per))}, ${lower(labels.frequencySource[fact.source])}`;
    case "LIVING":
      return [labels.setting[fact.setting], fact.state === "IA" ? undefined : stateName(fact.state)]
        .filter(Boolean)
        .join(", ");
    case "MEMBER":
      return labels.memberRole[fact.role];
  }
}

const periodOf = (fact: CaseFact, reader: Reader): readonly (string | undefined)[] => {
  if (fact.kind === "RIGHTS") return [text.on(day(fact.on, reader))];
  const since =
    fact.kind === "BASIS" && fact.basis === "CINA"
      ? text.order
      : fact.kind === "BASIS" && fact.basis === "ABUSE_VICTIM"
        ? text.finding
        : text.since;
  return [
    fact.from === undefined ? undefined : since(day(fact.from, reader)),
    fact.to === undefined ? undefined : text.until(day(fact.to, reader)),
  ];
};

/** Dates and answers of a fact, in one line. */
export function factDetail(fact: CaseFact, reader: Reader): string {
  const more: (string | undefined)[] = [];
  if (fact.kind === "BASIS") {
    if (fact.meetsOpeningCriteria !== undefined)
      more.push(fact.meetsOpeningCriteria ? text.meets : text.meetsNot);
    if (fact.caretakerKind !== undefined)
      more.push(lower(labels.caretakerKind[fact.caretakerKind]));
  }
  if (fact.kind === "RELATIONSHIP" && fact.parentKind !== undefined)
    more.push(lower(words.parentKind[fact.parentKind]));
  if (fact.kind === "FREQUENCY" && fact.approvedOn !== undefined)
    more.push(text.approved(day(fact.approvedOn, reader)));
  if (fact.kind === "LIVING") more.push(fact.address);
  return capital(
    [...periodOf(fact, reader), ...more].filter((part) => part !== undefined).join(", "),
  );
}

/** What somebody reading the fact should know about it. */
export function factNote(fact: CaseFact, reader: Reader): string | undefined {
  if (fact.kind === "LIVING" && !fact.confirmed) return text.unconfirmed;
  if (fact.kind !== "BASIS" || reader.effectiveDate === undefined) return undefined;
  return isIdentifiedAtReferral(fact, reader.effectiveDate) === false ? text.later : undefined;
}

/** "Recorded by Dana Ruiz, Linn County, Nov 20, 9:41 am." */
export function sourceText(
  source: Source,
  { today, timeZone }: Pick<Reader, "today" | "timeZone">,
): string {
  const moment = dates.moment(source.at, timeZone, { today });
  return source.by === undefined
    ? words.source.at(moment)
    : words.source.by(source.by, source.organizationName ?? "", moment);
}

/** What a fact said before it was corrected or ended, newest first. */
export const formerTexts = (entry: RecordedFact, reader: Reader): readonly string[] =>
  entry.former.map(({ fact, source }) =>
    [factTitle(fact, reader), factDetail(fact, reader), sourceText(source, reader)]
      .filter((part) => part !== "")
      .join(". "),
  );

const endOf = (fact: CaseFact): string => (fact.kind === "RIGHTS" ? "9999" : (fact.to ?? "9999"));
const startOf = (fact: CaseFact): string => (fact.kind === "RIGHTS" ? fact.on : (fact.from ?? ""));

/** Facts of one kind about one person, what holds now first. Relationships are found from both ends. */
export function factsAbout<K extends CaseFact["kind"]>(
  { facts }: Pick<CaseMarks, "facts">,
  kind: K,
  personId: PersonId | undefined,
): readonly RecordedFact<Extract<CaseFact, { kind: K }>>[] {
  return facts
    .filter(
      ({ fact }) =>
        fact.kind === kind &&
        (fact.personId === personId ||
          (fact.kind === "RELATIONSHIP" && fact.otherPersonId === personId) ||
          (fact.kind === "RIGHTS" && fact.childId === personId)),
    )
    .toSorted(({ fact: a }, { fact: b }) =>
      endOf(a) === endOf(b)
        ? startOf(b).localeCompare(startOf(a))
        : endOf(b).localeCompare(endOf(a)),
    ) as unknown as readonly RecordedFact<Extract<CaseFact, { kind: K }>>[];
}

export const isMark = (fact: CaseFact): fact is Mark =>
  fact.kind !== "LIVING" && fact.kind !== "MEMBER";

export const canEnd = (mark: Mark, today: string): boolean =>
  mark.kind !== "RIGHTS" && (mark.to === undefined || mark.to > today);

const nameParts = ({ given, middle, family, suffix }: Identity["name"]): string =>
  [given, middle, family, suffix].filter(Boolean).join(" ");

/** Who someone is, as labels and values. */
export function identityFacts(
  identity: Identity,
  reader: Reader,
): readonly { readonly label: string; readonly value: string }[] {
  const { person } = words;
  const born = identity.birthDate === undefined ? undefined : day(identity.birthDate, reader);
  return [
    { label: person.names, value: nameParts(identity.name) || (identity.name.preferred ?? "") },
    {
      label: person.otherNames,
      value: dates.list([
        ...(identity.name.preferred === undefined ? [] : [identity.name.preferred]),
        ...identity.otherNames.map(nameParts),
      ]),
    },
    {
      label: person.born,
      value:
        born === undefined
          ? person.unknown
          : identity.birthDateKind === "ESTIMATED"
            ? person.estimated(born)
            : identity.birthDateKind === "EXPECTED"
              ? person.expected(born)
              : born,
    },
    {
      label: person.died,
      value: identity.deceasedOn === undefined ? "" : day(identity.deceasedOn, reader),
    },
    { label: person.sex, value: identity.sex === undefined ? "" : person.sexes[identity.sex] },
  ].filter((fact) => fact.value !== "");
}
