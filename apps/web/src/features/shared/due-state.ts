import type { DueState } from "@kinward/ui";
import type { Bucket } from "@kinward/domain/views";

/** The look of each group of a due list. */
export const DUE_STATE: Record<Bucket, DueState> = {
  LATE: "late",
  TODAY: "today",
  WEEK: "week",
  LATER: "later",
  WAITING: "waiting",
  MISSED: "missed",
};
