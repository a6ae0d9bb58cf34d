import { Card } from "@kinward/ui/Card";
import { UiLink } from "@kinward/ui/UiLink";
import { dates } from "@kinward/wording/en/dates";
import { duties } from "@kinward/wording/en/duties";
import type { CaseOverview } from "@kinward/domain/views";
import { useMe } from "../../../app/me.ts";
import { paths } from "../../../app/paths.ts";
import { past as words } from "../../../messages/en/past.ts";
import { standingText } from "./statement.ts";

/** The statement of compliance as it stands: how many duties of each rule stand how. */
export function StatementCard({ overview: { header, statement } }: { overview: CaseOverview }) {
  const { today } = useMe();
  return (
    <Card
      title={words.parts.statement}
      flush
      actions={<UiLink href={paths.caseAsKnown(header.caseId)}>{words.earlierDays}</UiLink>}
    >
      {header.on !== today && (
        <p className="card-body">{words.ended(dates.date(header.on, { today }))}</p>
      )}
      {statement.rules.length === 0 ? (
        <p className="card-body muted">{words.emptyDuties}</p>
      ) : (
        <ul>
          {statement.rules.map(({ rule, counts }) => (
            <li key={rule} className="facts-block">
              <div className="row row-apart">
                <span>{duties.title({ rule })}</span>
                <span className="strong">{standingText(counts)}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
