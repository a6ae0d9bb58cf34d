import { listDutyNotes, listPersonDetails, loadTimeline } from "@kinward/db/cases";
import {
  complianceStatement,
  dutiesUntil,
  type ExplainedExpectation,
  type Explanation,
  explain,
  explainExpectation,
} from "@kinward/domain/contacts";
import { type CaseId, type EpisodeId, id, type PersonId, text } from "@kinward/domain/kernel";
import { type CaseHeader, type CaseOverview } from "@kinward/domain/views";
import { z } from "zod";
import { list as history } from "../history/list.ts";
import { router } from "../trpc/base.ts";
import { notFound, orNotFound } from "../trpc/failure.ts";
import { caseQuery } from "../trpc/procedures.ts";
import { about, confirmNeeds, correctNeeds, correctOpening } from "./about-case.ts";
import { begin } from "./begin.ts";
import { coverageView } from "./coverage-view.ts";
import { dutyViews } from "./duties.ts";
import { find } from "./find.ts";
import { headerOf, openCase } from "./header.ts";
import { exportCases, list, options } from "./list.ts";
import { openWithReason } from "./open-with-reason.ts";
import { peopleOf, peopleUntil } from "./people.ts";
import { endServices } from "../marks/services.ts";
import { recordIcpc } from "./record-icpc.ts";
import { recordMove } from "./record-move.ts";
import { readCase } from "./reading-bounds.ts";
import { timelineOf } from "./timeline.ts";

const OfCase = z.strictObject({ caseId: id<CaseId>() });
/** Contacts and events each that the overview shows. */
const TIMELINE_LENGTH = 60;

const header = caseQuery("cases.header", OfCase, async (context): Promise<CaseHeader> =>
  headerOf(await openCase(context), context),
);

const overview = caseQuery("cases.overview", OfCase, async (context): Promise<CaseOverview> => {
  const { trx, caseId } = context;
  const opened = await openCase(context);
  const { file, day, bounds } = opened.loaded;
  const details = await listPersonDetails(trx, caseId, day);
  const people = peopleUntil(peopleOf(file, details, day, opened.others), bounds.until);
  const notes = await listDutyNotes(trx, caseId);
  const duties = dutyViews(opened.evaluation.duties, notes, day);
  return {
    header: headerOf(opened, context),
    people,
    duties,
    coverage: coverageView(opened, people),
    statement: complianceStatement(duties, day),
    timeline: timelineOf(await loadTimeline(trx, caseId, TIMELINE_LENGTH), people, bounds),
  };
});

/** "Why this date", with the names of the people that its steps speak of. */
export interface NamedExplanation extends Explanation {
  readonly names: Readonly<Record<PersonId, string>>;
}

const why = caseQuery(
  "cases.explain",
  z.strictObject({ caseId: id<CaseId>(), episodeId: id<EpisodeId>(), key: text(200).min(1) }),
  async (context, { episodeId, key }): Promise<NamedExplanation> => {
    const { file, book, day, bounds } = await readCase(context);
    const explanation = orNotFound(explain(file, book, day, episodeId, key));
    if (dutiesUntil([explanation.duty], bounds.until).length === 0) throw notFound();
    const details = await listPersonDetails(context.trx, context.caseId, day);
    return {
      ...explanation,
      names: Object.fromEntries([...details.values()].map((one) => [one.personId, one.name])),
    };
  },
);

/** Why a care coordinator is expected, or a notice of a household change was prompt or slow. */
const whyExpected = caseQuery(
  "cases.explainExpectation",
  z.strictObject({ caseId: id<CaseId>(), key: text(200).min(1) }),
  async (context, { key }): Promise<ExplainedExpectation> => {
    const { file, book, day } = await readCase(context);
    return orNotFound(explainExpectation(file, book, day, key));
  },
);

export const casesRouter = router({
  options,
  list,
  export: exportCases,
  find,
  header,
  overview,
  explain: why,
  explainExpectation: whyExpected,
  history,
  openWithReason,
  begin,
  recordMove,
  recordIcpc,
  endServices,
  about,
  correctOpening,
  correctNeeds,
  confirmNeeds,
});
