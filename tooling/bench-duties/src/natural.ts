import { addDays } from "date-fns/addDays";
import { addYears } from "date-fns/addYears";
import { eachMonthOfInterval } from "date-fns/eachMonthOfInterval";
import { eachWeekOfInterval } from "date-fns/eachWeekOfInterval";
import { endOfMonth } from "date-fns/endOfMonth";
import { format } from "date-fns/format";
import { isAfter } from "date-fns/isAfter";
import { isBefore } from "date-fns/isBefore";
import { isEqual } from "date-fns/isEqual";
import { isSameDay } from "date-fns/isSameDay";
import { isWeekend } from "date-fns/isWeekend";
import { isWithinInterval } from "date-fns/isWithinInterval";
import { max } from "date-fns/max";
import { min } from "date-fns/min";
import { parseISO } from "date-fns/parseISO";
import { startOfMonth } from "date-fns/startOfMonth";
import { startOfWeek } from "date-fns/startOfWeek";
import type { CaseFile, Contact, LivingSituation, Member } from "@kinward/domain/casefile";

/** A duty as this implementation sees it. */
export interface NaturalRow {
  readonly key: string;
  readonly rule: string;
  readonly start: Date;
  readonly due: Date;
  readonly status: string;
  readonly satisfiedOn?: Date;
  readonly reason?: string;
  readonly missing?: readonly string[];
}

interface Dated<T> {
  readonly record: T;
  readonly from: Date | undefined;
  readonly to: Date | undefined;
}

interface Person {
  readonly id: string;
  readonly member: Member;
  readonly stays: readonly Dated<LivingSituation>[];
  readonly joined: Date | undefined;
  readonly left: Date | undefined;
  readonly died: Date | undefined;
  readonly birthday18: Date | undefined;
  readonly rightsEnded: Date | undefined;
}

interface Visit {
  readonly on: Date;
  readonly with: readonly string[];
}

const FIVE_DAY = ["PARENTAL_HOME", "FOSTER_FAMILY", "KINSHIP", "SHELTER"];
const FACILITIES = ["PMIC", "TOLEDO", "GROUP_CARE"];
const INITIAL_DAYS = 5;
const FIRST_PERIOD = 30;
const WEEKS = 3;
const GRACE = 5;
const MAJORITY = 18;

const until = (a: Date, b: Date): boolean => !isAfter(a, b);
const onOrAfter = (a: Date, b: Date): boolean => !isBefore(a, b);
const date = (text: string | undefined): Date | undefined =>
  text === undefined ? undefined : parseISO(text);
const byDate = (a: Date, b: Date): number => a.getTime() - b.getTime();

/**
 * Who must be seen by when, with contacts, quorum and statuses, as one would write it with date-fns: dates are `Date`s,
 * business days are walked, a question about a day looks through the records. The policy as it stands by default.
 */
