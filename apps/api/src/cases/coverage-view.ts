import { coverage, type CoverageColumn } from "@kinward/domain/contacts";
import type { CoverageView, PersonView } from "@kinward/domain/views";
import type { OpenedCase } from "./header.ts";

/** Months before the projected ones that are shown: a long case is read in its history. */
const LATEST_MONTHS = 5;

const idOf = (column: CoverageColumn): string => {
  switch (column.kind) {
    case "FIRST_CONTACT":
      return "INITIAL";
    case "FIRST_30":
      return "FIRST30";
    case "WEEK":
      return `WEEK:${column.n}`;
    case "MONTH":
      return column.month;
  }
};

/** "Who must be seen, and when": the domain's grid with names, and of the months the latest. */
export const coverageView = (opened: OpenedCase, people: readonly PersonView[]): CoverageView => {
  const { file, book, day, bounds } = opened.loaded;
  const grid = coverage(file, book, day);
  if (grid === undefined) return { columns: [], rows: [], weeksAssumeToday: false };
  const months = grid.columns.filter(
    (column) => column.kind === "MONTH" && column.projected !== true,
  ).length;
  let passed = 0;
  const shown = grid.columns.flatMap((column, index) => {
    if ("start" in column && bounds.until !== undefined && column.start > bounds.until) return [];
    if (column.kind === "MONTH" && column.projected !== true) {
      passed += 1;
      if (passed <= months - LATEST_MONTHS) return [];
    }
    return [{ column, index }];
  });
  const byId = new Map(people.map((person) => [person.personId, person]));
  return {
    columns: shown.map(({ column }) => ({
      id: idOf(column),
      ...(column.kind === "FIRST_CONTACT" || column.kind === "FIRST_30"
        ? { to: column.dueOn }
        : { from: column.start, to: column.end }),
      projected: isProjected(column),
    })),
    rows: grid.rows.flatMap(({ person, cells }) => {
      const known = byId.get(person);
      // Who has left the case has no place in what is to come.
      if (known === undefined || (known.memberTo !== undefined && known.memberTo < day)) return [];
      return [
        {
          personId: person,
          name: known.name,
          role: known.role,
          ...(known.living === undefined ? {} : { setting: known.living.setting }),
          ...(known.age === undefined ? {} : { age: known.age }),
          cells: shown.flatMap(({ column, index }) => {
            const cell = cells[index];
            if (cell === undefined) return [];
            const on = cell.on ?? cell.dueOn;
            return [
              {
                columnId: idOf(column),
                state: cell.state,
                ...(on === undefined ? {} : { on }),
                ...(cell.dutyKey === undefined
                  ? {}
                  : { episodeId: grid.episodeId, dutyKey: cell.dutyKey }),
                projected: cell.projected === true,
              },
            ];
          }),
        },
      ];
    }),
    weeksAssumeToday: shown.some(({ column }) => column.kind === "WEEK" && isProjected(column)),
  };
};

const isProjected = (column: CoverageColumn): boolean =>
  (column.kind === "MONTH" || column.kind === "WEEK") && column.projected === true;
