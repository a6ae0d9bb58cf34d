import { Card } from "@kinward/ui/Card";
import { DueTag } from "@kinward/ui/DueTag";
import { shiftDate } from "@kinward/ui";
import type { CaseOverview } from "@kinward/domain/views";
import { caseWords } from "../../messages/en/case.ts";
import { WhyDate } from "../shared/explain/WhyDate.tsx";
import { presentNow } from "./present.ts";

const words = caseWords.now;
const SHOWN = 8;

/** What is open in this case, the most urgent first. */
export function NowCard({ overview }: { overview: CaseOverview }) {
  const { on } = overview.header;
  const items = presentNow(overview, on, shiftDate(on, 7)).slice(0, SHOWN);
  return (
    <Card title={words.title} flush={items.length > 0}>
      {items.length === 0 ? (
        <p className="muted">{words.none}</p>
      ) : (
        <ul>
          {items.map(({ duty, title, who, state }) => (
            <li key={`${duty.episodeId} ${duty.key}`} className="facts-block">
              <div className="row row-apart">
                <DueTag state={state} date={duty.dueOn} />
                <WhyDate
                  caseId={overview.header.caseId}
                  episodeId={duty.episodeId}
                  dutyKey={duty.key}
                  about={title}
                  late={duty.status === "OVERDUE" && overview.header.can.recordWhy}
                />
              </div>
              <span className="strong">{title}</span>
              {who !== "" && <span className="muted">{who}</span>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