export function naturalDuties(
  file: CaseFile,
  holidays: ReadonlySet<number>,
  asOfText: string,
): readonly NaturalRow[] {
  const asOf = parseISO(asOfText);
  const episode = file.episodes?.find((one) => one.serviceType === "FSRP");
  if (episode === undefined) return [];
  const effective = parseISO(episode.effectiveDate);
  if (isAfter(effective, asOf)) return [];
  const lastDay = date(episode.lastServiceDay);
  const closed = lastDay !== undefined && until(lastDay, asOf) ? lastDay : undefined;
  const through = closed ?? asOf;

  const isBusinessDay = (day: Date): boolean => !isWeekend(day) && !holidays.has(day.getTime());
  const people = file.members.map((member) => personOf(member, file, effective));
  const counted: readonly Visit[] = file.contacts
    .filter((contact) => contact.mode === "FACE_TO_FACE" && contact.by !== "DEPARTMENT")
    .map((contact: Contact) => ({ on: parseISO(contact.date), with: contact.with }))
    .filter(({ on }) => onOrAfter(on, effective) && until(on, through))
    .sort((a, b) => byDate(a.on, b.on));

  const living = (person: Person, day: Date): LivingSituation => {
    const current = person.stays.filter(
      ({ from, to }) =>
        (from === undefined || until(from, day)) && (to === undefined || onOrAfter(to, day)),
    );
    const latest = current.reduce<Dated<LivingSituation> | undefined>(
      (newest, stay) =>
        newest === undefined || (stay.from?.getTime() ?? 0) >= (newest.from?.getTime() ?? 0)
          ? stay
          : newest,
      undefined,
    );
    return latest?.record ?? { setting: "UNKNOWN" };
  };
  const inIowa = (person: Person, day: Date) => (living(person, day).state ?? "IA") === "IA";
  const atHome = (person: Person, day: Date) => living(person, day).setting === "PARENTAL_HOME";
  const isDead = (person: Person, day: Date) =>
    person.died !== undefined && until(person.died, day);
  const hasLeft = (person: Person, day: Date) =>
    person.left !== undefined && isBefore(person.left, day);
  const isMember = (person: Person, day: Date) =>
    (person.joined === undefined || until(person.joined, day)) &&
    !hasLeft(person, day) &&
    !isDead(person, day);
  const isAdult = (person: Person) => person.member.role !== "CHILD";
  const isChild = (person: Person, day: Date) =>
    person.member.role === "CHILD" &&
    (person.birthday18 === undefined || isBefore(day, person.birthday18));
  const homeAdult = (person: Person, day: Date) =>
    isAdult(person) && isMember(person, day) && atHome(person, day);
  const homeChild = (person: Person, day: Date) =>
    isChild(person, day) && isMember(person, day) && atHome(person, day) && inIowa(person, day);
  const elsewhere = (person: Person, day: Date) =>
    isChild(person, day) && isMember(person, day) && !atHome(person, day) && inIowa(person, day);
  const parentOutside = (person: Person, day: Date) =>
    person.member.role === "PARENT" &&
    isMember(person, day) &&
    !atHome(person, day) &&
    !(person.rightsEnded !== undefined && until(person.rightsEnded, day));

  const addBusinessDays = (day: Date, count: number): Date => {
    let at = day;
    for (let left = count; left > 0;) {
      at = addDays(at, 1);
      if (isBusinessDay(at)) left -= 1;
    }
    return at;
  };
  /** Someone who newly joins is owed only if enough business days are left of the window. */
  const isInTime = ({ joined }: Person, start: Date, end: Date): boolean => {
    if (joined === undefined || until(joined, effective) || isBefore(joined, start)) return true;
    return until(addBusinessDays(joined, GRACE), end);
  };
  const visitsWith = (ids: readonly string[], from: Date, to: Date): readonly Date[] => {
    const days: Date[] = [];
    for (const visit of counted) {
      if (!isWithinInterval(visit.on, { start: from, end: max([from, to]) })) continue;
      if (!visit.with.some((id) => ids.includes(id))) continue;
      const last = days.at(-1);
      if (last === undefined || !isSameDay(last, visit.on)) days.push(visit.on);
    }
    return days;
  };
  /** The days on which something about a person may change, in a stretch. */
  const changes = (person: Person, from: Date, to: Date): readonly Date[] =>
    [
      ...person.stays.flatMap((stay) => [
        ...(stay.from === undefined ? [] : [stay.from]),
        ...(stay.to === undefined ? [] : [addDays(stay.to, 1)]),
      ]),
      ...(person.left === undefined ? [] : [addDays(person.left, 1)]),
      ...(person.died === undefined ? [] : [person.died]),
    ]
      .filter((day) => isAfter(day, from) && until(day, to))
      .sort(byDate);

  const rows: NaturalRow[] = [];

  // Five business days
  const due = addBusinessDays(effective, INITIAL_DAYS);
  for (const person of people) {
    if (!isMember(person, effective)) continue;
    const isMarked = (person.member.criteria ?? []).some((mark) => {
      const { basis, from, to } =
        typeof mark === "string" ? { basis: mark, from: undefined, to: undefined } : mark;
      return (
        (basis === "ABUSE_VICTIM" || basis === "CINA") &&
        (from === undefined || until(parseISO(from), effective)) &&
        (to === undefined || onOrAfter(parseISO(to), effective))
      );
    });
    const isListed =
      homeAdult(person, effective) ||
      (isChild(person, effective) &&
        isMarked &&
        inIowa(person, effective) &&
        FIVE_DAY.includes(living(person, effective).setting));
    if (!isListed) continue;
    const seen = visitsWith([person.id], effective, through)[0];
    let cancelled: { readonly on: Date; readonly reason: string } | undefined;
    const days = changes(person, effective, min([due, asOf]));
    const candidates =
      closed === undefined || !isBefore(closed, due) ? days : [...days, closed].sort(byDate);
    if (isDead(person, effective)) cancelled = { on: effective, reason: "DECEASED" };
    for (const day of candidates) {
      if (cancelled !== undefined) break;
      const isLeaving =
        hasLeft(person, day) && !(person.died !== undefined && isEqual(person.died, day));
      if (isLeaving) cancelled = { on: addDays(day, -1), reason: "MEMBER_LEFT" };
      else if (isDead(person, day)) cancelled = { on: day, reason: "DECEASED" };
      else if (!isAdult(person) && isAfter(day, effective) && !inIowa(person, day))
        cancelled = { on: day, reason: "RECLASSIFIED_OUT_OF_STATE" };
      else if (
        !isAdult(person) &&
        isAfter(day, effective) &&
        FACILITIES.includes(living(person, day).setting)
      )
        cancelled = { on: day, reason: `RECLASSIFIED_${living(person, day).setting}` };
      else if (closed !== undefined && isEqual(day, closed))
        cancelled = { on: day, reason: "CASE_CLOSED" };
    }
    const base = { key: `INITIAL:${person.id}`, rule: "CON-4", start: effective, due };
    if (seen !== undefined && (cancelled === undefined || until(seen, cancelled.on)))
      rows.push({
        ...base,
        status: until(seen, due) ? "SATISFIED" : "SATISFIED_LATE",
        satisfiedOn: seen,
      });
    else if (cancelled !== undefined)
      rows.push({ ...base, status: "CANCELLED", reason: cancelled.reason });
    else rows.push({ ...base, status: until(asOf, due) ? "OPEN" : "OVERDUE" });
  }

  const family = (key: string, rule: string, start: Date, end: Date, times: number): void => {
    const isCut = closed !== undefined && isAfter(end, closed);
    const judged = min([end, asOf, ...(isCut ? [closed] : [])]);
    const adults = people.filter((person) => homeAdult(person, judged));
    const children = people.filter((person) => homeChild(person, judged));
    const owedAdults = adults.filter((person) => isInTime(person, start, end));
    const owedChildren = children.filter((person) => isInTime(person, start, end));
    if (owedAdults.length + owedChildren.length === 0) return;
    const everyone = [...adults, ...children].map(({ id }) => id);
    const last = min([end, through]);
    const missingOn = (day: Date): readonly string[] => {
      const seen = new Set<string>();
      for (const visit of counted)
        if (onOrAfter(visit.on, start) && until(visit.on, day))
          for (const id of visit.with) seen.add(id);
      const missing: string[] = [];
      if (owedAdults.length > 0 && !adults.some(({ id }) => seen.has(id))) missing.push("ADULT");
      missing.push(...owedChildren.map(({ id }) => id).filter((id) => !seen.has(id)));
      const days = visitsWith(everyone, start, day).length;
      if (missing.length === 0 && days < times) missing.push(`ANOTHER_DATE x${times - days}`);
      return missing;
    };
    const satisfiedOn = counted
      .map(({ on }) => on)
      .filter((on) => onOrAfter(on, start) && until(on, last))
      .find((on) => missingOn(on).length === 0);
    const status =
      satisfiedOn !== undefined
        ? "SATISFIED"
        : isCut
          ? "CANCELLED"
          : isBefore(asOf, start)
            ? "UPCOMING"
            : until(asOf, end)
              ? "OPEN"
              : "MISSED";
    rows.push({
      key,
      rule,
      start,
      due: end,
      status,
      ...(satisfiedOn !== undefined && { satisfiedOn }),
      ...(status === "CANCELLED" && { reason: "CASE_CLOSED" }),
      ...((status === "OPEN" || status === "MISSED") && { missing: missingOn(last) }),
    });
  };

  const own = (
    person: Person,
    duty: {
      readonly key: string;
      readonly rule: (day: Date) => string;
      readonly isWindow: boolean;
      readonly start: Date;
      readonly end: Date;
      readonly times: number;
      readonly fits: (day: Date) => boolean;
    },
  ): void => {
    const { key, rule, isWindow, start, end, times, fits } = duty;
    const isCut = closed !== undefined && isAfter(end, closed);
    const judged = min([end, asOf, ...(isCut ? [closed] : [])]);
    const seen = visitsWith([person.id], start, isWindow ? end : through);
    const metBy = (day: Date): Date | undefined => {
      const met = seen[times - 1];
      return met !== undefined && until(met, day) ? met : undefined;
    };
    let cancelled: { readonly on: Date; readonly reason: string } | undefined;
    let kept: Date | undefined;
    for (const day of changes(person, start, judged)) {
      const reason = isDead(person, day)
        ? "DECEASED"
        : hasLeft(person, day)
          ? "MEMBER_LEFT"
          : !isAdult(person) && !inIowa(person, day)
            ? "OUT_OF_STATE"
            : undefined;
      const before = addDays(day, -1);
      if (reason === undefined || !fits(before)) continue;
      const met = metBy(reason === "MEMBER_LEFT" ? before : day);
      if (met === undefined) {
        cancelled = { on: day, reason };
        break;
      }
      kept = met;
    }
    let satisfiedOn: Date | undefined;
    if (cancelled === undefined) {
      const isGone =
        isDead(person, judged) ||
        hasLeft(person, judged) ||
        (!isAdult(person) && !inIowa(person, judged));
      if (fits(judged)) satisfiedOn = metBy(isWindow && isBefore(end, through) ? end : through);
      else if (kept !== undefined && isGone) satisfiedOn = kept;
      else return;
      if (satisfiedOn === undefined && isCut) cancelled = { on: closed, reason: "CASE_CLOSED" };
    }
    const status =
      cancelled !== undefined
        ? "CANCELLED"
        : satisfiedOn !== undefined
          ? !isWindow && isAfter(satisfiedOn, end)
            ? "SATISFIED_LATE"
            : "SATISFIED"
          : until(asOf, end)
            ? "OPEN"
            : isWindow
              ? "MISSED"
              : "OVERDUE";
    const ruled =
      cancelled !== undefined && cancelled.reason !== "CASE_CLOSED"
        ? addDays(cancelled.on, -1)
        : judged;
    rows.push({
      key,
      rule: rule(ruled),
      start,
      due: end,
      status,
      ...(satisfiedOn !== undefined && { satisfiedOn }),
      ...(cancelled !== undefined && { reason: cancelled.reason }),
    });
  };

  // Once in the first 30 days
  const day30 = addDays(effective, FIRST_PERIOD - 1);
  for (const person of people) {
    if (isAdult(person)) continue;
    own(person, {
      key: `FIRST30:${person.id}`,
      rule: (day) => (FACILITIES.includes(living(person, day).setting) ? "CON-6" : "CON-10"),
      isWindow: false,
      start: effective,
      end: day30,
      times: 1,
      fits: (day) => elsewhere(person, day) && isInTime(person, effective, day30),
    });
  }

  // The first meeting with the family and the three weeks after it
  const meeting = counted.find((visit) => {
    const seen = people.filter(({ id }) => visit.with.includes(id));
    if (seen.some((person) => homeAdult(person, visit.on))) return true;
    return (
      seen.some((person) => homeChild(person, visit.on)) &&
      !people.some((person) => homeAdult(person, visit.on))
    );
  })?.on;
  const levels = levelsOf(file);
  const levelOn = (subject: string, per: "WEEK" | "MONTH", day: Date): number => {
    if (isBefore(day, effective)) return 0;
    const inForce = levels.filter(
      (one) =>
        one.subject === subject &&
        until(one.from, day) &&
        until(one.from, asOf) &&
        (one.to === undefined || onOrAfter(one.to, day)),
    );
    const newest = inForce.filter(
      (one) =>
        !inForce.some(
          (other) =>
            other.source === one.source &&
            (isAfter(other.from, one.from) ||
              (isEqual(other.from, one.from) && other.index > one.index)),
        ),
    );
    return Math.max(0, ...newest.filter((one) => one.per === per).map((one) => one.times));
  };
  const weeks: Date[] = [];
  if (meeting !== undefined)
    for (let week = 1; week <= WEEKS; week += 1) {
      const start = addDays(startOfWeek(meeting), 7 * week);
      weeks.push(start);
      family(
        `WEEK:${week}`,
        "CON-9",
        start,
        addDays(start, 6),
        Math.max(1, levelOn("FAMILY", "WEEK", start)),
      );
    }

  // Every calendar month after them, and what plan, court, worker or meeting ask for
  for (const start of eachMonthOfInterval({ start: startOfMonth(effective), end: through })) {
    const end = startOfDayOf(endOfMonth(start));
    const name = format(start, "yyyy-MM");
    const isMonthly = onOrAfter(end, addDays(day30, 1));
    const asked = levelOn("FAMILY", "MONTH", start);
    if (isMonthly) family(`MONTH:${name}:FAMILY`, "CON-13", start, end, Math.max(1, asked));
    else if (asked > 0) family(`PLAN:${name}:FAMILY`, "CON-2", start, end, asked);
    for (const person of people) {
      const times = levelOn(person.id, "MONTH", start);
      const inTime = isInTime(person, start, end);
      if (isMonthly && !isAdult(person))
        own(person, {
          key: `MONTH:${name}:${person.id}`,
          rule: () => "CON-13",
          isWindow: true,
          start,
          end,
          times: Math.max(1, times),
          fits: (day) => inTime && elsewhere(person, day),
        });
      if (times > 0)
        own(person, {
          key: `PLAN:${name}:${person.id}`,
          rule: () => (person.member.role === "PARENT" ? "CON-7" : "CON-2"),
          isWindow: true,
          start,
          end,
          times,
          fits: (day) =>
            inTime &&
            (person.member.role === "PARENT"
              ? parentOutside(person, day)
              : isMember(person, day) &&
                (isAdult(person) ||
                  (isChild(person, day) &&
                    inIowa(person, day) &&
                    (!isMonthly || atHome(person, day))))),
        });
    }
  }
  if (levels.some(({ per }) => per === "WEEK"))
    for (const start of eachWeekOfInterval({ start: effective, end: through })) {
      if (isBefore(start, effective)) continue;
      const end = addDays(start, 6);
      const name = format(start, "yyyy-MM-dd");
      const asked = weeks.some((week) => isEqual(week, start))
        ? 0
        : levelOn("FAMILY", "WEEK", start);
      if (asked > 0) family(`PLAN:${name}:FAMILY`, "CON-2", start, end, asked);
      for (const person of people) {
        const times = levelOn(person.id, "WEEK", start);
        if (times === 0) continue;
        const inTime = isInTime(person, start, end);
        own(person, {
          key: `PLAN:${name}:${person.id}`,
          rule: () => (person.member.role === "PARENT" ? "CON-7" : "CON-2"),
          isWindow: true,
          start,
          end,
          times,
          fits: (day) =>
            inTime &&
            (person.member.role === "PARENT"
              ? parentOutside(person, day)
              : isMember(person, day) &&
                (isAdult(person) || (isChild(person, day) && inIowa(person, day)))),
        });
      }
    }
  return rows;
}

