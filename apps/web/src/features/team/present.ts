import type { BarRow } from "@kinward/ui/BarChart";
import type { RowGroup } from "@kinward/ui/DataTable";
import type { BoardPerson, NamedPart, TeamBoard, TeamTermView } from "@kinward/domain/views";
import { labelOf } from "@kinward/wording";
import { dates } from "@kinward/wording/en/dates";
import { duties } from "@kinward/wording/en/duties";
import { labels } from "@kinward/wording/en/labels";
import { team as words } from "../../messages/en/team.ts";

const sum = (people: readonly BoardPerson[], of: (person: BoardPerson) => number): number =>
  people.reduce((total, person) => total + of(person), 0);

/** "214 of 233, last 30 days", or that none was due: a share without its numbers is not shown. */
export const onTimeText = ({ made, due }: Pick<BoardPerson, "made" | "due">) =>
  due === 0
    ? { share: words.board.none, of: words.board.noneDue }
    : { share: words.board.share(made, due), of: words.board.of(made, due) };

const trendText = (now: number, before: number): string =>
  now === before
    ? words.board.trend.same
    : now < before
      ? words.board.trend.down(before)
      : words.board.trend.up(before);

/** The figures above the board. */
export function presentTotals(people: readonly BoardPerson[]) {
  const late = sum(people, (person) => person.late);
  const onTime = onTimeText({
    made: sum(people, (person) => person.made),
    due: sum(people, (person) => person.due),
  });
  return [
    {
      id: "late",
      label: words.board.late,
      count: late,
      state: "late",
      detail: trendText(
        late,
        sum(people, (person) => person.lateWeekAgo),
      ),
    },
    {
      id: "today",
      label: words.board.today,
      count: sum(people, (person) => person.today),
      state: "today",
    },
    {
      id: "week",
      label: words.board.week,
      count: sum(people, (person) => person.week),
      state: "week",
    },
    { id: "onTime", label: words.board.onTime, count: onTime.share, detail: onTime.of },
  ] as const;
}

export const BOARD_SERIES = [
  { id: "late", label: words.board.late, state: "late" },
  { id: "today", label: words.board.today, state: "today" },
  { id: "week", label: words.board.week, state: "week" },
  { id: "later", label: words.board.later, state: "later" },
] as const;

export const barOf = ({ staffId, name, late, today, week, later }: BoardPerson): BarRow => ({
  id: staffId,
  label: name,
  values: { late, today, week, later },
});

/** My own people first; then those of the people below me, or the other coordinators. */
export function presentPeople(
  board: TeamBoard,
  isContractor: boolean,
): readonly RowGroup<BoardPerson>[] {
  const own = board.people.filter((person) => person.isOwn);
  const others = board.people.filter((person) => !person.isOwn);
  if (own.length === 0 || others.length === 0) return [{ id: "all", rows: board.people }];
  return [
    { id: "own", label: words.board.own, rows: own },
    {
      id: "others",
      label: isContractor ? words.board.otherCoordinators : words.board.others,
      rows: others,
    },
  ];
}

/** Who has the case today, who from a later day, who had it. */
export function presentTerms(terms: readonly TeamTermView[], today: string) {
  const ORDER = ["CASEWORKER", "SUPERVISOR", "CARE_COORDINATOR", "COVER", "MEMBER"] as const;
  const inOrder = terms.toSorted((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
  const isOver = (term: TeamTermView) => term.to !== undefined && term.to < today;
  return [
    {
      id: "now",
      label: words.page.now,
      rows: inOrder.filter((term) => term.from <= today && !isOver(term)),
    },
    { id: "later", label: words.page.later, rows: terms.filter((term) => term.from > today) },
    { id: "past", label: words.page.past, rows: terms.filter(isOver) },
  ];
}

export const termRole = (term: TeamTermView): string => {
  const role = words.page.role[term.role];
  if (term.ofName === undefined) return role;
  return `${role} ${term.role === "COVER" ? words.page.for(term.ofName) : words.page.of(term.ofName)}`;
};

export interface PartView {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly source: string;
}

/** A filled part in words, with its source. */
export function presentPart(part: NamedPart, index: number, today: string): PartView {
  return {
    id: `${part.kind} ${index}`,
    label: words.handover.parts[part.kind],
    text: partText(part, today),
    source: sourceText(part, today),
  };
}

const on = (date: string, today: string) => dates.date(date, { today });

function partText(part: NamedPart, today: string): string {
  switch (part.kind) {
    case "DUTY": {
      const window = /^(?:WEEK|MONTH|PLAN):([^:]+)/u.exec(part.key)?.[1];
      const title = duties.title({ rule: part.rule, window, family: part.people.length === 0 });
      const due =
        part.dueOn === undefined ? undefined : dueText(part.bucket, on(part.dueOn, today));
      return [title, dates.list(part.names), due].filter(Boolean).join(", ");
    }
    case "NEXT_REPORT":
      return words.handover.due(on(part.dueOn, today));
    case "LAST_SERVICE_DAY":
      return on(part.on, today);
    case "LANGUAGES":
      return dates.list(part.languages.map((code) => labelOf(labels.language, code)));
    case "NOTES":
    case "RISKS":
      return part.text;
    case "ADDRESS":
      return `${dates.list(part.names)}: ${labels.setting[part.setting]}, ${part.address}`;
    case "SAFETY_CONCERN":
      return words.handover.concern(on(part.on, today));
  }
}

const dueText = (bucket: string, date: string): string =>
  bucket === "late"
    ? words.handover.lateSince(date)
    : bucket === "missed"
      ? words.handover.missedOn(date)
      : words.handover.due(date);

function sourceText(part: NamedPart, today: string): string {
  const { source } = part;
  const from = words.handover.from_;
  switch (source.kind) {
    case "RULE":
      return part.kind === "DUTY" ? duties.rule(part.rule) : from.RULE;
    case "REFERRAL":
      return from.REFERRAL(on(source.on, today));
    case "CONTACT":
      return source.by === undefined
        ? from.CONTACT(on(source.on, today))
        : from.CONTACT_BY(on(source.on, today), source.by);
    case "LIVING":
      return source.from === undefined ? from.LIVING_ALWAYS : from.LIVING(on(source.from, today));
    case "CASE_RECORD":
      return from.CASE_RECORD;
  }
}
