import { useEffect, useRef, type KeyboardEvent } from "react";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button, buttonClass } from "@kinward/ui/Button";
import { PageHeader } from "@kinward/ui/PageHeader";
import { addDays, addMonths, type PlainDate, plainDate } from "@kinward/domain/kernel";
import { dates } from "@kinward/wording/en/dates";
import { api } from "../../api/client.ts";
import { useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { calendar as words } from "../../messages/en/calendar.ts";
import { Part } from "../shared/Part.tsx";
import { Agenda } from "./Agenda.tsx";
import { FeedCard } from "./FeedCard.tsx";
import { Month } from "./Month.tsx";
import { dayOfKey, daysOf, spanOf, weekOf } from "./present.ts";
import { WhoseCalendar } from "./WhoseCalendar.tsx";
import "./calendar.css";

const route = getRouteApi("/app/calendar");

/** What is due on which day, and what was done: as a list first, or as a month. */
export default function Calendar() {
  const search = route.useSearch();
  const me = useMe();
  const router = useRouter();
  const day = plainDate(search.day ?? me.today);
  const view = search.show ?? "agenda";
  const { from, to } = spanOf(day);
  const staffId = search.staffId as never;
  const query = useQuery({
    ...api.calendar.view.queryOptions({ from, to, ...(staffId === undefined ? {} : { staffId }) }),
    placeholderData: keepPreviousData,
  });
  const go = (
    next: { [K in keyof typeof search]?: (typeof search)[K] | undefined },
    replace = false,
  ) => router.history[replace ? "replace" : "push"](paths.calendar({ ...search, ...next }));
  const show = (next: PlainDate) => go({ day: next }, true);

  // After a key the focus follows to the chosen day.
  const box = useRef<HTMLDivElement>(null);
  const follows = useRef(false);
  useEffect(() => {
    if (!follows.current) return;
    follows.current = false;
    box.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = dayOfKey(event.key, day, me.today);
    if (next === undefined) return;
    event.preventDefault();
    follows.current = true;
    show(next);
  };
  const step = (by: 1 | -1) => show(view === "month" ? addMonths(day, by) : addDays(day, by * 7));
  const month = dates.month(day.slice(0, 7));
  return (
    <div className="page">
      <PageHeader
        title={words.title}
        lead={month}
        actions={
          <>
            <WhoseCalendar staffId={search.staffId} onPick={(id) => go({ staffId: id })} />
            <div role="group" className="switch" aria-label={words.shown}>
              {(["agenda", "month"] as const).map((each) => (
                <button
                  key={each}
                  type="button"
                  className={buttonClass({})}
                  aria-pressed={each === view}
                  onClick={() => go({ show: each === "month" ? each : undefined })}
                >
                  {words[each]}
                </button>
              ))}
            </div>
          </>
        }
      />
      <section className="card" aria-label={month}>
        <div className="card-head">
          <span className="row">
            <Button
              iconOnly
              aria-label={words.previous[view]}
              icon={<ChevronLeft size={18} aria-hidden />}
              onPress={() => step(-1)}
            />
            <Button onPress={() => show(me.today)}>{words.today}</Button>
            <Button
              iconOnly
              aria-label={words.next[view]}
              icon={<ChevronRight size={18} aria-hidden />}
              onPress={() => step(1)}
            />
          </span>
          <span className="muted small desk-only">{words.keys}</span>
        </div>
        <Part query={query} count={6}>
          {(data) => {
            const of = daysOf(data);
            return (
              <div ref={box} className={query.isPlaceholderData ? "table-stale" : undefined}>
                {view === "month" ? (
                  <Month
                    day={day}
                    of={of}
                    onDay={(each) => go({ day: each, show: undefined })}
                    onKeyDown={onKeyDown}
                  />
                ) : (
                  <>
                    <Strip
                      days={weekOf(day).map(of)}
                      day={day}
                      onDay={show}
                      onKeyDown={onKeyDown}
                    />
                    <Agenda view={data} from={day} to={to} />
                  </>
                )}
              </div>
            );
          }}
        </Part>
      </section>
      <FeedCard />
    </div>
  );
}

/** The seven days of a week, each with what it has. */
function Strip(props: {
  days: readonly ReturnType<ReturnType<typeof daysOf>>[];
  day: PlainDate;
  onDay: (day: PlainDate) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}) {
  const { today } = useMe();
  return (
    <div role="group" aria-label={words.strip} className="day-strip">
      {props.days.map(({ date, dues, contacts }) => (
        <button
          key={date}
          type="button"
          className="day-strip-day"
          data-day={date}
          data-today={date === today || undefined}
          aria-pressed={date === props.day}
          tabIndex={date === props.day ? 0 : -1}
          onClick={() => props.onDay(date)}
          onKeyDown={props.onKeyDown}
        >
          <span className="sr">
            {words.dayName(
              dates.date(date, { today, style: "long" }),
              dues.length,
              contacts.length,
            )}
          </span>
          <span aria-hidden>{dates.date(date, { today }).split(",")[0]}</span>
          <strong aria-hidden>{Number(date.slice(8))}</strong>
          <span aria-hidden className="small">
            {dues.length + contacts.length > 0 ? dues.length + contacts.length : "\u00A0"}
          </span>
        </button>
      ))}
    </div>
  );
}
