import { useLayoutEffect, useRef, useState } from "react";
import { Card } from "@kinward/ui/Card";
import { ScrollRegion } from "@kinward/ui/ScrollRegion";
import type { BalanceSeries, OrderOverview } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { order as words } from "../../messages/en/order.ts";
import { layOut } from "./chart.ts";
import { balanceText, extremesText, nameOf, pointText, type Telling } from "./present.ts";

/** How far one contractor was ahead of the other, day by day or month by month, with the same figures as a table. */
export function BalanceCard({
  balance,
  telling,
}: {
  balance: OrderOverview["balance"];
  telling: Telling;
}) {
  const { series, unit, cut } = balance;
  return (
    <Card
      title={words.balance.title}
      actions={
        series.length > 0 && (
          <span className="muted small">
            {unit === "DAY" ? words.balance.days : words.balance.months}
          </span>
        )
      }
    >
      <div className="stack">
        {series.length === 0 && <p className="muted">{words.balance.empty}</p>}
        {series.map((one) => (
          <Course
            key={`${one.from} ${one.lane}`}
            series={one}
            telling={telling}
            isOne={series.length === 1}
          />
        ))}
        {cut && <p className="muted small">{words.balance.cut}</p>}
      </div>
    </Card>
  );
}

function Course({
  series,
  telling,
  isOne,
}: {
  series: BalanceSeries;
  telling: Telling;
  isOne: boolean;
}) {
  const first = nameOf(telling.contractors, series.first);
  const second = nameOf(telling.contractors, series.second);
  const from = dates.date(series.from, { today: telling.today, style: "day" });
  return (
    <section className="stack-small" aria-label={words.balance.pair(first, second, from)}>
      {!isOne && (
        <h3>
          {words.balance.pair(first, second, from)}
          {series.lane !== "COMBINED" && <span className="muted"> {words.lanes[series.lane]}</span>}
        </h3>
      )}
      <Picture series={series} telling={telling} first={first} second={second} />
      <p>{extremesText(series, telling.contractors)}</p>
      <details>
        <summary>{words.balance.table}</summary>
        <Figures series={series} telling={telling} first={first} second={second} />
      </details>
    </section>
  );
}

interface PictureProps {
  series: BalanceSeries;
  telling: Telling;
  first: string;
  second: string;
}

/** Decoration for those who see it: the sentence below and the table hold everything. */
function Picture({ series, telling, first, second }: PictureProps) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(560);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const chart = layOut(series.points, width);
  return (
    <div ref={box} aria-hidden>
      <svg
        className="order-chart"
        viewBox={`0 0 ${chart.width} ${chart.height}`}
        width={chart.width}
        height={chart.height}
      >
        {chart.levels.map((level) => (
          <g key={level.balance}>
            <line
              className={level.balance === 0 ? "zero" : "level"}
              x1={34}
              x2={chart.width}
              y1={level.y}
              y2={level.y}
            />
            <text x={28} y={level.y + 4} textAnchor="end">
              {Math.abs(level.balance)}
            </text>
          </g>
        ))}
        {chart.bands.map((band) => (
          <rect
            key={band.on}
            className="band"
            x={band.x}
            y={band.y}
            width={band.width}
            height={band.height}
            rx={2}
          />
        ))}
        <path className="course" d={chart.line} />
        <text x={34} y={12}>
          {words.balance.up(first)}
        </text>
        <text x={34} y={chart.height - 26}>
          {words.balance.up(second)}
        </text>
        {chart.ticks.map((tick) => (
          <text key={tick.on} x={tick.x} y={chart.height - 6} textAnchor={tick.anchor}>
            {pointText(tick.on, telling.today)}
          </text>
        ))}
      </svg>
    </div>
  );
}

function Figures({ series, telling, first, second }: PictureProps) {
  const { columns } = words.balance;
  return (
    <ScrollRegion label={words.balance.title}>
      <table className="table">
        <caption className="sr">{words.balance.title}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.on}</th>
            <th scope="col" className="cell-end">
              {columns.turns}
            </th>
            <th scope="col">{columns.close}</th>
            <th scope="col" className="cell-end">
              {columns.most(first)}
            </th>
            <th scope="col" className="cell-end">
              {columns.most(second)}
            </th>
          </tr>
        </thead>
        <tbody>
          {series.points.toReversed().map((point) => (
            <tr key={point.on}>
              <th scope="row" className="cell-fit">
                {pointText(point.on, telling.today)}
              </th>
              <td className="cell-end num">{point.turns}</td>
              <td>{balanceText(point.close, first, second)}</td>
              <td className="cell-end num">{Math.max(0, point.high)}</td>
              <td className="cell-end num">{Math.max(0, -point.low)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
