import { useState } from "react";
import { parseDate, type CalendarDate } from "@internationalized/date";
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
} from "react-aria-components/Calendar";
import {
  DateInput,
  DatePicker,
  DateSegment,
  Group,
  Popover,
} from "react-aria-components/DatePicker";
import { Dialog } from "react-aria-components/Dialog";
import { CalendarDays, ChevronLeft, ChevronRight } from "lucide-react";
import { expandYear, formatDate } from "../lib/dates.ts";
import { defined } from "../lib/defined.ts";
import { fieldRootProps, type FieldProps } from "../lib/field-props.ts";
import { useUi } from "../lib/ui-context.ts";
import { buttonClass } from "../lib/button-class.ts";
import { Button as ActionButton } from "./Button.tsx";
import { FieldHead } from "./Field.tsx";

/** A button beside the date, such as Today: an action, never a default. */
export interface DateAction {
  label: string;
  /** `yyyy-mm-dd`. */
  date: string;
}

export interface DateFieldProps extends FieldProps {
  /** `yyyy-mm-dd`, or missing. */
  value: string | undefined;
  /** Called with a whole date, or with nothing when it was cleared or is not whole any more. */
  onChange: (value: string | undefined) => void;
  onBlur?: (() => void) | undefined;
  minValue?: string | undefined;
  maxValue?: string | undefined;
  actions?: readonly DateAction[] | undefined;
}

/** Years before this are a year that is still being typed ("202" on the way to "2026"). */
const FIRST_YEAR = 1900;

function parse(iso: string | undefined): CalendarDate | null {
  return iso === undefined ? null : parseDate(iso);
}

/** A calendar date: typed by digits or picked in the calendar. Empty until somebody enters it. */
export function DateField(props: DateFieldProps) {
  const { messages, locale, today } = useUi();
  const { value, onChange, minValue, maxValue, actions } = props;
  // The year passes through 2, 20 and 202 while it is typed; only whole dates leave this component.
  const [typing, setTyping] = useState<CalendarDate | null>(null);

  function take(next: CalendarDate | null) {
    const whole = next !== null && next.year >= FIRST_YEAR;
    setTyping(whole ? null : next);
    const iso = whole ? next.toString() : undefined;
    if (iso !== value) onChange(iso);
  }

  function leave() {
    if (typing && typing.year < 100) {
      const thisYear = Number((today ?? new Date().toISOString()).slice(0, 4));
      take(typing.set({ year: expandYear(typing.year, thisYear) }));
    }
    props.onBlur?.();
  }

  return (
    <DatePicker
      {...fieldRootProps(props)}
      {...defined({
        minValue: minValue === undefined || typing ? undefined : parseDate(minValue),
        maxValue: maxValue === undefined ? undefined : parseDate(maxValue),
      })}
      {...defined({ placeholderValue: parse(today) ?? undefined })}
      value={typing ?? parse(value)}
      onChange={take}
      onBlur={leave}
      shouldForceLeadingZeros
    >
      <FieldHead
        {...props}
        fallback={(details) => {
          const words = (iso: string) => formatDate(iso, locale, { today });
          if (details.rangeOverflow && maxValue) return messages.dateTooLate(words(maxValue));
          if (details.rangeUnderflow && minValue) return messages.dateTooEarly(words(minValue));
          return undefined;
        }}
      />
      <div className="row date-row">
        <Group className="date-box">
          <DateInput className="date-input">
            {(segment) => <DateSegment segment={segment} className="date-segment" />}
          </DateInput>
          <Button className="box-button" aria-label={messages.openCalendar}>
            <CalendarDays size={18} aria-hidden />
          </Button>
        </Group>
        {actions?.map((action) => (
          // Without the null slot the picker would make each of these a button that opens the calendar.
          <ActionButton key={action.label} slot={null} onPress={() => onChange(action.date)}>
            {action.label}
          </ActionButton>
        ))}
      </div>
      <Popover className="popover">
        <Dialog className="calendar-dialog">
          <Calendar className="calendar">
            <header className="row row-apart">
              <Button
                slot="previous"
                className={buttonClass({ iconOnly: true, size: "small" })}
                aria-label={messages.previousMonth}
              >
                <ChevronLeft size={18} aria-hidden />
              </Button>
              <CalendarHeading className="calendar-heading" />
              <Button
                slot="next"
                className={buttonClass({ iconOnly: true, size: "small" })}
                aria-label={messages.nextMonth}
              >
                <ChevronRight size={18} aria-hidden />
              </Button>
            </header>
            <CalendarGrid>
              <CalendarGridHeader>
                {(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}
              </CalendarGridHeader>
              <CalendarGridBody>
                {(date) => (
                  <CalendarCell
                    date={date}
                    className={
                      // The server's day, not the device's, which may be wrong or in another zone.
                      date.toString() === today ? "calendar-cell calendar-today" : "calendar-cell"
                    }
                  />
                )}
              </CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
