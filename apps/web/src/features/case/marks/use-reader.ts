import type { PersonId } from "@kinward/domain/kernel";
import type { CaseMarks, PersonView } from "@kinward/domain/views";
import { useMe } from "../../../app/me.ts";
import type { Reader } from "./present.ts";

/** What texts about the facts of a case need to know. */
export function useReader(
  people: readonly PersonView[],
  { forms }: CaseMarks,
  of?: PersonId,
): Reader {
  const { today, agency } = useMe();
  const effectiveDate = forms.findLast((form) => form.serviceType === "FSRP")?.effectiveDate;
  return {
    today,
    timeZone: agency.timeZone,
    nameOf: (id) => people.findLast((one) => one.personId === id)?.name ?? "",
    of,
    effectiveDate,
  };
}
