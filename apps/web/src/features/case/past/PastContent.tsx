import type { ReactNode } from "react";
import { Banner } from "@kinward/ui/Banner";
import { Card } from "@kinward/ui/Card";
import { UiLink } from "@kinward/ui/UiLink";
import { dates } from "@kinward/wording/en/dates";
import type { AsKnownView } from "@kinward/domain/views";
import { useMe } from "../../../app/me.ts";
import { paths } from "../../../app/paths.ts";
import { past as words } from "../../../messages/en/past.ts";
import { Act, CompareTable } from "./CompareTable.tsx";
import { momentText, presentPast } from "./present.ts";
import { Statement } from "./Statement.tsx";

/** The earlier day beside the later one: case, people, duties, statement, and what was recorded since. */
export function PastContent({
  view,
  caseId,
  isPaper = false,
}: {
  view: AsKnownView;
  caseId: string;
  isPaper?: boolean;
}) {
  const me = useMe();
  const shown = presentPast(view, { today: me.today, timeZone: me.agency.timeZone });
  const day = (iso: string) => dates.date(iso, { today: me.today, style: "day" });
  const moment = momentText(day(view.on), view.at);
  const then = words.onDay(moment);
  const now = view.comparedOn === me.today ? words.today : words.onDay(day(view.comparedOn));
  const table = (caption: string, rows: typeof shown.facts, empty?: string) => (
    <Section title={caption}>
      {rows.length === 0 && empty !== undefined ? (
        <p className="muted empty-line">{empty}</p>
      ) : (
        <CompareTable caption={caption} before={then} now={now} rows={rows} isPaper={isPaper} />
      )}
    </Section>
  );
  return (
    <>
      {view.comparedOn !== me.today && (
        <Banner kind="info">{words.limited(day(view.comparedOn))}</Banner>
      )}
      {view.before === undefined ? (
        <Banner kind="info">
          {words.notKnown(moment, day(view.firstKnownOn))}{" "}
          <UiLink href={paths.caseAsKnown(caseId, view.firstKnownOn)}>{words.toFirst}</UiLink>
        </Banner>
      ) : (
        <>
          <p>
            {shown.differing === 0 ? words.summary.none : words.summary.differs(shown.differing)}{" "}
            {words.summary.acts(shown.acts.length)}
          </p>
          {table(words.parts.people, shown.people)}
          {table(words.parts.duties, shown.duties, words.emptyDuties)}
          <Section title={words.parts.statement}>
            <p className="muted small empty-line">
              {words.statementLead(moment, now.toLowerCase())}
            </p>
            <Statement view={view} />
          </Section>
          {table(words.parts.case, shown.facts)}
        </>
      )}
      <Section title={words.parts.acts}>
        {shown.acts.length === 0 ? (
          <p className="muted empty-line">{words.emptyActs}</p>
        ) : (
          <ol className="link-rows">
            {shown.acts.map((act) => (
              <li key={act.id}>
                <Act act={act} />
                <UiLink href={paths.caseAsKnown(caseId, act.dayBefore)}>{words.before}</UiLink>
              </li>
            ))}
          </ol>
        )}
      </Section>
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card title={title} flush>
      {children}
    </Card>
  );
}
