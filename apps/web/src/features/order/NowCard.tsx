import { Card } from "@kinward/ui/Card";
import { StatBar } from "@kinward/ui/StatBar";
import type { OrderOverview } from "@kinward/domain/views";
import { refusalText } from "@kinward/wording";
import { codes } from "@kinward/wording/en/codes";
import { order as words } from "../../messages/en/order.ts";
import { nameOf, presentLane, sinceText, type Telling } from "./present.ts";

/** Standing turns, next turn and debt, each order of turns by itself. */
export function NowCard({ overview, telling }: { overview: OrderOverview; telling: Telling }) {
  const { now } = overview;
  const since = sinceText(now, telling);
  return (
    <Card title={words.now.title}>
      <div className="stack">
        {now.refusals.length > 0 && (
          <div className="stale-note">
            <p className="strong">{words.now.stopped}</p>
            {now.refusals.map((refusal) => (
              <p key={refusal.code}>{refusalText(codes, refusal)}</p>
            ))}
          </div>
        )}
        {now.only !== undefined && <p>{words.now.only(nameOf(telling.contractors, now.only))}</p>}
        {now.lanes.length === 0 && <p className="muted">{words.now.none}</p>}
        {now.lanes.map((lane) => {
          const view = presentLane(lane, telling);
          return (
            <section key={view.id} className="stack-small" aria-label={words.lanes[view.id]}>
              {now.lanes.length > 1 && <h3>{words.lanes[view.id]}</h3>}
              <StatBar label={words.now.split} left={view.left} right={view.right} />
              {view.next !== undefined && <p className="order-next">{view.next}</p>}
              <p>{view.debt}</p>
            </section>
          );
        })}
        {since !== undefined && <p className="muted small">{since}</p>}
      </div>
    </Card>
  );
}
