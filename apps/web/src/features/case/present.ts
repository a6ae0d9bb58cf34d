import type { DueState } from "@kinward/ui";
import type { CoverageColumn, CoveragePerson } from "@kinward/ui/CoverageGrid";
import type {
  CaseHeader,
  CaseOverview,
  CoverageCell,
  DutyView,
  PersonView,
  TimelineEntry,
} from "@kinward/domain/views";
import { labelOf } from "@kinward/wording";
import { dates } from "@kinward/wording/en/dates";
import { duties } from "@kinward/wording/en/duties";
import { labels } from "@kinward/wording/en/labels";
import { paths } from "../../app/paths.ts";
import { caseWords as words } from "../../messages/en/case.ts";

const day = (iso: string, today: string) => dates.date(iso, { today, style: "day" });

export const caseTitle = (header: Pick<CaseHeader, "familyName">): string =>
  words.family(header.familyName);

export function presentFacts(
  header: CaseHeader,
  today: string,
): readonly { label: string; value: string }[] {
  const { episode, worker } = header;
  const opened =
    episode !== undefined
      ? {
          label: words.facts.services,
          value:
            header.day === undefined
              ? day(episode.effectiveDate, today)
              : words.facts.day(day(episode.effectiveDate, today), header.day),
        }
      : {
          label: words.facts.opened,
          value:
            header.openedOn === undefined ? words.facts.notOpened : day(header.openedOn, today),
        };
  return [
    opened,
    ...(episode === undefined
      ? []
      : [
          { label: words.facts.coordinator, value: episode.coordinator?.name ?? words.facts.none },
          { label: words.facts.contractor, value: episode.contractorName },
        ]),
    { label: words.facts.worker, value: worker?.name ?? words.facts.none },
    ...(header.on === today ? [] : [{ label: words.facts.until, value: day(header.on, today) }]),
    ...(header.nextReportOn === undefined
      ? []
      : [{ label: words.facts.nextReport, value: day(header.nextReportOn, today) }]),
  ];
}

export function presentTabs(caseId: string, pathname: string) {
  const tabs = [
    { href: paths.case(caseId), label: words.tabs.overview },
    { href: paths.casePeople(caseId), label: words.tabs.people },
    { href: paths.caseContacts(caseId), label: words.tabs.contacts },
    { href: paths.caseTeam(caseId), label: words.tabs.team },
    { href: paths.caseHistory(caseId), label: words.tabs.history },
  ];
  return tabs.map((tab) => ({
    ...tab,
    isCurrent:
      tab.href === paths.case(caseId)
        ? pathname.replace(/\/$/u, "") === tab.href
        : pathname.startsWith(tab.href) ||
          // The earlier days of a case belong to its history.
          (tab.href === paths.caseHistory(caseId) &&
            pathname.startsWith(paths.caseAsKnown(caseId))) ||
          // The family is another view of its people.
          (tab.href === paths.casePeople(caseId) && pathname.startsWith(paths.caseFamily(caseId))),
  }));
}

/** Language codes as words. */
export const languagesOf = (codes: readonly string[]): string =>
  dates.list(codes.map((code) => labelOf(labels.language, code)));

/** The title of a duty from its own key: `WEEK:2`, `MONTH:2026-12:FAMILY`. */
export function dutyTitle(duty: Pick<DutyView, "rule" | "key" | "subject">): string {
  const window =
    /^WEEK:(\d+)/u.exec(duty.key)?.[1] ?? /^(?:MONTH|PLAN):(\d{4}-\d{2})/u.exec(duty.key)?.[1];
  return duties.title({ rule: duty.rule, window, family: duty.subject === "FAMILY" });
}

export interface StopView {
  readonly title: string;
  readonly text: string;
  readonly duty: DutyView;
  readonly keys: readonly string[];
}

