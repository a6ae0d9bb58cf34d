import type { FalseAlarms } from "@kinward/domain/fairness";
import { fairness as m } from "./messages.ts";
import { decimal, percent } from "./present.ts";

/** A probability in words: very small ones only as "less than". */
export const chanceText = (p: number): string => (p < 0.001 ? "< 0.1%" : `${decimal(100 * p)}%`);

export const falseAlarmText = ({ withFlag, runs }: FalseAlarms): string =>
  m.review.falseAlarms(runs === 0 ? "0.0" : percent(withFlag / runs), runs);
