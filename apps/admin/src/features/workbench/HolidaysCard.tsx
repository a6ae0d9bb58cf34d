import type { PolicyBook } from "@kinward/domain/policy";
import { Card } from "@kinward/ui/Card";
import { DateText } from "@kinward/ui/DateText";
import { workbench } from "./messages.ts";
import { type BenchRow, usedHolidays } from "./present.ts";

const m = workbench.holidays;

interface HolidaysCardProps {
  readonly rows: readonly BenchRow[];
  readonly book: PolicyBook;
}

/** The closed days that a count of business days may have met. */
export function HolidaysCard({ rows, book }: HolidaysCardProps) {
  const days = usedHolidays(rows, book);
  return (
    <Card title={m.title}>
      {days.length === 0 ? (
        <p className="muted">{m.none}</p>
      ) : (
        <ul className="stack-small">
          {days.map(({ date, name, source }) => (
            <li key={`${date} ${name}`}>
              <DateText date={date} /> {name}{" "}
              <span className="muted small">{source === "RULE" ? m.byRule : m.fromList}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
