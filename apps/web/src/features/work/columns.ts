import { WORK_CHOICE, type WorkChoice } from "@kinward/domain/views";

/** Shown until somebody chooses: contractor and worker stand in the case. */
export const USUAL_COLUMNS: readonly WorkChoice[] = ["family", "who", "rule"];

/** The columns of an address; the usual ones where it names none. */
export const shownColumns = (value: string | undefined): readonly WorkChoice[] =>
  value === undefined
    ? USUAL_COLUMNS
    : WORK_CHOICE.filter((column) => value.split(",").includes(column));

/** The address of a choice of columns: the usual ones are left out, and none is said too. */
export const columnsSearch = (columns: readonly string[]): string | undefined => {
  const chosen = WORK_CHOICE.filter((column) => columns.includes(column)).join(",");
  return chosen === USUAL_COLUMNS.join(",") ? undefined : chosen || "none";
};
