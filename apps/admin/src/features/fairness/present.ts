import type { Estimate, FairnessRow, Mask, Shown, ShownSize } from "@kinward/domain/fairness";
import type { FairnessView } from "@kinward/domain/views";
import { fairness as m } from "./messages.ts";

/** One row as it is read, on the screen and in the file. */
export interface ReportRow {
  readonly id: string;
  readonly measure: string;
  /** One for each contractor. */
  readonly cells: readonly string[];
  readonly total: string;
  readonly difference: string;
}

const MINUS = "\u2212";
/** A number with one digit behind the point and a minus that no program takes for a formula. */
export const decimal = (value: number, digits = 1): string => {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `${MINUS}${text}` : text;
};
export const percent = (share: number): string => decimal(100 * share);

const maskText = (because: Mask): string => m.masks[because];
const sizeText = (size: ShownSize): string =>
  size.kind === "SHOWN" ? String(size.count) : maskText(size.because);

const shownText = (shown: Shown): string => {
  if (shown.kind === "MASKED") return maskText(shown.because);
  const { share, value, low, high } = shown;
  return share === undefined
    ? m.mean(decimal(value, 2), decimal(low, 2), decimal(high, 2))
    : m.share(share.count, share.of, percent(value), percent(low), percent(high));
};

const differenceText = (row: FairnessRow, contractors: number): string => {
  if (row.difference === undefined)
    return contractors === 2 ? m.table.noDifference : m.table.noPair;
  const { value, low, high } = row.difference;
  return row.measure === "CHILDREN"
    ? m.children(decimal(value, 2), decimal(low, 2), decimal(high, 2))
    : m.points(percent(value), percent(low), percent(high));
};

export const contractorNames = ({ table, names }: FairnessView): readonly string[] =>
  table.contractors.map((id) => names[id] ?? "");

/** Every row of the report in words: the only source of screen and file. */
export const reportRows = (view: FairnessView): readonly ReportRow[] => {
  const { table } = view;
  const none = table.contractors.map(() => m.table.notRecorded);
  return [
    {
      id: "TURNS",
      measure: m.table.turns,
      cells: table.turns.each.map(sizeText),
      total: sizeText(table.turns.total),
      difference: m.table.notCompared,
    },
    ...table.rows.map((row) => ({
      id: row.measure,
      measure: m.measures[row.measure],
      cells: row.each.map(shownText),
      total: shownText(row.total),
      difference: differenceText(row, table.contractors.length),
    })),
    {
      id: "DISTANCE",
      measure: m.table.distance,
      cells: none,
      total: m.table.notRecorded,
      difference: m.table.noDifference,
    },
  ];
};

export const placementUnknownText = (view: FairnessView): string => sizeText(view.placementUnknown);

/** Head of the column of differences: what is subtracted from what. */
export const differenceHeader = (names: readonly string[]): string => {
  const [first, second] = names;
  return first !== undefined && second !== undefined && names.length === 2
    ? `${m.table.difference}: ${m.differenceOf(first, second)}`
    : m.table.difference;
};
export const totalHeader = (names: readonly string[]): string =>
  names.length === 2 ? m.table.total : m.table.totalOfAll;

/** A difference as a picture shows it, between -1 and 1 of the widest. */
export interface DrawnDifference extends Estimate {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}
export const drawnDifferences = (view: FairnessView): readonly DrawnDifference[] => {
  // Shares are in points, children in their number: each kind is drawn against its own widest.
  const widest = (isShare: boolean): number =>
    Math.max(
      isShare ? 0.05 : 0.25,
      ...view.table.rows.flatMap(({ measure, difference }) =>
        difference === undefined || (measure === "CHILDREN") === isShare
          ? []
          : [Math.abs(difference.low), Math.abs(difference.high)],
      ),
    );
  return view.table.rows.flatMap((row) => {
    if (row.difference === undefined) return [];
    const scale = widest(row.measure !== "CHILDREN");
    const { value, low, high } = row.difference;
    return [
      {
        id: row.measure,
        label: m.measures[row.measure],
        text: differenceText(row, view.table.contractors.length),
        value: value / scale,
        low: low / scale,
        high: high / scale,
      },
    ];
  });
};

const cell = (text: string): string => {
  // A name must not become a formula in a program for tables.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The report as a file (RFC 4180): the rows of the screen, word for word. */
export const reportCsv = (view: FairnessView): string => {
  const names = contractorNames(view);
  const { areaName, period } = view;
  const about = [areaName, period.from, period.to, period.finished ? m.finished : m.running];
  const head = [m.area, "From", "To", "State", m.table.measure];
  return [
    [...head, ...names, totalHeader(names), differenceHeader(names)],
    ...reportRows(view).map((row) => [
      ...about,
      row.measure,
      ...row.cells,
      row.total,
      row.difference,
    ]),
  ]
    .map((line) => `${line.map(cell).join(",")}\r\n`)
    .join("");
};
