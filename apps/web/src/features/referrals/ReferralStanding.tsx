import { lazy } from "react";
import { DraftStanding } from "../shared/drafts/DraftBar.tsx";
import { useReferral } from "./ReferralPages.tsx";

export const CompareReferral = lazy(() => import("./CompareReferral.tsx"));

/** Where the draft of this referral stands, on whichever of its pages somebody is. */
export function ReferralStanding() {
  const { draft, merged } = useReferral();
  return <DraftStanding draft={draft} Compare={CompareReferral} onMerged={merged} />;
}
