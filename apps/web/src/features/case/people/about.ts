import type { FieldFault } from "@kinward/ui/ErrorSummary";
import type { PlainDate } from "@kinward/domain/kernel";
import type { FamilyNeeds, Opening, OpeningBasis } from "@kinward/domain/people";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
import { about as words } from "../../../messages/en/about.ts";
import { reasonFaults } from "../../shared/reason/use-reason.ts";
import { languagesOf } from "../present.ts";

/** What stands in the form about a family's needs. */
export interface NeedsValues {
  readonly languages: readonly string[];
  readonly interpreter?: "YES" | "NO" | undefined;
  readonly notes: string;
  readonly reason: string;
  /** What was recorded when the answers were given, in words. */
  readonly seen: string;
}

export const valuesOfNeeds = (needs: FamilyNeeds): NeedsValues => ({
  languages: needs.languages,
  ...(needs.interpreterNeeded !== undefined && {
    interpreter: needs.interpreterNeeded ? "YES" : "NO",
  }),
  notes: needs.culturalNotes ?? "",
  reason: "",
  seen: needsText(needs),
});

export const needsOf = ({ languages, interpreter, notes }: NeedsValues): FamilyNeeds => ({
  languages,
  ...(interpreter !== undefined && { interpreterNeeded: interpreter === "YES" }),
  ...(notes.trim() !== "" && { culturalNotes: notes.trim() }),
});

export const needsFaults = (values: NeedsValues): readonly FieldFault[] => [
  ...(values.interpreter === "YES" && values.languages.length === 0
    ? [{ name: "needs.languages", message: words.enter.languages }]
    : []),
  ...reasonFaults(values.reason),
];

/** What stands in the form about the opening of the case. */
export interface OpeningValues {
  readonly openedOn?: string | undefined;
  readonly openingBasis?: OpeningBasis | undefined;
  readonly reason: string;
  readonly seen: string;
}

export const valuesOfOpening = (opening: Opening | undefined, today: string): OpeningValues => ({
  ...opening,
  reason: "",
  seen: opening === undefined ? "" : openingText(opening, today),
});

export const openingFaults = (values: OpeningValues, isNew: boolean): readonly FieldFault[] => [
  ...(values.openingBasis === undefined
    ? [{ name: "openingBasis", message: words.enter.openingBasis }]
    : []),
  ...(values.openedOn === undefined ? [{ name: "openedOn", message: words.enter.openedOn }] : []),
  ...reasonFaults(values.reason, isNew ? words.opening.known : undefined),
];

export const openingOf = ({ openedOn, openingBasis }: OpeningValues): Opening | undefined =>
  openedOn === undefined || openingBasis === undefined
    ? undefined
    : { openedOn: openedOn as PlainDate, openingBasis };

export const interpreterText = (needed: boolean | undefined): string =>
  needed === undefined ? words.needs.notAsked : needed ? words.needs.needed : words.needs.notNeeded;

interface Fact {
  readonly label: string;
  readonly value: string;
}

/** What a family needs, one thing after another. */
export const needsFacts = ({
  languages,
  interpreterNeeded,
  culturalNotes,
}: FamilyNeeds): readonly Fact[] => [
  {
    label: words.needs.languages,
    value: languages.length === 0 ? words.needs.nothing : languagesOf(languages),
  },
  { label: words.needs.interpreter, value: interpreterText(interpreterNeeded) },
  { label: words.needs.culture, value: culturalNotes ?? words.needs.nothing },
];

/** When a case was opened, and after what. */
export const openingFacts = (
  { openedOn, openingBasis }: Opening,
  today: string,
): readonly Fact[] => [
  { label: words.opening.on, value: dates.date(openedOn, { today, style: "day" }) },
  { label: words.opening.basis, value: labels.openingBasis[openingBasis] },
];

/** "Spanish and English. Interpreter needed. Shoes are taken off." */
export const needsText = ({ languages, interpreterNeeded, culturalNotes }: FamilyNeeds): string =>
  [
    languages.length === 0 ? undefined : languagesOf(languages),
    `${words.needs.interpreter}: ${interpreterText(interpreterNeeded).toLowerCase()}`,
    culturalNotes,
  ]
    .filter((part) => part !== undefined)
    .join(". ");

/** "Nov 19: CINA assessment". */
export const openingText = ({ openedOn, openingBasis }: Opening, today: string): string =>
  `${dates.date(openedOn, { today, style: "day" })}: ${labels.openingBasis[openingBasis]}`;
