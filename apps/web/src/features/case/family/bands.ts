import {
  addDays,
  addMonths,
  daysBetween,
  type PlainDate,
  startOfMonth,
} from "@kinward/domain/kernel";
import type { FamilyLevel, FamilyPerson, FamilyView } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
import { timesPer } from "@kinward/wording/en/marks";
import { familyWords } from "../../../messages/en/family.ts";
import { planText, withState } from "./present.ts";

const words = familyWords.bands;

/** A stretch of time as part of the whole width, in percent. */
export interface Stretch {
  readonly left: number;
  readonly width: number;
}
export interface Band extends Stretch {
  readonly key: string;
  readonly kind: "home" | "away" | "facility" | "unknown";
  readonly text: string;
}
export interface BandRow {
  readonly id: string;
  readonly name: string;
  readonly bands: readonly Band[];
  /** Where the dots of face-to-face contacts stand. */
  readonly seen: readonly number[];
  /** While somebody had set how often the person is to be seen. */
  readonly levels: readonly Stretch[];
}
export interface Bands {
  readonly rows: readonly BandRow[];
  readonly services: readonly Stretch[];
  /** While somebody had set how often the family is to be seen. */
  readonly levels: readonly Stretch[];
  readonly months: readonly { readonly at: number; readonly text: string }[];
}

const FACILITIES: ReadonlySet<string> = new Set(["PMIC", "TOLEDO", "GROUP_CARE", "SHELTER"]);
const kindOf = (setting: string): Band["kind"] =>
  setting === "PARENTAL_HOME"
    ? "home"
    : setting === "UNKNOWN"
      ? "unknown"
      : FACILITIES.has(setting)
        ? "facility"
        : "away";
const MOST_MONTHS = 8;

/** Homes, placements and contacts from the first day of the record to today, as parts of one width. */
export function presentBands(family: FamilyView, today: PlainDate): Bands {
  const { from } = family;
  const days = Math.max(1, daysBetween(from, today) + 1);
  const at = (day: PlainDate) => Math.min(100, Math.max(0, (daysBetween(from, day) / days) * 100));
  const stretch = (of: { readonly from?: PlainDate; readonly to?: PlainDate }): Stretch => {
    const left = of.from === undefined ? 0 : at(of.from);
    const right = of.to === undefined ? 100 : at(addDays(of.to, 1));
    return { left, width: Math.max(0.3, right - left) };
  };
  const first = startOfMonth(from);
  const count = daysBetween(first, today) / 30.5;
  const every = Math.max(1, Math.ceil(count / MOST_MONTHS));
  const months: { at: number; text: string }[] = [];
  for (let month = addMonths(first, 1); month <= today; month = addMonths(month, every))
    months.push({ at: at(month), text: dates.month(month.slice(0, 7)) });
  const levelsOf = (subject: FamilyLevel["subject"]) =>
    family.levels.filter((one) => one.subject === subject && one.from <= today).map(stretch);
  return {
    rows: family.people.map((person) => ({
      id: person.personId,
      name: person.name,
      bands: person.stays
        .filter((stay) => stay.from === undefined || stay.from <= today)
        .map((stay) => ({
          ...stretch(stay),
          key: `${stay.setting} ${stay.from ?? ""}`,
          kind: kindOf(stay.setting),
          text: labels.settingShort[stay.setting],
        })),
      seen: family.contacts
        .filter(
          (one) =>
            one.mode === "FACE_TO_FACE" && one.on <= today && one.people.includes(person.personId),
        )
        .map((one) => at(one.on)),
      levels: levelsOf(person.personId),
    })),
    services: family.services.filter((one) => one.from <= today).map(stretch),
    levels: levelsOf("FAMILY"),
    months,
  };
}

export interface StayRow {
  readonly key: string;
  readonly name: string;
  readonly where: string;
  readonly moved: string;
  readonly from: string;
  readonly to: string;
  readonly meaning: string;
  readonly seen: string;
}

/** The same as a table: every stay of everyone, the newest last, with what it means for contacts. */
export function presentStays(family: FamilyView, today: PlainDate): readonly StayRow[] {
  const date = (iso: PlainDate) => dates.date(iso, { today, style: "day" });
  return family.people.flatMap((person) =>
    person.stays.map((stay, index): StayRow => {
      const before = person.stays[index - 1];
      const setting = labels.setting[stay.setting];
      const seen = family.contacts.filter(
        (one) =>
          one.mode === "FACE_TO_FACE" &&
          one.people.includes(person.personId) &&
          (stay.from === undefined || one.on >= stay.from) &&
          (stay.to === undefined || one.on <= stay.to),
      );
      return {
        key: `${person.personId} ${stay.from ?? ""}`,
        name: person.name,
        where: withState(setting, stay.state, family.profile),
        moved: before === undefined ? "" : movedText(before, stay),
        from: stay.from === undefined ? words.start : date(stay.from),
        to: stay.to === undefined ? words.now : date(stay.to),
        meaning: planText(family, person, stay),
        seen: words.seen(seen.length),
      };
    }),
  );
}

const movedText = (before: FamilyPerson["stays"][number], stay: FamilyPerson["stays"][number]) =>
  words.moved(
    labels.setting[before.setting].toLowerCase(),
    labels.setting[stay.setting].toLowerCase(),
  );

/** The levels of contact in sentences, the oldest first: "Mateo: twice a calendar month, Court, from Sep 3". */
export const presentLevels = (family: FamilyView, today: PlainDate): readonly string[] => {
  const date = (iso: PlainDate) => dates.date(iso, { today, style: "day" });
  return family.levels.map(({ subject, times, per, source, from, to }) =>
    words.level({
      who: family.people.find((one) => one.personId === subject)?.name ?? words.family,
      often: timesPer(times, per),
      source: labels.frequencySource[source],
      when: to === undefined ? words.since(date(from)) : words.period(date(from), date(to)),
    }),
  );
};
