import {
  CalendarDays,
  CalendarX,
  CircleCheck,
  CircleDashed,
  CircleSlash,
  Clock,
  Hourglass,
  TriangleAlert,
  type LucideIcon,
} from "lucide-react";
import type { DueState } from "../lib/state.ts";

const ICONS: Record<DueState, LucideIcon> = {
  late: TriangleAlert,
  today: Clock,
  week: CalendarDays,
  later: CircleDashed,
  waiting: Hourglass,
  done: CircleCheck,
  notDue: CircleDashed,
  perPlan: CircleDashed,
  excused: CircleSlash,
  missed: CalendarX,
};

/** The icon of a due state. Decoration only: the word stands beside it. */
export function StateIcon({ state, size = 14 }: { state: DueState; size?: number }) {
  const Icon = ICONS[state];
  return <Icon size={size} strokeWidth={2.2} aria-hidden />;
}
