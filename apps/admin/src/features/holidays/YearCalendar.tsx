import type { Holiday } from "@kinward/domain/policy";
import { useMe } from "../shared/session.ts";
import { dateWords } from "../shared/words.ts";
import { holidays as m } from "./messages.ts";
import { type CalendarDay, calendarOf } from "./present.ts";

const WEEKDAYS = [
  ["Su", "Sunday"],
  ["Mo", "Monday"],
  ["Tu", "Tuesday"],
  ["We", "Wednesday"],
  ["Th", "Thursday"],
  ["Fr", "Friday"],
  ["Sa", "Saturday"],
] as const;

interface YearCalendarProps {
  readonly year: number;
  readonly holidays: readonly Holiday[];
}

/** Twelve months with the closed days marked. The list beside it says the same in words. */
export function YearCalendar({ year, holidays }: YearCalendarProps) {
  const { today } = useMe();
  return (
    <div className="year">
      {calendarOf(year, holidays, today).map(({ month, weeks }) => (
        <table key={month} className="month">
          <caption>{dateWords.month(`${year}-${String(month).padStart(2, "0")}`)}</caption>
          <thead>
            <tr>
              {WEEKDAYS.map(([short, long]) => (
                <th key={short} scope="col" abbr={long}>
                  {short}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week, row) => (
              <tr key={row}>
                {week.map((day, column) => (
                  <td key={column}>{day && <Day day={day} />}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

function Day({ day }: { readonly day: CalendarDay }) {
  return (
    <span
      className="month-day"
      data-closed={day.holiday && true}
      data-weekend={day.isWeekend || undefined}
      aria-current={day.isToday ? "date" : undefined}
      title={day.holiday?.name}
    >
      {day.day}
      {day.holiday && (
        <span className="sr">
          , {m.closed}, {day.holiday.name}
        </span>
      )}
    </span>
  );
}
