import type { KeyboardEvent } from "react";
import { ScrollRegion } from "@kinward/ui/ScrollRegion";
import type { PlainDate } from "@kinward/domain/kernel";
import { dates } from "@kinward/wording/en/dates";
import { useMe } from "../../app/me.ts";
import { calendar as words } from "../../messages/en/calendar.ts";
import { type Day, weekOf, weeksOf } from "./present.ts";

/** A month as a table: each day says in words what it has, and leads to its list. */
export function Month(props: {
  day: PlainDate;
  of: (day: PlainDate) => Day;
  onDay: (day: PlainDate) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}) {
  const { day, of } = props;
  const { today } = useMe();
  const label = dates.month(day.slice(0, 7));
  return (
    <ScrollRegion label={label}>
      <table className="month-table">
        <caption className="sr">{label}</caption>
        <thead>
          <tr>
            {weekOf(day).map((each) => (
              <th key={each} scope="col">
                {dates.date(each, { today }).split(",")[0]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(day).map((week) => (
            <tr key={week[0]}>
              {week.map((each) => (
                <td key={each} data-other={each.slice(0, 7) !== day.slice(0, 7) || undefined}>
                  <DayButton {...props} at={of(each)} today={today} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function DayButton(props: {
  at: Day;
  day: PlainDate;
  today: PlainDate;
  onDay: (day: PlainDate) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}) {
  const { date, dues, contacts } = props.at;
  const late = dues.filter((row) => row.bucket === "LATE").length;
  const due = dues.length - late;
  return (
    <button
      type="button"
      className="month-day"
      data-day={date}
      data-today={date === props.today || undefined}
      tabIndex={date === props.day ? 0 : -1}
      onClick={() => props.onDay(date)}
      onKeyDown={props.onKeyDown}
    >
      <span className="sr">
        {words.dayName(
          dates.date(date, { today: props.today, style: "long" }),
          dues.length,
          contacts.length,
        )}
      </span>
      <span aria-hidden className="month-day-parts">
        <strong>{Number(date.slice(8))}</strong>
        {late > 0 && (
          <span className="tag" data-due="late">
            {words.late(late)}
          </span>
        )}
        {due > 0 && (
          <span className="tag" data-due={date === props.today ? "today" : "later"}>
            {words.due(due)}
          </span>
        )}
        {contacts.length > 0 && (
          <span className="tag" data-due="done">
            {words.contacts(contacts.length)}
          </span>
        )}
      </span>
    </button>
  );
}