/** The one worst late thing: the earliest due date, with everyone it is owed to. */
export function presentStop(
  overview: Pick<CaseOverview, "duties" | "people" | "statement">,
  today: string,
): StopView | undefined {
  const late = overview.duties
    .filter((duty) => duty.status === "OVERDUE")
    .toSorted((a, b) => ((a.dueOn ?? "") < (b.dueOn ?? "") ? -1 : 1));
  const [worst] = late;
  if (worst?.dueOn === undefined) return undefined;
  const together = late.filter((duty) => duty.rule === worst.rule && duty.dueOn === worst.dueOn);
  const names = namesOf(
    together.flatMap((duty) => (duty.subject === "FAMILY" ? duty.missing : [duty.subject])),
    overview.people,
  );
  const others = overview.statement.total.LATE - together.length;
  const parts = [
    words.stop.due(dates.date(worst.dueOn, { today, style: "long" })),
    names.length > 0 && worst.kind !== "TASK"
      ? words.stop.notSeen(dates.list(names), names.length)
      : undefined,
    others > 0 ? words.stop.more(others) : undefined,
  ];
  return {
    title: words.stop.late(dutyTitle(worst), labels.status.OVERDUE.toLowerCase()),
    text: parts.filter((part) => part !== undefined).join(" "),
    duty: worst,
    keys: together.map((duty) => duty.key),
  };
}

const namesOf = (ids: readonly string[], people: readonly PersonView[]): readonly string[] => [
  ...new Set(
    ids.flatMap((id) => people.find((person) => person.personId === id)?.name.split(" ")[0] ?? []),
  ),
];

/** Text of a cell: a late one says so, a done one its day, an open one the day by which. */
export function cellText(
  cell: CoverageCell,
  today: string,
  state: Readonly<Record<DueState, string>>,
): string {
  if (cell.state === "late" || cell.state === "missed" || cell.on === undefined)
    return state[cell.state];
  return cell.state === "done" ? day(cell.on, today) : words.coverage.by(day(cell.on, today));
}

/** The first name where it is enough to tell the people of the case apart. */
export function shortName(name: string, all: readonly string[]): string {
  const first = name.split(" ")[0] ?? name;
  return all.filter((other) => other.split(" ")[0] === first).length > 1 ? name : first;
}

export function presentCoverage(
  { coverage }: Pick<CaseOverview, "coverage">,
  today: string,
  state: Readonly<Record<DueState, string>>,
): { readonly columns: readonly CoverageColumn[]; readonly people: readonly CoveragePerson[] } {
  const year = today.slice(0, 4);
  const names = coverage.rows.map((row) => row.name);
  return {
    columns: coverage.columns.map(({ id, projected }) => ({
      id,
      label: duties.column(id).replace(` ${year}`, ""),
      ...(projected ? { detail: words.coverage.expected } : {}),
    })),
    people: coverage.rows.map((row) => ({
      id: row.personId,
      name: [shortName(row.name, names), row.age].filter((part) => part !== undefined).join(", "),
      detail: [
        labels.memberRole[row.role],
        row.setting === undefined ? undefined : labels.settingShort[row.setting],
      ]
        .filter((part) => part !== undefined)
        .join(", "),
      cells: Object.fromEntries(
        row.cells.map((cell) => [
          cell.columnId,
          { state: cell.state, text: cellText(cell, today, state) },
        ]),
      ),
    })),
  };
}

const OPEN: ReadonlySet<string> = new Set(["late", "missed", "today", "week", "later"]);

/**
 * The column with which the grid begins: the first that still holds something to do, or enough of the past to fill the
 * space. What is expected stands at the end.
 */
export function firstColumn({ columns, rows }: CaseOverview["coverage"], space: number): number {
  const open = columns.findIndex(({ id }) =>
    rows.some(({ cells }) =>
      cells.some((cell) => cell.columnId === id && !cell.projected && OPEN.has(cell.state)),
    ),
  );
  const fill = Math.max(0, columns.length - space);
  return open < 0 ? fill : Math.min(open, fill);
}

