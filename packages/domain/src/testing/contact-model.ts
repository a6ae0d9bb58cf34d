import type { CaseFile, LivingSituation, Member } from "../casefile/case-file.ts";
import { readCaseFile } from "../casefile/read-case-file.ts";
import type { ObligationStatus } from "../contacts/duty.ts";
import { isBusinessDay } from "../calendar/office-calendar.ts";
import {
  addDays,
  birthdayOf,
  endOfMonth,
  type PlainDate,
  plainDate,
  weekdayOf,
} from "../kernel/plain-date.ts";
import { type PolicyBook, settingOn } from "../policy/policy-book.ts";
import type { SettingKey, SettingValues } from "../policy/settings.ts";

/**
 * A second implementation of the contact rules, straight from the policy text and the register: slow, day by day, in
 * dates, sharing no code with the first. Tests compare both on random cases.
 */
export interface ModelRow {
  readonly key: string;
  readonly rule: string;
  readonly windowStart: PlainDate;
  readonly due: PlainDate;
  readonly status: ObligationStatus;
  readonly satisfiedOn?: PlainDate;
  readonly missing?: readonly string[];
  readonly reason?: string;
}

const each = (from: PlainDate, to: PlainDate): PlainDate[] => {
  const days: PlainDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};

const FACILITIES = ["PMIC", "TOLEDO", "GROUP_CARE"];
const FIVE_DAY = ["PARENTAL_HOME", "FOSTER_FAMILY", "KINSHIP", "SHELTER"];
const NOWHERE: LivingSituation = { setting: "UNKNOWN" };

