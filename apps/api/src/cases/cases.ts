import { findCaseFile, listDutyNotes, listPersonDetails, loadTimeline } from "@kinward/db/cases";
import { listCaseHistory } from "@kinward/db/history";
import { type Explanation, explain } from "@kinward/domain/contacts";
import { type CaseId, type EpisodeId, id, type PersonId, text } from "@kinward/domain/kernel";
import { type CaseHeader, type CaseOverview, type HistoryEntry } from "@kinward/domain/views";
import { z } from "zod";
import { router } from "../trpc/base.ts";
import { orNotFound } from "../trpc/failure.ts";
import { caseQuery } from "../trpc/procedures.ts";
import { begin } from "./begin.ts";
import { coverageView } from "./coverage-view.ts";
import { dutyViews } from "./duties.ts";
import { find } from "./find.ts";
import { headerOf, openCase } from "./header.ts";
import { exportCases, list, options } from "./list.ts";
import { openWithReason } from "./open-with-reason.ts";
import { peopleOf } from "./people.ts";
import { recordIcpc } from "./record-icpc.ts";
import { recordMove } from "./record-move.ts";
import { readingBounds } from "./reading-bounds.ts";
import { timelineOf } from "./timeline.ts";

const OfCase = z.strictObject({ caseId: id<CaseId>() });
/** Contacts and events each that the overview shows. */
const TIMELINE_LENGTH = 60;

const header = caseQuery("cases.header", OfCase, async (context): Promise<CaseHeader> =>
  headerOf(await openCase(context, findCaseFile), context),
);

const overview = caseQuery("cases.overview", OfCase, async (context): Promise<CaseOverview> => {
  const { trx, caseId, today, who, relation } = context;
  const opened = await openCase(context, findCaseFile);
  const details = await listPersonDetails(trx, caseId, today);
  const people = peopleOf(opened.loaded.file, details, today, opened.others);
  const notes = await listDutyNotes(trx, caseId);
  const duties = dutyViews(opened.evaluation.duties, notes, today);
  return {
    header: headerOf(opened, context),
    people,
    duties,
    coverage: coverageView(opened, people, today),
    timeline: timelineOf(
      await loadTimeline(trx, caseId, TIMELINE_LENGTH),
      people,
      readingBounds(who, relation),
    ),
  };
});

/** "Why this date", with the names of the people that its steps speak of. */
export interface NamedExplanation extends Explanation {
  readonly names: Readonly<Record<PersonId, string>>;
}

const why = caseQuery(
  "cases.explain",
  z.strictObject({ caseId: id<CaseId>(), episodeId: id<EpisodeId>(), key: text(200).min(1) }),
  async ({ trx, caseId, today }, { episodeId, key }): Promise<NamedExplanation> => {
    const { file, book } = orNotFound(await findCaseFile(trx, caseId));
    const explanation = orNotFound(explain(file, book, today, episodeId, key));
    const details = await listPersonDetails(trx, caseId, today);
    return {
      ...explanation,
      names: Object.fromEntries([...details.values()].map((one) => [one.personId, one.name])),
    };
  },
);

const history = caseQuery(
  "cases.history",
  z.strictObject({ caseId: id<CaseId>(), page: z.int().min(1).max(10_000) }),
  async (
    { trx, caseId, who, relation },
    { page },
  ): Promise<{ readonly entries: readonly HistoryEntry[]; readonly more: boolean }> =>
    listCaseHistory(trx, caseId, page, readingBounds(who, relation)),
);

export const casesRouter = router({
  options,
  list,
  export: exportCases,
  find,
  header,
  overview,
  explain: why,
  history,
  openWithReason,
  begin,
  recordMove,
  recordIcpc,
});
