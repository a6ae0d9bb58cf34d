import type { BirthDatePreview, Identity } from "@kinward/domain/views";
import type { BirthDateKind, CorrectPerson, PersonName, Sex } from "@kinward/domain/people";
import type { PlainDate } from "@kinward/domain/kernel";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { labelOf } from "@kinward/wording";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
import type { Failure } from "../../../api/failure.ts";
import { identity as words } from "../../../messages/en/identity.ts";
import { marks } from "../../../messages/en/marks.ts";
import { faultsOfFailure } from "../../shared/faults.ts";
import { reasonFaults } from "../../shared/reason/use-reason.ts";
import { dutyTitle } from "../present.ts";

/** Who someone is, as the form shows it. An empty text is not known. */
export interface IdentityValues {
  readonly given: string;
  readonly middle: string;
  readonly family: string;
  readonly suffix: string;
  readonly preferred: string;
  readonly otherNames: readonly PersonName[];
  readonly birthDate: string | undefined;
  readonly birthDateKind: BirthDateKind | undefined;
  readonly sex: Sex | "UNKNOWN";
  readonly languages: readonly string[];
}
export type IdentityField = keyof IdentityValues;
export const IDENTITY_FIELDS = [
  "given",
  "middle",
  "family",
  "suffix",
  "preferred",
  "otherNames",
  "birthDate",
  "birthDateKind",
  "sex",
  "languages",
] as const satisfies readonly IdentityField[];

export const valuesOfIdentity = (recorded: Identity): IdentityValues => ({
  given: recorded.name.given ?? "",
  middle: recorded.name.middle ?? "",
  family: recorded.name.family ?? "",
  suffix: recorded.name.suffix ?? "",
  preferred: recorded.name.preferred ?? "",
  otherNames: recorded.otherNames,
  birthDate: recorded.birthDate,
  // Recorded before anybody asked how exact it is: exact.
  birthDateKind: recorded.birthDate === undefined ? undefined : (recorded.birthDateKind ?? "EXACT"),
  sex: recorded.sex ?? "UNKNOWN",
  languages: recorded.languages,
});

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export const isSame = (a: IdentityValues, b: IdentityValues): boolean =>
  IDENTITY_FIELDS.every((field) => same(a[field], b[field]));

/**
 * The form after somebody else changed the record: answers that were not touched follow, those that were typed stay.
 * @param before what was recorded when the form was filled in
 */
export function rebased(
  typed: IdentityValues,
  before: IdentityValues,
  now: IdentityValues,
): IdentityValues {
  const followed = Object.fromEntries(
    IDENTITY_FIELDS.map((field) => [
      field,
      same(typed[field], before[field]) ? now[field] : typed[field],
    ]),
  );
  return followed as unknown as IdentityValues;
}

/** What is recorded now of the fields that both changed, in words; of the others nothing. */
export function bothChanged(
  typed: IdentityValues,
  before: IdentityValues,
  now: IdentityValues,
  today: string,
): Readonly<Partial<Record<IdentityField, string>>> {
  const both = IDENTITY_FIELDS.filter(
    (field) =>
      !same(now[field], before[field]) &&
      !same(typed[field], now[field]) &&
      !same(typed[field], before[field]),
  );
  return Object.fromEntries(both.map((field) => [field, words.now(valueText(now, field, today))]));
}

const nameText = ({ given, middle, preferred, family, suffix }: PersonName): string =>
  [given, middle, preferred, family, suffix].filter(Boolean).join(" ");

function valueText(values: IdentityValues, field: IdentityField, today: string): string {
  const said = (): string => {
    switch (field) {
      case "otherNames":
        return dates.list(values.otherNames.map(nameText));
      case "birthDate":
        return values.birthDate === undefined
          ? ""
          : dates.date(values.birthDate, { today, style: "day" });
      case "birthDateKind":
        return values.birthDateKind === undefined ? "" : labels.birthDateKind[values.birthDateKind];
      case "sex":
        return values.sex === "UNKNOWN" ? words.notRecorded : marks.person.sexes[values.sex];
      case "languages":
        return dates.list(values.languages.map((code) => labelOf(labels.language, code)));
      default:
        return values[field];
    }
  };
  return said() || words.nothing;
}

