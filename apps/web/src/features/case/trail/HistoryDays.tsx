import { trail } from "../../../messages/en/trail.ts";
import type { DayView } from "./present.ts";

const words = trail.history;

/** Acts under their days, each with what it changed. */
export function HistoryDays({ days }: { days: readonly DayView[] }) {
  return days.map((day) => (
    <section key={day.date} aria-label={day.label}>
      <h3 className="history-day">{day.label}</h3>
      <ol>
        {day.entries.map((entry) => (
          <li key={entry.id} className="history-entry">
            <span className="strong">{entry.sentence}</span>
            <span className="muted small">
              {entry.time}, {entry.by}
            </span>
            {entry.received !== undefined && <span className="muted small">{entry.received}</span>}
            {entry.reason !== undefined && <span className="pre">{entry.reason}</span>}
            {entry.changes.length > 0 && (
              <details>
                <summary>{words.changes(entry.changes.length)}</summary>
                <table className="changes">
                  <thead>
                    <tr>
                      <th scope="col">{words.columns.field}</th>
                      <th scope="col">{words.columns.before}</th>
                      <th scope="col">{words.columns.after}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {entry.changes.map((change) => (
                      <tr key={change.field}>
                        <th scope="row">{change.label}</th>
                        <td>{change.before}</td>
                        <td>{change.after}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </details>
            )}
          </li>
        ))}
      </ol>
    </section>
  ));
}
