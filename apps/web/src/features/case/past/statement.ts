import type { ComplianceCounts, ComplianceStanding } from "@kinward/domain/contacts";
import { past as words } from "../../../messages/en/past.ts";

const STANDINGS = Object.keys(words.standing) as readonly ComplianceStanding[];

/** "3 met, 1 late": what there is none of is not said. */
export const standingText = (counts: ComplianceCounts): string =>
  STANDINGS.filter((standing) => counts[standing] > 0)
    .map((standing) => words.count(counts[standing], words.standing[standing]))
    .join(", ");
