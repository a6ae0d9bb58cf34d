import { DueTag } from "@kinward/ui/DueTag";
import { Empty } from "@kinward/ui/Empty";
import { Tag } from "@kinward/ui/Tag";
import { UiLink } from "@kinward/ui/UiLink";
import type { PlainDate } from "@kinward/domain/kernel";
import type { CalendarContact, CalendarView, WorkRow } from "@kinward/domain/views";
import { dutyOfRow } from "@kinward/wording";
import { dates } from "@kinward/wording/en/dates";
import { duties } from "@kinward/wording/en/duties";
import { labels } from "@kinward/wording/en/labels";
import { useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { calendar as words } from "../../messages/en/calendar.ts";
import { DUE_STATE } from "../shared/due-state.ts";
import { agendaOf } from "./present.ts";

/** The days that have something, one below the other. */
export function Agenda({ view, from, to }: { view: CalendarView; from: PlainDate; to: PlainDate }) {
  const me = useMe();
  const days = agendaOf(view, from, to);
  const inWords = (day: PlainDate) => dates.date(day, { today: me.today });
  if (days.length === 0)
    return (
      <Empty
        kind="allDone"
        title={words.nothing(inWords(from), inWords(to))}
        checkedAt={dates.time(me.now, me.agency.timeZone)}
      />
    );
  return days.map(({ date, dues, contacts }) => (
    <section key={date} className="agenda-day" aria-labelledby={`day-${date}`}>
      <h2 id={`day-${date}`} className="sub-title">
        {dates.date(date, { today: me.today, style: "long" })}
      </h2>
      <ul className="link-rows">
        {dues.map((row) => (
          <Due key={row.id} row={row} />
        ))}
        {contacts.map((contact) => (
          <Contact key={contact.contactId} contact={contact} />
        ))}
      </ul>
    </section>
  ));
}

function Due({ row }: { row: WorkRow }) {
  return (
    <li>
      <div className="stack-small">
        <span className="row">
          <DueTag state={DUE_STATE[row.bucket]} />
          <strong>{duties.title(dutyOfRow(row))}</strong>
        </span>
        <span className="muted small">{duties.stillNeeded(row)}</span>
      </div>
      <Family {...row} />
    </li>
  );
}

function Contact({ contact }: { contact: CalendarContact }) {
  const { startsAt, mode, people } = contact;
  return (
    <li>
      <div className="stack-small">
        <span className="row">
          <Tag>{labels.mode[mode]}</Tag>
          {startsAt !== undefined && <span>{dates.clock(startsAt)}</span>}
        </span>
        <span className="muted small">{dates.list(people)}</span>
      </div>
      <Family {...contact} />
    </li>
  );
}

const Family = (of: { caseId: string; familyName: string; caseNumber: string }) => (
  <span>
    <UiLink href={paths.case(of.caseId)}>{of.familyName}</UiLink>{" "}
    <span className="muted small nowrap">{of.caseNumber}</span>
  </span>
);
