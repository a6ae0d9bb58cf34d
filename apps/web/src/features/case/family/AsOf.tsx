import { useId, useState } from "react";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "@kinward/ui/Button";
import { DateField } from "@kinward/ui/DateField";
import { addDays, daysBetween, type PlainDate } from "@kinward/domain/kernel";
import { dates } from "@kinward/wording/en/dates";
import { familyWords } from "../../../messages/en/family.ts";

const words = familyWords.asOf;

export interface AsOfProps {
  from: PlainDate;
  today: PlainDate;
  value: PlainDate;
  /** Days on which the picture changes, in order. */
  changes: readonly PlainDate[];
  /** What happened on the chosen day. */
  what: readonly string[];
  onChange: (day: PlainDate) => void;
}

/** Chooses the day of the picture: typed, by the slider, or from one change to the next. */
export function AsOf({ from, today, value, changes, what, onChange }: AsOfProps) {
  const id = useId();
  const text = dates.date(value, { today, style: "weekday" });
  const earlier = changes.findLast((day) => day < value);
  const later = changes.find((day) => day > value);
  // What is typed while it is no day of the picture: unfinished, or out of its range.
  const [typed, setTyped] = useState<{ readonly date: string | undefined }>();
  const choose = (day: PlainDate) => {
    setTyped(undefined);
    onChange(day);
  };
  const type = (date: string | undefined) => {
    if (date !== undefined && date >= from && date <= today) choose(date as PlainDate);
    else setTyped({ date });
  };
  return (
    <div className="as-of">
      <label htmlFor={id}>
        {words.label} <strong>{text}</strong>
      </label>
      <div className="as-of-day">
        <DateField
          name="asOf"
          label={words.day}
          value={typed === undefined ? value : typed.date}
          onChange={type}
          minValue={from}
          maxValue={today}
        />
      </div>
      <div className="as-of-row">
        <Button
          size="small"
          icon={<ChevronLeft size={15} aria-hidden />}
          isDisabled={earlier === undefined}
          onPress={() => earlier && choose(earlier)}
        >
          {words.earlier}
        </Button>
        <input
          id={id}
          type="range"
          min={0}
          max={Math.max(1, daysBetween(from, today))}
          value={daysBetween(from, value)}
          aria-valuetext={text}
          onChange={(event) => {
            const day = addDays(from, Number(event.target.value));
            choose(day > today ? today : day);
          }}
        />
        <Button
          size="small"
          isDisabled={later === undefined}
          onPress={() => later && choose(later)}
        >
          {words.later}
          <ChevronRight size={15} aria-hidden />
        </Button>
        <Button size="small" isDisabled={value === today} onPress={() => choose(today)}>
          {words.today}
        </Button>
      </div>
      <p className="muted small" role="status">
        {what.length > 0 && `${what.join(". ")}.`}
      </p>
    </div>
  );
}
