import type { WorkRow } from "@kinward/domain/views";
import type { DutyLike } from "../types.ts";

const FAMILY_RULES: readonly WorkRow["rule"][] = ["CON-9", "CON-13"];

/** A row of a due list as the words for duties ask for it. */
export const dutyOfRow = (row: Pick<WorkRow, "rule" | "window" | "keys">): DutyLike => ({
  rule: row.rule,
  window: row.window,
  family:
    FAMILY_RULES.includes(row.rule) &&
    row.keys.some((key) => key.endsWith(":FAMILY") || key.startsWith("WEEK:")),
});
