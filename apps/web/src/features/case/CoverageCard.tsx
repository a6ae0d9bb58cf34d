import { lazy, Suspense, useState } from "react";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { CoverageGrid } from "@kinward/ui/CoverageGrid";
import { Skeleton } from "@kinward/ui/Skeleton";
import { useUi } from "@kinward/ui";
import type { CaseOverview } from "@kinward/domain/views";
import { useMe } from "../../app/me.ts";
import { caseWords } from "../../messages/en/case.ts";
import { Explanation } from "../shared/explain/Explanation.tsx";
import { firstColumn, noDutyText, presentCoverage } from "./present.ts";

const Empty = lazy(() => import("@kinward/ui/Empty").then((part) => ({ default: part.Empty })));
const CaseFileDownload = lazy(() => import("./CaseFileDownload.tsx"));
const words = caseWords.coverage;
/** Periods that stand beside each other; in a long case the newest are the ones that matter. */
const PERIODS = 8;

/** "Who must be seen, and when": each cell opens its rule and its records. */
export function CoverageCard({ overview }: { overview: CaseOverview }) {
  const me = useMe();
  const { messages } = useUi();
  const { coverage, header } = overview;
  const [all, setAll] = useState(false);
  const view = presentCoverage(overview, me.today, messages.states);
  const columns = all ? view.columns : view.columns.slice(firstColumn(coverage, PERIODS));
  const explain = (personId: string, columnId: string) => {
    const cell = coverage.rows
      .find((row) => row.personId === personId)
      ?.cells.find((each) => each.columnId === columnId);
    return cell?.dutyKey !== undefined && cell.episodeId !== undefined ? (
      <Explanation
        caseId={header.caseId}
        episodeId={cell.episodeId}
        dutyKey={cell.dutyKey}
        isProjected={cell.projected}
      />
    ) : (
      <p>{noDutyText(cell)}</p>
    );
  };
  return (
    <Card
      title={words.title}
      flush
      footer={
        <Suspense fallback={<Skeleton kind="text" count={1} />}>
          <CaseFileDownload caseId={header.caseId} />
        </Suspense>
      }
      actions={
        columns.length < view.columns.length && (
          <Button size="small" onPress={() => setAll(true)}>
            {words.earlier}
          </Button>
        )
      }
    >
      {coverage.rows.length === 0 ? (
        <Suspense fallback={null}>
          <Empty kind="start" title={overview.people.length === 0 ? words.empty : words.none} />
        </Suspense>
      ) : (
        <CoverageGrid
          columns={columns}
          people={view.people}
          explain={explain}
          note={coverage.weeksAssumeToday ? words.assumeToday : undefined}
        />
      )}
    </Card>
  );
}
