import { lazy, Suspense } from "react";
import { WhyButton } from "@kinward/ui/WhyButton";
import type { CaseId } from "@kinward/domain/kernel";
import { shared } from "../../../messages/en/shared.ts";

const ExpectationReason = lazy(() => import("./ExpectationReason.tsx"));

export interface WhyExpectedProps {
  caseId: CaseId;
  /** Its key: `coordinatorKey` or `householdKey` of the domain. */
  expectation: string;
  /** For screen readers: "Notice about Mia". */
  about: string;
}

/** "Why" beside what is expected and no duty with a date: the care coordinator, the notice of a household change. */
export function WhyExpected({ about, ...of }: WhyExpectedProps) {
  return (
    <WhyButton about={about} text={shared.explain.why}>
      <Suspense fallback={null}>
        <ExpectationReason {...of} />
      </Suspense>
    </WhyButton>
  );
}