/** What has to be answered before anything is asked of the server. */
export const identityFaults = (values: IdentityValues, reason: string): readonly FieldFault[] => [
  ...([values.given, values.family, values.preferred].every((part) => part.trim() === "")
    ? [{ name: "given", message: words.enter.given }]
    : []),
  ...(values.birthDate !== undefined && values.birthDateKind === undefined
    ? [{ name: "birthDateKind", message: words.enter.birthDateKind }]
    : []),
  ...reasonFaults(reason),
];

const FIELDS = [...IDENTITY_FIELDS, "reason"];

/** What the server refused, at its fields; a birth date is told of the day that it contradicts. */
export function refusedFaults(failure: Failure, today: string): readonly FieldFault[] {
  const born =
    failure.kind === "REFUSED"
      ? failure.refusals.find(({ code }) => code === "DATE_BEFORE_BIRTH")?.params?.["on"]
      : undefined;
  return faultsOfFailure(failure, [...FIELDS, ...FIELDS.map((name) => `details.${name}`)]).map(
    (fault) => {
      const name = fault.name?.replace("details.", "");
      return name === "birthDate" && typeof born === "string"
        ? { name, message: words.bornAfter(dates.date(born, { today, style: "day" })) }
        : { ...fault, name };
    },
  );
}

/** The details that are sent: the record as it should read, whole. */
export function detailsOf(values: IdentityValues): CorrectPerson["details"] {
  const { birthDate, birthDateKind, sex, languages } = values;
  return {
    ...namedParts(values),
    otherNames: values.otherNames.map(namedParts).filter((name) => Object.keys(name).length > 0),
    ...(birthDate !== undefined && {
      birthDate: birthDate as PlainDate,
      ...(birthDateKind && { birthDateKind }),
    }),
    ...(sex !== "UNKNOWN" && { sex }),
    languages: [...languages],
  };
}

const PARTS = ["given", "middle", "family", "suffix", "preferred"] as const;
const namedParts = (name: PersonName): PersonName =>
  Object.fromEntries(
    PARTS.flatMap((part) => {
      const text = name[part]?.trim() ?? "";
      return text === "" ? [] : [[part, text]];
    }),
  );

/** What a corrected birth date moves, line by line. */
export function movesText(
  { ofAge, changes, otherCases }: BirthDatePreview,
  today: string,
): readonly string[] {
  const { moves } = words;
  const day = (on: string | undefined) =>
    on === undefined ? "" : dates.date(on, { today, style: "day" });
  const age =
    ofAge.before === ofAge.after
      ? []
      : [
          ofAge.after === undefined
            ? moves.ofAgeUnknown(day(ofAge.before))
            : moves.ofAge(day(ofAge.after), day(ofAge.before)),
        ];
  const lines = changes.flatMap(({ before, after }) => {
    const duty = after ?? before;
    if (duty === undefined) return [];
    const what = dutyTitle(duty);
    const ended = after === undefined || after.cancelledOn !== undefined;
    const stood = before !== undefined && before.cancelledOn === undefined;
    if (ended) return stood ? [moves.ends(what, day(before.dueOn))] : [];
    if (!stood) return [moves.starts(what, day(after.dueOn))];
    return [
      before.dueOn !== after.dueOn && before.dueOn !== undefined && after.dueOn !== undefined
        ? moves.due(what, day(after.dueOn), day(before.dueOn))
        : moves.other(what),
    ];
  });
  const all = [...age, ...new Set(lines)];
  return [
    ...(all.length === 0 ? [moves.none] : all),
    ...(otherCases > 0 ? [moves.otherCases(otherCases)] : []),
  ];
}
