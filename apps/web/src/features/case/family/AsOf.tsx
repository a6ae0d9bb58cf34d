import { useId } from "react";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "@kinward/ui/Button";
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

/** Chooses the day of the picture: by the slider, or from one change to the next. */
export function AsOf({ from, today, value, changes, what, onChange }: AsOfProps) {
  const id = useId();
  const text = dates.date(value, { today, style: "weekday" });
  const earlier = changes.findLast((day) => day < value);
  const later = changes.find((day) => day > value);
  return (
    <div className="as-of">
      <label htmlFor={id}>
        {words.label} <strong>{text}</strong>
      </label>
      <div className="as-of-row">
        <Button
          size="small"
          icon={<ChevronLeft size={15} aria-hidden />}
          isDisabled={earlier === undefined}
          onPress={() => earlier && onChange(earlier)}
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
            onChange(day > today ? today : day);
          }}
        />
        <Button
          size="small"
          isDisabled={later === undefined}
          onPress={() => later && onChange(later)}
        >
          {words.later}
          <ChevronRight size={15} aria-hidden />
        </Button>
        <Button size="small" isDisabled={value === today} onPress={() => onChange(today)}>
          {words.today}
        </Button>
      </div>
      <p className="muted small" role="status">
        {what.length > 0 && `${what.join(". ")}.`}
      </p>
    </div>
  );
}
