import type { ComponentProps, ReactNode } from "react";
import { Banner } from "@kinward/ui/Banner";
import { Card } from "@kinward/ui/Card";
import { UiLink } from "@kinward/ui/UiLink";
import { WhyButton } from "@kinward/ui/WhyButton";
import { dates } from "@kinward/wording/en/dates";
import type { CaseId } from "@kinward/domain/kernel";
import type { AsKnownView } from "@kinward/domain/views";
import { useMe } from "../../../app/me.ts";
import { paths } from "../../../app/paths.ts";
import { past as words } from "../../../messages/en/past.ts";
import { Act, CompareTable } from "./CompareTable.tsx";
import { PaperReasons } from "./PaperReasons.tsx";
import { presentPast } from "./present.ts";
import { Statement } from "./Statement.tsx";
import { momentText } from "./times.ts";
import { Reason, WhyThen } from "./WhyThen.tsx";

/** The earlier day beside the later one: case, people, duties, statement, and what was recorded since. */
export function PastContent({
  view,
  caseId,
  isPaper = false,
}: {
  view: AsKnownView;
  caseId: CaseId;
  isPaper?: boolean;
}) {
  const me = useMe();
  const shown = presentPast(view, { today: me.today, timeZone: me.agency.timeZone });
  const day = (iso: string) => dates.date(iso, { today: me.today, style: "day" });
  const moment = momentText(day(view.on), view.at);
  const then = words.onDay(moment);
  const now = view.comparedOn === me.today ? words.today : words.onDay(day(view.comparedOn));
  const why: ComponentProps<typeof CompareTable>["why"] = (row, side, text) => {
    const [duty, reason] = [row.duty?.[side], row.reason?.[side]];
    if (isPaper || (duty === undefined && reason === undefined)) return null;
    const moment = side === "before" ? view : { on: view.comparedOn };
    return (
      <WhyButton
        text={text}
        about={[row.label, row.detail, text === words.why && (side === "before" ? then : now)]
          .filter(Boolean)
          .join(", ")}
      >
        {duty && <WhyThen {...{ caseId, moment, duty }} names={shown.names} />}
        {reason && <Reason of={reason} />}
      </WhyButton>
    );
  };
  const table = (caption: string, rows: typeof shown.facts, empty?: string, more?: ReactNode) => (
    <Section title={caption}>
      {rows.length === 0 && empty !== undefined ? (
        <p className="muted empty-line">{empty}</p>
      ) : (
        <CompareTable {...{ caption, rows, why, isPaper }} before={then} now={now} />
      )}
      {more}
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
          {shown.expectations.length > 0 &&
            table(
              words.parts.expected,
              shown.expectations,
              undefined,
              isPaper && <PaperReasons rows={shown.expectations} before={then} now={now} />,
            )}
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