export const modelRows = (caseFile: CaseFile, book: PolicyBook, asOf: PlainDate): ModelRow[] => {
  const file = readCaseFile(caseFile);
  const episode = file.episodes.find((candidate) => candidate.serviceType === "FSRP");
  if (!episode || episode.effectiveDate > asOf) return [];
  const eff = episode.effectiveDate;
  const set = <K extends SettingKey>(key: K, on: PlainDate = eff): SettingValues[K] =>
    settingOn(book, key, on);
  const closed =
    episode.lastServiceDay !== undefined && episode.lastServiceDay <= asOf
      ? episode.lastServiceDay
      : undefined;

  // --- facts on a day
  const living = (m: Member, day: PlainDate): LivingSituation => {
    const current = m.living.filter(
      (stay) => (stay.from ?? "") <= day && (stay.to === undefined || day <= stay.to),
    );
    const began = current
      .map((stay) => stay.from ?? "")
      .sort()
      .at(-1);
    return current.filter((stay) => (stay.from ?? "") === began).at(-1) ?? NOWHERE;
  };
  const iowa = (m: Member, day: PlainDate) => (living(m, day).state ?? "IA") === "IA";
  const home = (m: Member, day: PlainDate) => living(m, day).setting === "PARENTAL_HOME";
  const joinedOn = (m: Member) =>
    [m.joined ?? "", m.role === "CHILD" ? (m.dob ?? "") : ""].sort().at(-1) as string;
  const dead = (m: Member, day: PlainDate) => m.deceasedOn !== undefined && m.deceasedOn <= day;
  const left = (m: Member, day: PlainDate) => m.to !== undefined && m.to < day;
  const member = (m: Member, day: PlainDate) =>
    joinedOn(m) <= day && !left(m, day) && !dead(m, day);
  const child = (m: Member, day: PlainDate, limit: number) =>
    m.role === "CHILD" &&
    (m.continuesPastMajority === true || m.dob === undefined || day < birthdayOf(m.dob, limit));
  const adult = (m: Member) => m.role !== "CHILD";
  const homeAdult = (m: Member, day: PlainDate) => adult(m) && member(m, day) && home(m, day);
  const homeChild = (m: Member, day: PlainDate, limit: number) =>
    child(m, day, limit) && member(m, day) && home(m, day) && iowa(m, day);
  const noRights = (m: Member, day: PlainDate) =>
    file.terminationsOfRights.some((t) => t.parent === m.id && t.child === "ALL" && t.date <= day);
  const parentOut = (m: Member, day: PlainDate) =>
    m.role === "PARENT" && member(m, day) && !home(m, day) && !noRights(m, day);
  const businessDaysAfter = (day: PlainDate, to: PlainDate) =>
    each(addDays(day, 1), to).filter((d) => isBusinessDay(book, d)).length;
  const owedInWindow = (m: Member, start: PlainDate, end: PlainDate, grace: number) => {
    const joined = joinedOn(m);
    if (grace === 0 || joined <= eff || joined < start) return true;
    return businessDaysAfter(plainDate(joined), end) >= grace;
  };

  // --- contacts that count
  const counting = file.contacts.filter(
    (c) => c.mode === "FACE_TO_FACE" && c.by !== "DEPARTMENT" && c.date <= asOf,
  );
  const lastDay = closed ?? asOf;
  const inService = counting.filter((c) => eff <= c.date && c.date <= lastDay);
  const plans = file.episodes.filter((e) => e.serviceType === "SAFETY_PLAN");
  const early = set("countSafetyPlanContacts")
    ? counting.filter(
        (c) =>
          c.date < eff &&
          plans.some((p) => p.effectiveDate <= c.date && c.date <= (p.lastServiceDay ?? eff)),
      )
    : [];
  const datesWith = (contacts: typeof counting, ids: readonly string[]) =>
    [
      ...new Set(contacts.filter((c) => c.with.some((id) => ids.includes(id))).map((c) => c.date)),
    ].sort();

  // --- five days
  const rows: ModelRow[] = [];
  const n = set("initialContactBusinessDays");
  let due = set("initialContactCountsEffectiveDay") ? addDays(eff, -1) : eff;
  for (let count = 0; count < n;) {
    due = addDays(due, 1);
    if (isBusinessDay(book, due)) count++;
  }
  const limit = set("childAgeLimit");
  const initialRows: ModelRow[] = [];
  for (const m of file.members) {
    if (!member(m, eff)) continue;
    const marked = m.criteria.some(
      (b) =>
        (b.basis === "ABUSE_VICTIM" || b.basis === "CINA") &&
        (b.from ?? "") <= eff &&
        (b.to === undefined || eff <= b.to),
    );
    const listed =
      homeAdult(m, eff) ||
      (child(m, eff, limit) && marked && iowa(m, eff) && FIVE_DAY.includes(living(m, eff).setting));
    if (!listed) continue;
    const seen = datesWith([...early, ...inService], [m.id]);
    let status: ObligationStatus = "OPEN";
    let satisfiedOn: PlainDate | undefined;
    let reason: string | undefined;
    const already = seen.find((d) => d < eff);
    if (already) [status, satisfiedOn] = ["SATISFIED", already];
    for (const day of each(eff, asOf)) {
      if (status !== "OPEN" && status !== "OVERDUE") break;
      // Leaving takes effect the day after the last day of membership, before that day's contacts.
      if (day <= due && left(m, day) && !(dead(m, day) && day === m.deceasedOn)) {
        [status, reason] = ["CANCELLED", "MEMBER_LEFT"];
        break;
      }
      if (seen.includes(day)) {
        [status, satisfiedOn] = [day <= due ? "SATISFIED" : "SATISFIED_LATE", day];
        break;
      }
      if (day <= due) {
        const place = living(m, day);
        if (dead(m, day)) reason = "DECEASED";
        else if (m.role === "CHILD" && day > eff && !iowa(m, day))
          reason = "RECLASSIFIED_OUT_OF_STATE";
        else if (m.role === "CHILD" && day > eff && FACILITIES.includes(place.setting))
          reason = `RECLASSIFIED_${place.setting}`;
        else if (day === closed && day < due) reason = "CASE_CLOSED";
        if (reason) status = "CANCELLED";
      } else status = "OVERDUE";
    }
    initialRows.push({
      key: `INITIAL:${m.id}`,
      rule: "CON-4",
      windowStart: eff,
      due,
      status,
      ...(satisfiedOn && { satisfiedOn }),
      ...(reason && { reason }),
    });
  }
  rows.push(...initialRows);

  // --- windows of the family
  const family = (
    key: string,
    rule: string,
    start: PlainDate,
    end: PlainDate,
    times: number,
    clock: PlainDate,
  ) => {
    const required =
      set("closingWindow", clock) === "REQUIRE" && closed !== undefined && start <= closed;
    const cut = closed !== undefined && end > closed && !required;
    const judged = [end, asOf, ...(cut ? [closed] : [])].sort()[0] as PlainDate;
    const age = set("childAgeLimit", clock);
    const grace = set("entrantGraceBusinessDays", clock);
    const adults = file.members.filter((m) => homeAdult(m, judged));
    const kids = file.members.filter((m) => homeChild(m, judged, age));
    const owedAdults = adults.filter((m) => owedInWindow(m, start, end, grace));
    const owedKids = kids.filter((m) => owedInWindow(m, start, end, grace));
    if (owedAdults.length + owedKids.length === 0) return;
    const everyone = [...adults, ...kids].map((m) => m.id);
    const quorum = set("familyQuorum", clock);
    const missingOn = (day: PlainDate): string[] => {
      const visits = inService.filter((c) => c.date >= start && c.date <= day);
      const seen = new Set<string>(visits.flatMap((c) => c.with));
      const missing: string[] = [];
      if (quorum === "ANY_HOME_MEMBER") {
        if (!everyone.some((id) => seen.has(id))) missing.push("ANYONE_HOME");
      } else {
        if (quorum === "EVERY_HOME_MEMBER")
          missing.push(...owedAdults.map((m) => m.id).filter((id) => !seen.has(id)));
        else if (owedAdults.length > 0 && !adults.some((m) => seen.has(m.id)))
          missing.push("ADULT");
        missing.push(...owedKids.map((m) => m.id).filter((id) => !seen.has(id)));
      }
      const dates = datesWith(visits, everyone).length;
      if (missing.length === 0 && dates < times) missing.push(`ANOTHER_DATE x${times - dates}`);
      return missing;
    };
    const last = [end, lastDay].sort()[0] as PlainDate;
    const satisfiedOn = each(start, last).find((day) => missingOn(day).length === 0);
    const status: ObligationStatus = satisfiedOn
      ? "SATISFIED"
      : cut
        ? "CANCELLED"
        : asOf < start
          ? "UPCOMING"
          : asOf <= end
            ? "OPEN"
            : "MISSED";
    rows.push({
      key,
      rule,
      windowStart: start,
      due: end,
      status,
      ...(satisfiedOn && { satisfiedOn }),
      ...(status === "CANCELLED" && { reason: "CASE_CLOSED" }),
      ...((status === "OPEN" || status === "MISSED") && { missing: missingOn(last) }),
    });
  };

  // --- windows and deadlines of one person
  const own = (
    m: Member,
    key: string,
    rule: string | ((day: PlainDate) => string),
    kind: "WINDOW" | "DEADLINE",
    start: PlainDate,
    end: PlainDate,
    times: number,
    clock: PlainDate,
    fits: (day: PlainDate) => boolean,
    seenOn: (judged: PlainDate) => readonly PlainDate[],
  ) => {
    const required =
      kind === "WINDOW" &&
      set("closingWindow", clock) === "REQUIRE" &&
      closed !== undefined &&
      start <= closed;
    const cut = closed !== undefined && end > closed && !required;
    const judged = [end, asOf, ...(cut ? [closed] : [])].sort()[0] as PlainDate;
    const metBy = (day: PlainDate, on: PlainDate) => seenOn(on).filter((d) => d <= day)[times - 1];
    let cancelled: { day: PlainDate; reason: string } | undefined;
    let kept: PlainDate | undefined;
    for (const day of each(addDays(start, 1), judged)) {
      const before = addDays(day, -1);
      const reason = dead(m, day)
        ? "DECEASED"
        : left(m, day)
          ? "MEMBER_LEFT"
          : m.role === "CHILD" && !iowa(m, day)
            ? "OUT_OF_STATE"
            : undefined;
      if (!reason || !fits(before)) continue;
      const met = metBy(reason === "MEMBER_LEFT" ? before : day, before);
      if (met) kept = met;
      else {
        cancelled = { day, reason };
        break;
      }
    }
    const gone = dead(m, judged) || left(m, judged) || (m.role === "CHILD" && !iowa(m, judged));
    let satisfiedOn: PlainDate | undefined;
    if (!cancelled) {
      if (fits(judged))
        satisfiedOn = metBy(kind === "WINDOW" && end < lastDay ? end : lastDay, judged);
      else if (kept && gone) satisfiedOn = kept;
      else return;
      if (!satisfiedOn && cut) cancelled = { day: closed, reason: "CASE_CLOSED" };
    }
    const status: ObligationStatus = cancelled
      ? "CANCELLED"
      : satisfiedOn
        ? kind === "DEADLINE" && satisfiedOn > end
          ? "SATISFIED_LATE"
          : "SATISFIED"
        : asOf <= end
          ? "OPEN"
          : kind === "WINDOW"
            ? "MISSED"
            : "OVERDUE";
    const ruled =
      cancelled && cancelled.reason !== "CASE_CLOSED" ? addDays(cancelled.day, -1) : judged;
    rows.push({
      key,
      rule: typeof rule === "string" ? rule : rule(ruled),
      windowStart: start,
      due: end,
      status,
      ...(satisfiedOn && { satisfiedOn }),
      ...(cancelled && { reason: cancelled.reason }),
    });
  };

  // --- once in the first 30 days
  const day30 = addDays(eff, set("firstPeriodDays") - 1);
  const elsewhere = (m: Member, day: PlainDate, age: number) =>
    child(m, day, age) && member(m, day) && !home(m, day) && iowa(m, day);
  for (const m of file.members.filter((candidate) => candidate.role === "CHILD"))
    own(
      m,
      `FIRST30:${m.id}`,
      (day) => (FACILITIES.includes(living(m, day).setting) ? "CON-6" : "CON-10"),
      "DEADLINE",
      eff,
      day30,
      1,
      eff,
      (day) =>
        elsewhere(m, day, limit) && owedInWindow(m, eff, day30, set("entrantGraceBusinessDays")),
      (judged) => {
        const seen = datesWith([...early, ...inService], [m.id]);
        if (!set("otherChildContactMustPostdateMove")) return seen;
        let leftHome = judged;
        const farBack = addDays(eff, -60);
        while (leftHome > farBack && !home(m, addDays(leftHome, -1)))
          leftHome = addDays(leftHome, -1);
        return seen.filter((d) => leftHome === farBack || d >= leftHome);
      },
    );

  // --- initial family contact and the weekly windows
  const anchorMode = set("initialContactAnchor");
  let anchor: PlainDate | undefined;
  if (anchorMode === "ALL_REQUIRED_SEEN") {
    const required = initialRows.filter((row) => row.status !== "CANCELLED");
    const seen = required.map((row) => datesWith(inService, [row.key.slice("INITIAL:".length)])[0]);
    if (required.length > 0 && seen.every((date) => date !== undefined))
      anchor = seen
        .map((date) => date as PlainDate)
        .sort()
        .at(-1);
  } else
    anchor = inService
      .filter((c) => {
        const seen = file.members.filter((m) => c.with.includes(m.id));
        const adults = seen.some((m) => homeAdult(m, c.date));
        const kids = seen.some((m) => homeChild(m, c.date, limit));
        if (anchorMode === "FIRST_HOME_MEMBER") return adults || kids;
        return adults || (kids && !file.members.some((m) => homeAdult(m, c.date)));
      })
      .map((c) => c.date)
      .sort()[0];

  const weekday = (mode: string, starts: string, rolling: PlainDate | undefined) =>
    mode === "ROLLING_7" && rolling ? weekdayOf(rolling) : starts === "MONDAY" ? 1 : 0;

  // --- levels: of one source the newest in force, of all sources the strictest
  const level = (subject: string, per: "WEEK" | "MONTH", on: PlainDate): number => {
    if (on < eff) return 0;
    const records = file.levels.filter(
      (l) =>
        l.subject === subject &&
        l.from <= on &&
        l.from <= asOf &&
        (l.to === undefined || on <= l.to),
    );
    const newest = records.filter(
      (l, i) =>
        !records.some(
          (other, j) =>
            other.source === l.source && (other.from > l.from || (other.from === l.from && j > i)),
        ),
    );
    return Math.max(0, ...newest.filter((l) => l.per === per).map((l) => l.times));
  };
  const weekBegins = (day: PlainDate) =>
    weekdayOf(day) ===
    weekday(
      set("weekMode", day),
      set("weekStartsOn", day),
      anchor && anchor <= day ? anchor : undefined,
    );

  const weekly: PlainDate[] = [];
  if (anchor) {
    let zero = anchor;
    while (weekdayOf(zero) !== weekday(set("weekMode"), set("weekStartsOn"), anchor))
      zero = addDays(zero, -1);
    for (let k = 1; k <= set("weeklyCount"); k++) {
      const start = addDays(zero, 7 * k);
      weekly.push(start);
      const raised = weekBegins(start) ? level("FAMILY", "WEEK", start) : 0;
      family(`WEEK:${k}`, "CON-9", start, addDays(start, 6), Math.max(1, raised), eff);
    }
  }

  // --- months and plan windows, day by day
  const day31 = addDays(day30, 1);
  const monthOwed = (first: PlainDate) =>
    set("monthlyStart", first) === "MONTH_OF_DAY_31" ? endOfMonth(first) >= day31 : first >= day31;
  const earliest = plainDate(`${eff.slice(0, 7)}-01`);
  for (const day of each(earliest, lastDay)) {
    if (day.endsWith("-01")) {
      const end = endOfMonth(day);
      const name = day.slice(0, 7);
      const age = set("childAgeLimit", day);
      const grace = set("entrantGraceBusinessDays", day);
      const monthly = monthOwed(day);
      const asked = level("FAMILY", "MONTH", day);
      if (monthly) family(`MONTH:${name}:FAMILY`, "CON-13", day, end, Math.max(1, asked), day);
      else if (asked > 0) family(`PLAN:${name}:FAMILY`, "CON-2", day, end, asked, day);
      for (const m of file.members) {
        const times = level(m.id, "MONTH", day);
        const seen = () =>
          datesWith(
            inService.filter((c) => c.date >= day && c.date <= end),
            [m.id],
          );
        const inTime = owedInWindow(m, day, end, grace);
        if (monthly && m.role === "CHILD")
          own(
            m,
            `MONTH:${name}:${m.id}`,
            "CON-13",
            "WINDOW",
            day,
            end,
            Math.max(1, times),
            day,
            (d) => inTime && elsewhere(m, d, age),
            seen,
          );
        if (times > 0)
          own(
            m,
            `PLAN:${name}:${m.id}`,
            m.role === "PARENT" ? "CON-7" : "CON-2",
            "WINDOW",
            day,
            end,
            times,
            day,
            (d) =>
              inTime &&
              (m.role === "PARENT"
                ? parentOut(m, d)
                : member(m, d) &&
                  (adult(m) || (child(m, d, age) && iowa(m, d) && (!monthly || home(m, d))))),
            seen,
          );
      }
    }
    if (day >= eff && weekBegins(day)) {
      const end = addDays(day, 6);
      const asked = weekly.includes(day) ? 0 : level("FAMILY", "WEEK", day);
      if (asked > 0) family(`PLAN:${day}:FAMILY`, "CON-2", day, end, asked, day);
      for (const m of file.members) {
        const times = level(m.id, "WEEK", day);
        const inTime = owedInWindow(m, day, end, set("entrantGraceBusinessDays", day));
        if (times > 0)
          own(
            m,
            `PLAN:${day}:${m.id}`,
            m.role === "PARENT" ? "CON-7" : "CON-2",
            "WINDOW",
            day,
            end,
            times,
            day,
            (d) =>
              inTime &&
              (m.role === "PARENT"
                ? parentOut(m, d)
                : member(m, d) &&
                  (adult(m) || (child(m, d, set("childAgeLimit", day)) && iowa(m, d)))),
            () =>
              datesWith(
                inService.filter((c) => c.date >= day && c.date <= end),
                [m.id],
              ),
          );
      }
    }
  }
  return rows;
};
