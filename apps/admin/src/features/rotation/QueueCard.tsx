import { dayIn } from "@kinward/domain/kernel";
import type { RotationRow } from "@kinward/domain/views";
import { Card } from "@kinward/ui/Card";
import { useMe } from "../shared/session.ts";
import { rotation as m } from "./messages.ts";
import { laneWords, type Names } from "../shared/order/words.ts";
import { queueOf } from "./present.ts";

/** Which coming ordinary turns repay what. */
export function QueueCard({ row, names }: { readonly row: RotationRow; readonly names: Names }) {
  const { today, agency } = useMe();
  return (
    <Card title={m.queue.title}>
      <p className="muted">{m.queue.lead}</p>
      {row.lanes.length === 0 && <p>{m.noEpoch}</p>}
      {row.lanes.map((lane) => {
        const queue = queueOf(lane, names, today, dayIn(agency.timeZone));
        return (
          <div key={lane.lane} className="stack-small">
            {row.lanes.length > 1 && <h3>{laneWords(lane.lane)}</h3>}
            {queue.length === 0 ? (
              <p>{m.queue.level}</p>
            ) : (
              <>
                <ol className="turns">
                  {queue.map((item) => (
                    <li key={item.key}>
                      <div className="strong">{item.title}</div>
                      <div className="muted small">{item.why}</div>
                    </li>
                  ))}
                </ol>
                <p className="muted small">{m.queue.after}</p>
              </>
            )}
          </div>
        );
      })}
    </Card>
  );
}
