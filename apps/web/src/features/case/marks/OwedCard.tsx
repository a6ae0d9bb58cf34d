import { Card } from "@kinward/ui/Card";
import { DueTag } from "@kinward/ui/DueTag";
import { shiftDate } from "@kinward/ui";
import type { PersonId } from "@kinward/domain/kernel";
import type { CaseOverview } from "@kinward/domain/views";
import { useMe } from "../../../app/me.ts";
import { marks } from "../../../messages/en/marks.ts";
import { WhyDate } from "../../shared/explain/WhyDate.tsx";
import { presentNow } from "../present.ts";

const OPEN: readonly string[] = ["late", "today", "week", "later"];

/** What is open that this person must be seen for, alone or with the family. */
export function OwedCard({ overview, personId }: { overview: CaseOverview; personId: PersonId }) {
  const { today } = useMe();
  const cells = overview.coverage.rows.find((row) => row.personId === personId)?.cells ?? [];
  // A duty of the family is this person's as long as its cell is not done.
  const open = new Set(
    cells
      .filter((cell) => !cell.projected && OPEN.includes(cell.state))
      .map((cell) => `${cell.episodeId} ${cell.dutyKey}`),
  );
  const own = overview.duties.filter(
    (duty) => duty.subject === personId || open.has(`${duty.episodeId} ${duty.key}`),
  );
  const items = presentNow({ duties: own, people: overview.people }, today, shiftDate(today, 7));
  return (
    <Card title={marks.cards.owed} flush={items.length > 0}>
      {items.length === 0 ? (
        <p className="muted">{marks.empty.owed}</p>
      ) : (
        <ul>
          {items.map(({ duty, title, state }) => (
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
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
