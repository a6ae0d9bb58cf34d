import type { ReactNode } from "react";
import type { LucideIcon } from "lucide-react";
import type { DueState } from "../lib/state.ts";
import { DateText } from "./DateText.tsx";

export interface TimelineEvent {
  id: string;
  /** `yyyy-mm-dd`. */
  date: string;
  title: ReactNode;
  /** Who, when, what: one or two lines. */
  detail?: ReactNode;
  icon: LucideIcon;
  /** Colors the mark; the title must say the same in words. */
  state?: DueState | undefined;
  /** A small button or link at the end. */
  action?: ReactNode;
}

export interface TimelineProps {
  label: string;
  events: readonly TimelineEvent[];
  headingLevel?: 3 | 4 | undefined;
}

/** The story of a case, newest first. */
export function Timeline({ label, events, headingLevel = 3 }: TimelineProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <ol className="timeline" aria-label={label}>
      {events.map((event) => (
        <li key={event.id} data-due={event.state}>
          <span className="timeline-mark">
            <event.icon size={13} aria-hidden />
          </span>
          <div>
            <span className="muted small">
              <DateText date={event.date} style="day" />
            </span>
            <Heading>{event.title}</Heading>
            {event.detail !== undefined && <div className="muted">{event.detail}</div>}
          </div>
          {event.action}
        </li>
      ))}
    </ol>
  );
}
