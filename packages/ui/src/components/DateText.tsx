import { formatDate, type FormatDateOptions } from "../lib/dates.ts";
import { useUi } from "../lib/ui-context.ts";

export interface DateTextProps {
  /** `yyyy-mm-dd`. */
  date: string;
  style?: FormatDateOptions["style"];
}

/** A policy date in words, "Tue, Nov 17"; with the year when it is not the current one. Never numeric. */
export function DateText({ date, style }: DateTextProps) {
  const { locale, today } = useUi();
  return (
    <time dateTime={date} className="nowrap">
      {formatDate(date, locale, { today, style })}
    </time>
  );
}
