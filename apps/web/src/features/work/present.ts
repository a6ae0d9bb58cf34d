import type { DueState } from "@kinward/ui";
import { daysBetween, plainDate } from "@kinward/domain/kernel";
import {
  BUCKETS,
  type Bucket,
  type DraftRow,
  type Me,
  type WorkList,
  type WorkRow,
} from "@kinward/domain/views";
import { dutyOfRow } from "@kinward/wording";
import { dates } from "@kinward/wording/en/dates";
import { duties } from "@kinward/wording/en/duties";
import { labels } from "@kinward/wording/en/labels";
import { paths } from "../../app/paths.ts";
import { DUE_STATE } from "../shared/due-state.ts";
import { work as words } from "../../messages/en/work.ts";

/** A row in words: what a screen shows and what a screen reader hears. */
export interface RowView {
  readonly row: WorkRow;
  readonly state: DueState;
  /** Word on the tag; the standard word of the state where missing. */
  readonly tag: string | undefined;
  readonly date: string | undefined;
  readonly title: string;
  readonly who: string;
  readonly rule: string;
  readonly verb: string | undefined;
  /** Names row and verb for whoever hears the button alone. */
  readonly verbLabel: string | undefined;
}

const tagOf = (row: WorkRow): string | undefined => {
  if (row.bucket === "LATE" && row.late) return duties.late(row.late.count, row.late.unit);
  if ((row.bucket === "WEEK" || row.bucket === "LATER") && row.inDays !== undefined)
    return duties.inDays(row.inDays);
  return undefined;
};

export const titleOf = (row: Pick<WorkRow, "rule" | "window" | "keys">): string =>
  duties.title(dutyOfRow(row));

export function presentRow(row: WorkRow): RowView {
  const title = titleOf(row);
  const verb = row.verb === undefined ? undefined : duties.verb[row.verb];
  return {
    row,
    state: DUE_STATE[row.bucket],
    tag: tagOf(row),
    date: row.dueOn,
    title,
    who: row.waitingOn === undefined ? duties.stillNeeded(row) : words.waitingOn(row.waitingOn),
    rule: duties.rule(row.rule),
    verb,
    verbLabel: verb === undefined ? undefined : words.verbFor(verb, title, row.familyName),
  };
}

export interface GroupView {
  readonly id: Bucket;
  readonly label: string;
  readonly count: number;
  readonly rows: readonly RowView[];
}

/** Groups in the order of urgency; what was missed is no work and stands last. */
export const presentGroups = (
  list: Pick<WorkList, "rows" | "counts">,
  only?: Bucket,
): readonly GroupView[] =>
  BUCKETS.filter((bucket) => only === undefined || bucket === only).map((bucket) => ({
    id: bucket,
    label: labels.bucket[bucket],
    count: list.counts[bucket],
    rows: list.rows.filter((row) => row.bucket === bucket).map(presentRow),
  }));

/** The four counts above the list. */
export function presentCounts(list: Pick<WorkList, "counts" | "oldestLate" | "rows" | "today">) {
  const { counts, rows, today, oldestLate } = list;
  const nextInWeek = rows.find((row) => row.bucket === "WEEK")?.dueOn;
  return [
    {
      id: "LATE",
      label: labels.bucket.LATE,
      count: counts.LATE,
      state: "late",
      detail: oldestLate && words.oldest(dates.date(oldestLate, { today })),
    },
    {
      id: "TODAY",
      label: labels.bucket.TODAY,
      count: counts.TODAY,
      state: "today",
      detail: undefined,
    },
    {
      id: "WEEK",
      label: labels.bucket.WEEK,
      count: counts.WEEK,
      state: "week",
      detail: nextInWeek && words.next(dates.date(nextInWeek, { today })),
    },
    {
      id: "WAITING",
      label: labels.bucket.WAITING,
      count: counts.WAITING,
      state: "waiting",
      detail: undefined,
    },
  ] as const;
}

export const presentLead = (list: Pick<WorkList, "counts" | "families" | "today">): string =>
  words.lead(
    dates.date(list.today, { today: list.today, style: "long" }),
    [
      words.families(list.families),
      words.late(list.counts.LATE),
      words.today(list.counts.TODAY),
    ].join(", "),
  );

/** The hour of the agency's clock, not of the device. */
export function greeting(me: Pick<Me, "name" | "now" | "agency">): string {
  const time = new Intl.DateTimeFormat("en-US", {
    timeZone: me.agency.timeZone,
    hour: "numeric",
    hourCycle: "h23",
  }).format(new Date(me.now));
  const hour = Number(time);
  const first = me.name.split(" ")[0] ?? me.name;
  return hour < 12
    ? words.morning(first)
    : hour < 18
      ? words.afternoon(first)
      : words.evening(first);
}

export const isBucket = (value: unknown): value is Bucket =>
  (BUCKETS as readonly unknown[]).includes(value);

/** Drafts below the list, newest first, with their age in days. */
export const presentDrafts = (drafts: readonly DraftRow[], today: string) =>
  drafts.map((draft) => ({
    id: draft.draftId,
    kind: words.draft[draft.kind],
    title: draft.title,
    age: words.draftAge(daysBetween(plainDate(draft.savedAt.slice(0, 10)), plainDate(today))),
    href:
      draft.kind === "REFERRAL"
        ? paths.referralDraft(draft.draftId)
        : draft.kind === "CASE"
          ? paths.beginCase({ draft: draft.draftId })
          : draft.caseId !== undefined && draft.contactId !== undefined
            ? paths.correctContact(draft.caseId, draft.contactId, { draft: draft.draftId })
            : paths.logContact({ caseId: draft.caseId, draft: draft.draftId }),
  }));