/** Why nothing is owed in a cell that no duty stands behind. */
export function noDutyText(cell: CoverageCell | undefined): string {
  const { nothing } = words.coverage;
  if (cell?.state === "notDue" && cell.columnId === "INITIAL") return nothing.first;
  if (cell?.state === "notDue" && cell.columnId === "FIRST30") return nothing.first30;
  return cell?.state === "notDue" ||
    cell?.state === "perPlan" ||
    cell?.state === "excused" ||
    cell?.state === "done"
    ? nothing[cell.state]
    : nothing.other;
}

export interface NowView {
  readonly duty: DutyView;
  readonly keys: readonly string[];
  readonly title: string;
  readonly who: string;
  readonly state: DueState;
}

/** What is open now, the most urgent first; duties of one rule and date are one thing to do. */
export function presentNow(
  overview: Pick<CaseOverview, "duties" | "people">,
  on: string,
  weekEnd: string,
): readonly NowView[] {
  const open = overview.duties
    .filter((duty) => ["OPEN", "OVERDUE", "UPCOMING"].includes(duty.status))
    .toSorted((a, b) => ((a.dueOn ?? "9999") < (b.dueOn ?? "9999") ? -1 : 1));
  const groups = Map.groupBy(open, (duty) =>
    [duty.episodeId, dutyTitle(duty), duty.dueOn, duty.status].join(" "),
  );
  return [...groups.values()].flatMap((group) => {
    const [duty] = group;
    if (duty === undefined) return [];
    const needed = group.flatMap((each) =>
      each.subject === "FAMILY" ? each.missing : [each.subject],
    );
    return {
      duty,
      keys: group.map((each) => each.key),
      title: dutyTitle(duty),
      who: dates.list(namesOf(needed, overview.people)),
      state: nowState(duty, on, weekEnd),
    };
  });
}

/** The state as the API judged it; only the distance of an open date is worded here. */
function nowState(duty: DutyView, today: string, weekEnd: string): DueState {
  if (duty.status === "OVERDUE") return "late";
  if (duty.status === "UPCOMING" || duty.dueOn === undefined) return "later";
  if (duty.dueOn === today) return "today";
  return duty.dueOn <= weekEnd ? "week" : "later";
}

export const TIMELINE_FILTERS = ["all", "contacts", "people", "services"] as const;
export type TimelineFilter = (typeof TIMELINE_FILTERS)[number];

const KINDS: Record<Exclude<TimelineFilter, "all">, readonly TimelineEntry["kind"][]> = {
  contacts: ["CONTACT", "ATTEMPT", "NOTICE"],
  people: ["MOVE", "MEMBER", "COORDINATOR"],
  services: ["REFERRAL", "ASSIGNMENT", "OPENED", "ENDED"],
};

export const filterTimeline = (
  entries: readonly TimelineEntry[],
  filter: TimelineFilter,
): readonly TimelineEntry[] =>
  filter === "all" ? entries : entries.filter((entry) => KINDS[filter].includes(entry.kind));

export function timelineTitle(entry: TimelineEntry): string {
  const titles = words.timeline.titles;
  const people = dates.list(entry.people);
  switch (entry.kind) {
    case "CONTACT":
      return titles.CONTACT(
        entry.mode === undefined ? labels.mode.FACE_TO_FACE : labels.mode[entry.mode],
        people,
      );
    case "ATTEMPT":
      return titles.ATTEMPT(people);
    case "ASSIGNMENT":
      return titles.ASSIGNMENT(entry.text ?? "");
    case "COORDINATOR":
      return titles.COORDINATOR(people);
    case "MOVE":
      return titles.MOVE(people, entry.setting === undefined ? "" : labels.setting[entry.setting]);
    case "MEMBER":
      return titles.MEMBER(people);
    default:
      return titles[entry.kind];
  }
}

export const timelineDetail = (entry: TimelineEntry): string =>
  [
    entry.by === undefined ? undefined : words.timeline.by(entry.by),
    entry.place === undefined ? undefined : labels.place[entry.place],
    entry.kind === "ASSIGNMENT" ? undefined : entry.text,
  ]
    .filter((part) => part !== undefined && part !== "")
    .join(". ");
