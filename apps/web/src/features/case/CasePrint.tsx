import { getRouteApi } from "@tanstack/react-router";
import { KeyValue } from "@kinward/ui/KeyValue";
import { PrintPage } from "@kinward/ui/PrintPage";
import { ScrollRegion } from "@kinward/ui/ScrollRegion";
import { UiLink } from "@kinward/ui/UiLink";
import { useUi } from "@kinward/ui";
import { dates } from "@kinward/wording/en/dates";
import type { CaseId } from "@kinward/domain/kernel";
import type { CaseOverview } from "@kinward/domain/views";
import { failureOf } from "../../api/failure.ts";
import { asId } from "../../app/ids.ts";
import { useMe } from "../../app/me.ts";
import { NoAccess } from "../../app/NoAccess.tsx";
import { paths } from "../../app/paths.ts";
import { app } from "../../messages/en/app.ts";
import { caseWords as words } from "../../messages/en/case.ts";
import { people as roster } from "../../messages/en/people.ts";
import { useOverview } from "../shared/case/queries.ts";
import { Part } from "../shared/Part.tsx";
import { FamilyPrint } from "./family/FamilyCard.tsx";
import { AboutPrint } from "./people/AboutPrint.tsx";
import {
  caseTitle,
  presentCoverage,
  presentFacts,
  presentStop,
  timelineDetail,
  timelineTitle,
} from "./present.ts";
import { basisText, livingText, personDetail } from "./present-people.ts";

const route = getRouteApi("/app/cases/$caseId/print");

/** The case overview on paper. */
export default function CasePrint() {
  const overview = useOverview(asId<CaseId>(route.useParams().caseId));
  if (overview.isError && ["NOT_FOUND", "REASON_NEEDED"].includes(failureOf(overview.error).kind))
    return <NoAccess />;
  return (
    <Part query={overview} skeleton="text" count={12}>
      {(data) => <Paper overview={data} />}
    </Part>
  );
}

function Paper({ overview }: { overview: CaseOverview }) {
  const me = useMe();
  const { messages } = useUi();
  const { header, people, timeline } = overview;
  const coverage = presentCoverage(overview, me.today, messages.states);
  const stop = presentStop(overview, me.today);
  return (
    <PrintPage
      title={caseTitle(header)}
      about={`${header.caseNumber}. ${dates.date(me.today, { style: "long" })}, ${me.name}`}
      tools={<UiLink href={paths.case(header.caseId)}>{app.back}</UiLink>}
    >
      <KeyValue facts={presentFacts(header, me.today)} layout="list" />
      {stop && (
        <p>
          <strong>{stop.title}.</strong> {stop.text}
        </p>
      )}
      <AboutPrint caseId={header.caseId} />
      <section className="stack-small">
        <h2>{roster.roster.title}</h2>
        <ScrollRegion label={roster.roster.title}>
          <table className="print-table">
            <thead>
              <tr>
                <th scope="col">{roster.roster.columns.name}</th>
                <th scope="col">{roster.roster.columns.role}</th>
                <th scope="col">{roster.roster.columns.lives}</th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <tr key={person.personId}>
                  <th scope="row">
                    {person.name}
                    <div className="small">{personDetail(person, me.today)}</div>
                  </th>
                  <td>{basisText(person, me.today).join("; ")}</td>
                  <td>
                    {person.living === undefined
                      ? app.unknown
                      : livingText(person.living, me.today)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </section>
      <FamilyPrint caseId={header.caseId} />
      <section className="stack-small">
        <h2>{words.coverage.title}</h2>
        {overview.coverage.weeksAssumeToday && (
          <p className="small">{words.coverage.assumeToday}</p>
        )}
        <ScrollRegion label={words.coverage.title}>
          <table className="print-table">
            <thead>
              <tr>
                <th scope="col">{messages.person}</th>
                {coverage.columns.map((column) => (
                  <th key={column.id} scope="col">
                    {column.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {coverage.people.map((person) => (
                <tr key={person.id}>
                  <th scope="row">{person.name}</th>
                  {coverage.columns.map((column) => {
                    const cell = person.cells[column.id];
                    const word = cell && messages.states[cell.state];
                    return (
                      <td key={column.id}>
                        {cell &&
                          word &&
                          (cell.text.includes(word) ? cell.text : `${word}, ${cell.text}`)}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </section>
      <section className="stack-small">
        <h2>{words.timeline.title}</h2>
        <ol className="stack-small">
          {timeline.map((entry) => (
            <li key={entry.id}>
              <strong>{dates.date(entry.on, { today: me.today, style: "day" })}</strong>{" "}
              {timelineTitle(entry)}
              {timelineDetail(entry) !== "" && <div className="small">{timelineDetail(entry)}</div>}
            </li>
          ))}
        </ol>
      </section>
    </PrintPage>
  );
}
