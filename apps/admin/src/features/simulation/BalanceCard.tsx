import type { BalancePoint } from "@kinward/domain/assignment";
import type { SimulationView } from "@kinward/domain/views";
import { Card } from "@kinward/ui/Card";
import { DateText } from "@kinward/ui/DateText";
import { ScrollRegion } from "@kinward/ui/ScrollRegion";
import { simulation } from "./messages.ts";
import { layOut, pairOf } from "./present.ts";
import { useWidth } from "./use-width.ts";

const m = simulation.result;

/** How far one contractor was ahead of the other under both rules, with the same figures as tables. */
export function BalanceCard({ view }: { readonly view: SimulationView }) {
  const [first, second] = pairOf(view);
  const courses = [view.inForce.summary.balance, view.varied.summary.balance];
  const [box, width] = useWidth();
  const picture = layOut(courses, width);
  return (
    <Card
      title={m.balance}
      actions={
        <span className="legend" aria-hidden>
          <span>
            <svg className="simulation-key" viewBox="0 0 28 8">
              <path className="course" d="M0 4L28 4" />
            </svg>
            {m.inForce}
          </span>
          <span>
            <svg className="simulation-key" viewBox="0 0 28 8">
              <path className="course" data-varied d="M0 4L28 4" />
            </svg>
            {m.varied}
          </span>
        </span>
      }
    >
      <p className="muted">{m.balanceLead(first, second)}</p>
      <div ref={box}>
        <svg
          className="simulation-chart"
          viewBox={`0 0 ${picture.width} ${picture.height}`}
          aria-hidden
        >
          {picture.levels.map((level) => (
            <g key={level.balance}>
              <line
                className={level.balance === 0 ? "zero" : "level"}
                x1={34}
                x2={picture.width}
                y1={level.y}
                y2={level.y}
              />
              <text x={28} y={level.y + 4} textAnchor="end">
                {Math.abs(level.balance)}
              </text>
            </g>
          ))}
          <path className="course" d={picture.lines[0]} />
          <path className="course" data-varied d={picture.lines[1]} />
          <text x={40} y={14}>
            {m.ahead(first)}
          </text>
          <text x={40} y={picture.height - 6}>
            {m.ahead(second)}
          </text>
        </svg>
      </div>
      <Figures title={m.inForce} points={view.inForce.summary.balance} />
      <Figures title={m.varied} points={view.varied.summary.balance} />
    </Card>
  );
}

function Figures({
  title,
  points,
}: {
  readonly title: string;
  readonly points: readonly BalancePoint[];
}) {
  const { turn, on, balance } = m.balanceColumns;
  return (
    <details>
      <summary>
        {m.balanceTable}: {title}
      </summary>
      <div className="figures">
        <ScrollRegion label={`${m.balance}: ${title}`}>
          <table className="table">
            <caption className="sr">
              {m.balance}: {title}
            </caption>
            <thead>
              <tr>
                <th scope="col">{turn}</th>
                <th scope="col">{on}</th>
                <th scope="col" className="cell-end">
                  {balance}
                </th>
              </tr>
            </thead>
            <tbody>
              {points.map((point) => (
                <tr key={point.seq}>
                  <th scope="row">{point.seq}</th>
                  <td>
                    <DateText date={point.on} />
                  </td>
                  <td className="cell-end num">{point.balance}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </div>
    </details>
  );
}
