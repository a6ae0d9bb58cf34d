import { useContext, useEffect, useEffectEvent, useRef } from "react";
import { parseDate } from "@internationalized/date";
import { Button } from "react-aria-components/Button";
import { DateFieldStateContext, DateInput, DateSegment } from "react-aria-components/DateField";
import { DatePicker, Group } from "react-aria-components/DatePicker";
import { CalendarDays } from "lucide-react";
import { formatDate } from "../lib/dates.ts";
import { defined } from "../lib/defined.ts";
import { fieldRootProps, type FieldProps } from "../lib/field-props.ts";
import { useUi } from "../lib/ui-context.ts";
import { useTypedDate, type TypedParts } from "../lib/use-typed-date.ts";
import { Button as ActionButton } from "./Button.tsx";
import { CalendarPopover } from "./CalendarPopover.tsx";
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
  /** Called with a whole date, or with nothing as soon as it is not whole any more. */
  onChange: (value: string | undefined) => void;
  onBlur?: (() => void) | undefined;
  minValue?: string | undefined;
  maxValue?: string | undefined;
  actions?: readonly DateAction[] | undefined;
}

function parse(iso: string | undefined) {
  return iso === undefined ? undefined : parseDate(iso);
}

/** A calendar date: typed by digits or picked in the calendar. Empty until somebody enters it. */
export function DateField(props: DateFieldProps) {
  const { messages, locale, today } = useUi();
  const { minValue, maxValue, actions } = props;
  const box = useRef<HTMLDivElement>(null);
  const date = useTypedDate(props.value, props.onChange);
  const error = props.error ?? (date.wasImpossible ? messages.noSuchDay : undefined);
  const isTypingYear = date.shown !== null && props.value === undefined;

  function rangeWords(details: ValidityState): string | undefined {
    const words = (iso: string) => formatDate(iso, locale, { today });
    if (details.rangeOverflow && maxValue) return messages.dateTooLate(words(maxValue));
    if (details.rangeUnderflow && minValue) return messages.dateTooEarly(words(minValue));
    return undefined;
  }

  return (
    <DatePicker
      {...fieldRootProps({ ...props, error })}
      {...defined({
        // An unfinished year is early for every limit, and no fault yet.
        minValue: isTypingYear ? undefined : parse(minValue),
        maxValue: parse(maxValue),
        placeholderValue: parse(today),
      })}
      value={date.shown}
      onChange={(next) => date.take(next, box.current?.contains(document.activeElement) ?? false)}
      onBlur={() => {
        date.leave(Number((today ?? new Date().toISOString()).slice(0, 4)));
        props.onBlur?.();
      }}
      shouldForceLeadingZeros
    >
      <FieldHead {...props} error={error} fallback={rangeWords} />
      <div className="row date-row">
        <Group ref={box} className="date-box">
          <DateInput className="date-input">
            {(segment) => (
              <>
                <DateSegment segment={segment} className="date-segment" />
                {segment.type === "year" && <SegmentWatch onChange={date.watch} />}
              </>
            )}
          </DateInput>
          <Button className="box-button" aria-label={messages.openCalendar}>
            <CalendarDays size={18} aria-hidden />
          </Button>
        </Group>
        {actions?.map((action) => (
          // Without the null slot the picker would make each of these a button that opens the calendar.
          <ActionButton key={action.label} slot={null} onPress={() => date.choose(action.date)}>
            {action.label}
          </ActionButton>
        ))}
      </div>
      <CalendarPopover />
    </DatePicker>
  );
}

/** Tells what stands in the segments, which the field itself tells only when they make a date. */
function SegmentWatch({ onChange }: { onChange: (parts: TypedParts) => void }) {
  const state = useContext(DateFieldStateContext);
  const parts = state?.segments.filter((segment) => segment.isEditable) ?? [];
  const missing = parts.filter((segment) => segment.isPlaceholder).length;
  const isWhole = missing === 0;
  const isImpossible =
    isWhole && parts.some((part) => part.value !== state?.value?.[part.type as "day"]);
  const isEmpty = missing === parts.length;
  // Only a change of the segments counts, not a new function of the same field.
  const report = useEffectEvent(onChange);
  useEffect(() => {
    report({ isWhole, isEmpty, isImpossible });
  }, [isWhole, isEmpty, isImpossible]);
  return null;
}
