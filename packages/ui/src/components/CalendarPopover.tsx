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
import { Dialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { buttonClass } from "../lib/button-class.ts";
import { useUi } from "../lib/ui-context.ts";

/** The month to pick from, inside a `DateField`. */
export function CalendarPopover() {
  const { messages, today } = useUi();
  const arrow = buttonClass({ iconOnly: true, size: "small" });
  return (
    <Popover className="popover">
      <Dialog>
        <Calendar className="calendar">
          <header className="row row-apart">
            <Button slot="previous" className={arrow} aria-label={messages.previousMonth}>
              <ChevronLeft size={18} aria-hidden />
            </Button>
            <CalendarHeading className="calendar-heading" />
            <Button slot="next" className={arrow} aria-label={messages.nextMonth}>
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
  );
}