const startOfDayOf = (day: Date): Date =>
  new Date(day.getFullYear(), day.getMonth(), day.getDate());

function personOf(member: Member, file: CaseFile, effective: Date): Person {
  const stays = member.living.map((record) => ({
    record,
    from: date(record.from),
    to: date(record.to),
  }));
  const birth = date(member.dob);
  const firstStay = stays.some(({ from }) => from === undefined)
    ? undefined
    : stays.map(({ from }) => from as Date).sort(byDate)[0];
  const recorded =
    date(member.joined) ??
    (firstStay !== undefined && isAfter(firstStay, effective) ? firstStay : undefined);
  const starts = [recorded, member.role === "CHILD" ? birth : undefined].filter(
    (day) => day !== undefined,
  );
  const rights = (file.terminationsOfRights ?? []).filter(
    (ended) => ended.parent === member.id && ended.child === "ALL",
  );
  return {
    id: member.id,
    member,
    stays,
    joined: starts.length === 0 ? undefined : max(starts),
    left: date(member.to),
    died: date(member.deceasedOn),
    birthday18:
      birth === undefined || member.continuesPastMajority === true ? undefined : birthday(birth),
    rightsEnded: rights.length === 0 ? undefined : min(rights.map((ended) => parseISO(ended.date))),
  };
}

/** Born on February 29: March 1 in common years, where date-fns has February 28. */
const birthday = (birth: Date): Date => {
  const of = addYears(birth, MAJORITY);
  return of.getDate() === birth.getDate() ? of : addDays(of, 1);
};

interface DatedLevel {
  readonly subject: string;
  readonly times: number;
  readonly per: "WEEK" | "MONTH";
  readonly source: string;
  readonly from: Date;
  readonly to: Date | undefined;
  readonly index: number;
}

function levelsOf(file: CaseFile): readonly DatedLevel[] {
  const family = file.familyPlanFrequency ?? [];
  const records = [
    ...(Array.isArray(family) ? family : [family]).map((record) => ({
      ...record,
      subject: "FAMILY",
    })),
    ...(file.planFrequencies ?? []).map((record) => ({ ...record, subject: record.member })),
  ];
  return records.map((record, index) => ({
    subject: record.subject,
    times: record.times,
    per: record.per ?? "MONTH",
    source: record.source ?? "CASE_PLAN",
    from: max([parseISO(record.from), parseISO(record.approvedOn ?? record.from)]),
    to: date(record.to),
    index,
  }));
}
