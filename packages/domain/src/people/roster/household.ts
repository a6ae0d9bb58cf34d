import type { HouseholdChange, LivingSituation } from "../../casefile/case-file.ts";
import { ia } from "../../kernel/citation.ts";
import { findInForce } from "../../kernel/interval.ts";
import { addDays, type PlainDate } from "../../kernel/plain-date.ts";
import { accept, refuse, type Result } from "../../kernel/result.ts";
import { rule } from "../../kernel/rule.ts";
import type { HouseholdChangeKind, RecordHouseholdChange } from "./commands.ts";
import { dayRefusals, type Recorder } from "./facts.ts";

export interface Turn {
  readonly type: HouseholdChangeKind;
  readonly date: PlainDate;
}

/**
 * When someone entered or left the parental home while the case was open (EXP-6): the days on which their stays begin
 * or end to be there.
 * @param began first day of the case: who lived there before entered no open case's home
 */
export const householdTurns = rule(
  { id: "EXP-6", cites: [ia("48")] },
  (stays: readonly LivingSituation[], began: PlainDate | undefined): readonly Turn[] => {
    const days = new Set<PlainDate>();
    for (const stay of stays) {
      if (stay.from !== undefined) days.add(stay.from);
      if (stay.to !== undefined) days.add(addDays(stay.to, 1));
    }
    const isHome = (day: PlainDate) => findInForce(stays, day)?.setting === "PARENTAL_HOME";
    return [...days]
      .toSorted()
      .filter((day) => began === undefined || day > began)
      .flatMap((date): readonly Turn[] => {
        const [was, is] = [isHome(addDays(date, -1)), isHome(date)];
        return was === is ? [] : [{ type: is ? "ENTERED" : "EXITED", date }];
      });
  },
);

/**
 * The day on which the Department learns of what is recorded today: its own people know it; a contractor's record sends
 * a notice to the Department worker at once, where there is one.
 */
export const departmentToldOn = (recorder: Recorder, today: PlainDate): PlainDate | undefined =>
  recorder.by === "DEPARTMENT" || recorder.workerToTell === true ? today : undefined;

export type NewHouseholdChange = HouseholdChange & { readonly who: string };

/** Someone who is no member entered or left the home: told to the Department, nothing else follows (EXP-6, CASE-3). */
export const decideRecordHouseholdChange = rule(
  { id: "EXP-6", also: ["CASE-3"], cites: [ia("48")], decisions: ["DEC-43"] },
  (
    recorder: Recorder,
    { kind, on, who }: RecordHouseholdChange,
    today: PlainDate,
  ): Result<NewHouseholdChange> => {
    const refusals = dayRefusals(on, "on", { recorder, today });
    if (refusals.length > 0) return refuse(...refusals);
    const told = departmentToldOn(recorder, today);
    return accept({
      type: kind,
      date: on,
      who: who.trim(),
      ...(told !== undefined && { notifiedDepartmentOn: told }),
    });
  },
);

/** A recorded household change of a member. */
export interface RecordedTurn extends Turn {
  readonly id: string;
}

/** What a correction of stays does to the recorded household changes. */
export interface TurnChanges {
  readonly removed: readonly string[];
  /** Another day than was recorded; when the Department was told stays as it was. */
  readonly moved: readonly { readonly id: string; readonly date: PlainDate }[];
  readonly added: readonly Turn[];
}

/** Household changes follow the corrected stays; a change that only has another day keeps its notice. */
export const correctTurns = (
  recorded: readonly RecordedTurn[],
  before: readonly Turn[],
  after: readonly Turn[],
): TurnChanges => {
  const same = (a: Turn) => (b: Turn) => a.type === b.type && a.date === b.date;
  const gone = recorded.filter((turn) => before.some(same(turn)) && !after.some(same(turn)));
  const added = after.filter((turn) => !before.some(same(turn)));
  const moved: { id: string; date: PlainDate }[] = [];
  for (const turn of gone) {
    const index = added.findIndex((one) => one.type === turn.type);
    const [to] = index < 0 ? [] : added.splice(index, 1);
    if (to !== undefined) moved.push({ id: turn.id, date: to.date });
  }
  const removed = gone.filter((turn) => !moved.some(({ id }) => id === turn.id));
  return { removed: removed.map(({ id }) => id), moved, added };
};
