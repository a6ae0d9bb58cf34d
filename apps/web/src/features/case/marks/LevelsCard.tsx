import { Card } from "@kinward/ui/Card";
import { UiLink } from "@kinward/ui/UiLink";
import type { CaseOverview } from "@kinward/domain/views";
import { useMe } from "../../../app/me.ts";
import { paths } from "../../../app/paths.ts";
import { marks } from "../../../messages/en/marks.ts";
import { Part } from "../../shared/Part.tsx";
import { windowText } from "./levels.ts";
import { useMarks } from "./queries.ts";

const words = marks.levels;

/** How often each one must be seen now, in short. */
export default function LevelsCard({ overview }: { overview: CaseOverview }) {
  const { today } = useMe();
  const { caseId } = overview.header;
  const recorded = useMarks(caseId);
  const nameOf = (subject: string) =>
    overview.people.findLast((one) => one.personId === subject)?.name ?? words.family;
  return (
    <Card
      title={words.title}
      actions={<UiLink href={paths.caseLevels(caseId)}>{words.show}</UiLink>}
      flush
    >
      <Part query={recorded} count={2}>
        {({ levels }) => {
          const shown = levels.filter((one) => one.windows.length > 0 || one.note !== undefined);
          if (shown.length === 0) return <p className="card-body muted">{words.none}</p>;
          return (
            <ul>
              {shown.map((one) => (
                <li key={one.subject} className="facts-block">
                  {one.subject === "FAMILY" ? (
                    <span className="strong">{words.family}</span>
                  ) : (
                    <UiLink href={paths.casePerson(caseId, one.subject)}>
                      {nameOf(one.subject)}
                    </UiLink>
                  )}
                  {one.windows.map((window) => (
                    <span key={window.key} className="small">
                      {windowText(window, today)}
                    </span>
                  ))}
                  {one.windows.length === 0 && one.note !== undefined && (
                    <span className="muted small">{words.note[one.note]}</span>
                  )}
                </li>
              ))}
            </ul>
          );
        }}
      </Part>
    </Card>
  );
}
