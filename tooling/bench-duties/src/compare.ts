import { holidaysOf } from "@kinward/domain/calendar";
import type { CaseFile } from "@kinward/domain/casefile";
import { evaluate, statusOn } from "@kinward/domain/contacts";
import type { PlainDate } from "@kinward/domain/kernel";
import type { PolicyBook } from "@kinward/domain/policy";
import { format } from "date-fns/format";
import { parseISO } from "date-fns/parseISO";
import { naturalDuties } from "./natural.ts";

/** A duty in the form in which the ways to judge are compared. */
export interface Row {
  readonly key: string;
  readonly rule: string;
  readonly start: string;
  readonly due: string;
  readonly status: string;
  readonly satisfiedOn?: string;
  readonly reason?: string;
  readonly missing?: readonly string[];
}

const byKey = (a: Row, b: Row): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
const text = (date: Date): string => format(date, "yyyy-MM-dd");

/** Dates of the closures of some years, as the other ways take them. */
export const closuresOf = (book: PolicyBook, first: number, last: number): ReadonlySet<string> =>
  new Set(
    Array.from({ length: last - first + 1 }, (_, index) => holidaysOf(book, first + index))
      .flatMap(({ holidays }) => holidays)
      .map(({ date }) => date),
  );

/** What Kinward says is owed; tasks are left out, which the others do not know. */
export const kinwardRows = (file: CaseFile, book: PolicyBook, asOf: PlainDate): readonly Row[] =>
  evaluate(file, book, asOf)
    .duties.filter((duty) => duty.kind !== "TASK")
    .map((duty): Row => {
      const status = statusOn(duty, asOf);
      const isWaiting = duty.subject === "FAMILY" && (status === "OPEN" || status === "MISSED");
      return {
        key: duty.key,
        rule: duty.rule,
        start: duty.opensOn,
        due: duty.dueOn ?? "",
        status,
        ...(duty.settledOn !== undefined && { satisfiedOn: duty.settledOn }),
        ...(duty.cancelReason !== undefined && { reason: duty.cancelReason }),
        ...(isWaiting && { missing: duty.missing.toSorted() }),
      };
    })
    .toSorted(byKey);

const times = new WeakMap<ReadonlySet<string>, ReadonlySet<number>>();

/** Closures as `Date` counts, made once. */
export function timesOf(closures: ReadonlySet<string>): ReadonlySet<number> {
  const known = times.get(closures);
  if (known !== undefined) return known;
  const made = new Set([...closures].map((date) => parseISO(date).getTime()));
  times.set(closures, made);
  return made;
}

/** The same by the implementation with date-fns. */
export const naturalRows = (
  file: CaseFile,
  closures: ReadonlySet<string>,
  asOf: PlainDate,
): readonly Row[] =>
  naturalDuties(file, timesOf(closures), asOf)
    .map(({ start, due, satisfiedOn, missing, ...row }) => ({
      ...row,
      start: text(start),
      due: text(due),
      ...(satisfiedOn !== undefined && { satisfiedOn: text(satisfiedOn) }),
      ...(missing !== undefined && { missing: missing.toSorted() }),
    }))
    .toSorted(byKey);
