import type { CaseOverview } from "@kinward/domain/views";
import FamilyCard from "./family/FamilyCard.tsx";
import LevelsCard from "./marks/LevelsCard.tsx";
import { ServicesSummary } from "./marks/ServicesSummary.tsx";
import { StatementCard } from "./past/StatementCard.tsx";

/** What of a case may come after what is due. */
export default function MoreCards({ overview }: { overview: CaseOverview }) {
  return (
    <>
      <ServicesSummary overview={overview} />
      <StatementCard overview={overview} />
      <FamilyCard caseId={overview.header.caseId} />
      <LevelsCard overview={overview} />
    </>
  );
}
