import type { CaseHeader, HouseholdChangeView, PersonView } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
import { caseWords } from "../../../messages/en/case.ts";
import { people as words } from "../../../messages/en/people.ts";

export type PersonAct =
  | "move"
  | "confirm"
  | "left"
  | "back"
  | "died"
  | "deathWrong"
  | "membership"
  | "remove";

export const isUnconfirmed = (person: PersonView): boolean =>
  person.detailsUnconfirmed === true ||
  person.memberships.some((one) => !one.confirmed) ||
  person.livingHistory.some((one) => !one.confirmed);

export const isGone = (person: PersonView, today: string): boolean =>
  person.memberTo !== undefined && person.memberTo < today;

/** What may be done about a person, the most frequent first. */
export function personActs(
  person: PersonView,
  can: CaseHeader["can"],
  today: string,
): readonly { id: PersonAct; label: string }[] {
  const { menu } = words;
  const own = person.memberships.every((one) => !one.confirmed);
  const acts: readonly (readonly [PersonAct, boolean])[] = [
    ["confirm", can.changeMembers && isUnconfirmed(person)],
    ["move", can.recordMove && !isGone(person, today)],
    ["back", can.recordMove && person.memberTo !== undefined && person.deceasedOn === undefined],
    ["left", can.changeMembers && person.memberTo === undefined],
    ["died", can.changeMembers && person.deceasedOn === undefined],
    ["deathWrong", can.changeMembers && person.deceasedOn !== undefined],
    ["membership", can.changeMembers],
    ["remove", can.recordMove && (can.changeMembers || own)],
  ];
  return acts.flatMap(([id, may]) => (may ? [{ id, label: menu[id] }] : []));
}

/** Whether a stay may be corrected here: the Department corrects all, a contractor its own word until confirmed. */
export const mayCorrectStay = (
  stay: PersonView["livingHistory"][number],
  can: CaseHeader["can"],
): boolean => can.recordMove && (can.changeMembers || !stay.confirmed);

/** "Also in 2026-00012", or only that it is so. */
export const twiceText = (person: PersonView): string | undefined => {
  const others = person.otherOpenCases;
  if (others === undefined) return undefined;
  const numbers = others.flatMap((other) => other.caseNumber ?? []);
  return numbers.length === others.length ? words.twice.in(dates.list(numbers)) : words.twice.tag;
};

/** When the Department was told: "Nov 20, 1 business day after". */
export function toldText(change: HouseholdChangeView, today: string): string {
  const days = dates.count(change.businessDays, "businessDays");
  if (change.toldOn === undefined) return words.household.notTold(days);
  const date = dates.date(change.toldOn, { today, style: "day" });
  return words.household.told(
    date,
    change.toldOn === change.on ? words.household.sameDay : words.household.after(days),
  );
}

/** "Since Nov 20, until Jan 5": one time in the case. */
export function spanText(
  membership: Pick<PersonView["memberships"][number], "from" | "to" | "because">,
  today: string,
): string {
  const day = (on: string) => dates.date(on, { today, style: "day" });
  const { people } = caseWords;
  const span = [
    membership.from === undefined ? people.fromStart : people.since(day(membership.from)),
    membership.to === undefined ? undefined : people.left(day(membership.to)),
    membership.because === undefined ? undefined : labels.leftReason[membership.because],
  ]
    .filter((part) => part !== undefined)
    .join(", ");
  return span.charAt(0).toUpperCase() + span.slice(1);
}
