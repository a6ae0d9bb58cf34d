import type { FieldFault } from "@kinward/ui/ErrorSummary";
import type { CaseOfPerson } from "@kinward/domain/views";
import { refusalText } from "@kinward/wording";
import { codes } from "@kinward/wording/en/codes";
import type { Failure } from "../../../api/failure.ts";
import { team } from "../../../messages/en/team.ts";
import { faultsOfFailure } from "../faults.ts";

/** Refusals of several cases, each at its case. */
export function faultsOfMany(
  failure: Failure,
  cases: readonly Pick<CaseOfPerson, "caseId" | "familyName">[],
): readonly FieldFault[] {
  if (failure.kind !== "REFUSED") return faultsOfFailure(failure);
  return failure.refusals.flatMap((refusal) => {
    const [, index] = refusal.path ?? [];
    const one = cases[Number(index)];
    const message = refusalText(codes, refusal);
    return one === undefined
      ? [{ message }]
      : [{ name: one.caseId, message: team.person.refused(one.familyName, message) }];
  });
}
