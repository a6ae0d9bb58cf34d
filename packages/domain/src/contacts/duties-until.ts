import type { PlainDate } from "../kernel/plain-date.ts";
import type { Duty } from "./duty.ts";

/**
 * What a contractor reads of the duties of a case: of those that open after its last service day none is shown or counted
 * (D9, rule 3).
 * @param until that day; absent: all duties
 */
export const dutiesUntil = (
  duties: readonly Duty[],
  until: PlainDate | undefined,
): readonly Duty[] =>
  until === undefined ? duties : duties.filter((duty) => duty.opensOn <= until);
