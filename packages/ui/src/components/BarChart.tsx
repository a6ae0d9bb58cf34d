import type { ReactNode } from "react";
import type { DueState } from "../lib/state.ts";
import { ScrollRegion } from "./ScrollRegion.tsx";

export interface BarSeries {
  id: string;
  label: string;
  state: DueState;
}

export interface BarRow {
  id: string;
  label: string;
  href?: string | undefined;
  /** One number for each series, by its id. */
  values: Readonly<Record<string, number>>;
}

export interface BarChartProps {
  /** What is counted: "Open requirements by worker". */
  label: string;
  /** Heading of the first column of the table: "Worker". */
  rowHeader: string;
  series: readonly BarSeries[];
  rows: readonly BarRow[];
  /** Name cell of a row in the table, for example a link. */
  renderName?: ((row: BarRow) => ReactNode) | undefined;
  /** One more column of the table. */
  extra?: { header: string; cell: (row: BarRow) => ReactNode } | undefined;
}

/** The colors and patterns of a chart in words, for the head of its card. */
export function BarLegend({ series }: Pick<BarChartProps, "series">) {
  return (
    <div className="legend" aria-hidden>
      {series.map((each) => (
        <span key={each.id}>
          <i className="series" data-due={each.state} />
          {each.label}
        </span>
      ))}
    </div>
  );
}

/** The bars alone, as decoration beside a table that holds the same numbers. */
export function Bars({ series, rows }: Pick<BarChartProps, "series" | "rows">) {
  const totals = rows.map((row) => series.reduce((sum, s) => sum + (row.values[s.id] ?? 0), 0));
  const longest = Math.max(1, ...totals);
  return (
    <div className="bars" aria-hidden>
      {rows.map((row, index) => (
        <BarLine key={row.id} row={row} series={series} share={(totals[index] ?? 0) / longest} />
      ))}
    </div>
  );
}

/**
 * Stacked bars with the same numbers in a table below. The bars are decoration for those who see them; the table
 * holds everything, zeros included.
 */
export function BarChart(props: BarChartProps) {
  const { series, rows } = props;
  return (
    <div className="stack">
      <Bars series={series} rows={rows} />
      <ScrollRegion label={props.label}>
        <table className="table">
          <caption className="sr">{props.label}</caption>
          <thead>
            <tr>
              <th scope="col">{props.rowHeader}</th>
              {series.map((each) => (
                <th key={each.id} scope="col" className="cell-end">
                  {each.label}
                </th>
              ))}
              {props.extra && <th scope="col">{props.extra.header}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{props.renderName?.(row) ?? row.label}</th>
                {series.map((each) => (
                  <td key={each.id} className="cell-end num">
                    {row.values[each.id] ?? 0}
                  </td>
                ))}
                {props.extra && <td>{props.extra.cell(row)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}

function BarLine(props: { row: BarRow; series: readonly BarSeries[]; share: number }) {
  const { row, series, share } = props;
  return (
    <>
      <span className="bars-name">{row.label}</span>
      <span className="bars-track" style={{ inlineSize: `${share * 100}%` }}>
        {series
          .filter((each) => (row.values[each.id] ?? 0) > 0)
          .map((each) => (
            <span
              key={each.id}
              className="bar series"
              data-due={each.state}
              style={{ flexGrow: row.values[each.id] }}
            >
              <span>{row.values[each.id]}</span>
            </span>
          ))}
      </span>
    </>
  );
}
