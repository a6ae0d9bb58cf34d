import type { CaseState, DutyView, EpisodeView, PersonView } from "@kinward/domain/views";
import { labelOf } from "@kinward/wording";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
import { past as words } from "../../../messages/en/past.ts";
import { interpreterText } from "../people/about.ts";
import { languagesOf } from "../present.ts";
import { basisText, livingText, personDetail } from "../present-people.ts";

/** What a case said of itself, its services, its people and its duties on one day, line by line. */

export type Day = (iso: string) => string;
type FactText = (state: CaseState, day: Day) => readonly string[];
const some = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);

/** What is said of the case itself: field, label and lines. */
export const FACTS: readonly (readonly [string, string, FactText])[] = [
  ["familyName", words.facts.family, (state) => [state.case.familyName]],
  ["stage", words.facts.stage, (state) => [labels.stage[state.case.stage]]],
  [
    "openedOn",
    words.facts.opened,
    (state, day) => some(state.case.openedOn && day(state.case.openedOn)),
  ],
  [
    "openingBasis",
    words.facts.basis,
    (state) => some(state.case.openingBasis && labels.openingBasis[state.case.openingBasis]),
  ],
  ["workerName", words.facts.worker, (state) => some(state.case.workerName)],
  [
    "languages",
    words.facts.languages,
    ({ case: { languages: all } }) => (all.length === 0 ? [] : [languagesOf(all)]),
  ],
  [
    "interpreterNeeded",
    words.facts.interpreter,
    ({ case: { interpreterNeeded: needed } }) =>
      needed === undefined ? [] : [interpreterText(needed)],
  ],
  ["culturalNotes", words.facts.culture, (state) => some(state.case.culturalNotes)],
  [
    "policyBook",
    words.facts.policyBook,
    ({ case: { policyBook: n } }) => [n === 0 ? words.facts.noBook : String(n)],
  ],
];

export const episodeLines = (episode: EpisodeView, day: Day): readonly string[] => [
  words.facts.since(day(episode.effectiveDate)),
  ...some(episode.lastServiceDay && words.facts.until(day(episode.lastServiceDay))),
  `${episode.contractorName}, ${episode.areaName}`,
  words.facts.coordinator(episode.coordinator?.name ?? words.facts.none),
];

/** The name stands at the row; here only where it changed. */
export function personLines(
  person: PersonView,
  today: string,
  isRenamed: boolean,
): readonly string[] {
  const day: Day = (iso) => dates.date(iso, { today, style: "day" });
  return [
    ...(isRenamed ? [person.name] : []),
    personDetail(person, today),
    ...basisText(person, today),
    ...some(person.purpose && labels.purpose[person.purpose]),
    ...(person.living === undefined ? [] : [livingText(person.living, today)]),
    ...some(person.living?.address),
    ...some(person.memberFrom && words.joined(day(person.memberFrom))),
    ...some(person.memberTo && words.left(day(person.memberTo))),
    person.lastSeenOn === undefined ? words.neverSeen : words.seen(day(person.lastSeenOn)),
  ];
}

export function dutyLines(
  duty: DutyView,
  names: ReadonlyMap<string, string>,
  day: Day,
): readonly string[] {
  const missing = duty.missing.flatMap((id) => names.get(id) ?? []);
  const open = duty.status === "OPEN" || duty.status === "OVERDUE" || duty.status === "MISSED";
  const status = [
    labels.status[duty.status],
    duty.cancelReason && labelOf(labels.cancelReason, duty.cancelReason),
  ]
    .filter(Boolean)
    .join(", ");
  return [
    duty.dueOn === undefined
      ? words.opens(status, day(duty.opensOn))
      : words.due(status, day(duty.dueOn)),
    ...some(duty.settledOn && words.settled(day(duty.settledOn))),
    ...(open && duty.subject === "FAMILY" && missing.length > 0
      ? [words.stillNeeded(dates.list(missing))]
      : []),
    ...some(duty.level && words.level(duty.level.effective)),
    ...some(duty.note && words.note(duty.note)),
  ];
}
