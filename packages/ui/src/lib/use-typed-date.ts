import { useRef, useState } from "react";
import { parseDate, type CalendarDate } from "@internationalized/date";
import { expandYear } from "./dates.ts";

/** Years before this are a year that is still being typed ("202" on the way to "2026"). */
const FIRST_YEAR = 1900;

/** What stands in the segments of a date field, as far as it matters here. */
export interface TypedParts {
  /** No part is missing. */
  isWhole: boolean;
  /** All parts are missing. */
  isEmpty: boolean;
  /** Whole, but no day of the calendar, such as February 30. */
  isImpossible: boolean;
}

export interface TypedDate {
  /** The date for the field of react-aria. */
  shown: CalendarDate | null;
  /** An impossible day was typed and taken out again. */
  wasImpossible: boolean;
  /** For `onChange` of the field. `isTyping` tells a keystroke from what the field does by itself on leaving. */
  take: (next: CalendarDate | null, isTyping: boolean) => void;
  /** For each change of the segments. */
  watch: (parts: TypedParts) => void;
  /** For leaving the field. */
  leave: (thisYear: number) => void;
  /** Takes a whole date from elsewhere, such as a Today button. */
  choose: (iso: string) => void;
}

/**
 * Keeps a typed date honest. react-aria lets through a year that is still being typed, holds on to the old date when a
 * part of it is deleted, and turns February 30 into February 28 on leaving. Here only a whole date that somebody typed
 * ever reaches `onChange`; in all other cases it is missing.
 */
export function useTypedDate(
  value: string | undefined,
  onChange: (value: string | undefined) => void,
): TypedDate {
  // A date with an unfinished year, and the last whole date behind segments of which one was deleted.
  const [typing, setTyping] = useState<CalendarDate | null>(null);
  const [held, setHeld] = useState<CalendarDate | null>(null);
  const [wasImpossible, setWasImpossible] = useState(false);
  const isImpossible = useRef(false);
  const current = value === undefined ? null : parseDate(value);

  function emit(next: CalendarDate | null) {
    const iso = next?.toString();
    if (iso !== value) onChange(iso);
  }

  function settle(next: CalendarDate | null) {
    const isWhole = next === null || next.year >= FIRST_YEAR;
    setTyping(isWhole ? null : next);
    setHeld(null);
    emit(isWhole ? next : null);
  }

  return {
    shown: typing ?? current ?? held,
    wasImpossible,
    take(next, isTyping) {
      const isMadeUp = isImpossible.current && !isTyping;
      setWasImpossible(isMadeUp);
      settle(isMadeUp ? null : next);
    },
    watch(parts) {
      isImpossible.current = parts.isImpossible;
      if (wasImpossible && !parts.isEmpty) setWasImpossible(false);
      const isBroken = (!parts.isWhole && !parts.isEmpty) || parts.isImpossible;
      if (isBroken && current) {
        setHeld(current);
        emit(null);
      } else if (!isBroken && parts.isWhole && held) {
        settle(held);
      }
    },
    leave(thisYear) {
      if (typing && typing.year < 100)
        settle(typing.set({ year: expandYear(typing.year, thisYear) }));
    },
    choose(iso) {
      setWasImpossible(false);
      settle(parseDate(iso));
    },
  };
}
