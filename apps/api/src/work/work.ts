import { listIntake } from "@kinward/db/intake";
import { loadPolicyBook } from "@kinward/db/policy";
import { findCaseFile } from "@kinward/db/cases";
import {
  isEpisodeOf,
  listPeopleOfWork,
  loadWork,
  recordDutyNotes,
  rolesOfStaff,
  type WorkFacts,
} from "@kinward/db/work";
import { decideRecordDutyNote, evaluate } from "@kinward/domain/contacts";
import {
  type CaseId,
  CommandEnvelope,
  type EpisodeId,
  id,
  type OrganizationId,
  type StaffId,
  text,
} from "@kinward/domain/kernel";
import {
  type Bucket,
  BUCKETS,
  EXPORT_FORMATS,
  type ExportFile,
  type WorkFilter,
  type WorkFilterOptions,
  type WorkList,
  type WorkRow,
} from "@kinward/domain/views";
import { z } from "zod";
import { exportFile, MOST_EXPORTED } from "../exports/table.ts";
import { router } from "../trpc/base.ts";
import { decided, notFound, orNotFound } from "../trpc/failure.ts";
import { caseCommand, query, type ScopeContext } from "../trpc/procedures.ts";
import { rowsOfIntake, rowsOfWork } from "./present-work.ts";
import { reasonsOf } from "./reasons.ts";
import { fitsRow, isOf, optionsOf, WorkFilterFields } from "./work-filter.ts";
import { workTable } from "./work-table.ts";

/** Rows of one group that are sent at once. */
const ROWS_OF_A_BUCKET = 100;

const Selection = {
  bucket: z.exactOptional(z.enum(BUCKETS)),
  staffId: z.exactOptional(id<StaffId>()),
  ...WorkFilterFields,
};

/** Who asks for a list of work, and in which snapshot. */
interface WorkReader extends Pick<ScopeContext, "trx" | "today"> {
  readonly who: Pick<ScopeContext["who"], "actor" | "caller">;
}

/** Every row of somebody's list, in the order of the groups and due dates, with what is said about the list. */
export async function rowsOf(
  { trx, who, today }: WorkReader,
  staffId: StaffId | undefined,
  filter: WorkFilter = {},
): Promise<{ readonly rows: readonly WorkRow[]; readonly facts: WorkFacts }> {
  const own = { staffId: who.actor.staffId, roles: who.actor.roles };
  const organization =
    who.caller.organizationId === undefined ? {} : { organizationId: who.caller.organizationId };
  const scope = { ...own, ...organization };
  if (staffId !== undefined && staffId !== own.staffId) {
    const below = await listPeopleOfWork(trx, scope, today);
    if (!below.some((one) => one.staffId === staffId)) throw notFound();
  }
  const whose =
    staffId === undefined || staffId === own.staffId
      ? scope
      : { ...organization, staffId, roles: await rolesOfStaff(trx, staffId, today) };
  const facts = await loadWork(trx, whose, today);
  const book = await loadPolicyBook(trx, "IA_FSRP");
  const receives =
    who.actor.roles.includes("INTAKE") &&
    whose === scope &&
    who.caller.organizationId !== undefined;
  // A referral has no worker in this list, and no contractor but the receiving one.
  const { organizationId } = who.caller;
  const intake =
    receives && isOf(filter)({ ...(organizationId && { contractorId: organizationId }) })
      ? await listIntake(trx, who.caller.organizationId as OrganizationId, today)
      : [];
  const side = who.caller.organizationId === undefined ? "DEPARTMENT_WORKER" : "CONTRACTOR";
  const rows = [
    ...rowsOfIntake(intake, today),
    ...rowsOfWork(
      { ...facts, duties: facts.duties.filter(isOf(filter)) },
      { side, staffId: own.staffId },
      today,
      book,
    ),
  ]
    .filter(fitsRow(filter, today))
    .toSorted(
      (a, b) =>
        BUCKETS.indexOf(a.bucket) - BUCKETS.indexOf(b.bucket) ||
        (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999"),
    );
  return { rows, facts };
}

const list = query(
  "work.list",
  z.strictObject(Selection),
  async (context, { bucket, staffId, ...filter }): Promise<WorkList> => {
    const { rows, facts } = await rowsOf(context, staffId, filter);
    context.saw([...new Set(rows.map((row) => row.caseId))]);
    return answer(
      rows,
      bucket,
      {
        today: context.today,
        checkedAt: context.now,
        families: facts.families,
        recalculating: facts.recalculating,
      },
      facts.unread,
    );
  },
  { current: true },
);

/** What the list shows, as a file. */
const exportWork = query(
  "work.export",
  z.strictObject({ ...Selection, format: z.enum(EXPORT_FORMATS) }),
  async (context, { bucket, staffId, format, ...filter }): Promise<ExportFile> => {
    const { rows, facts } = await rowsOf(context, staffId, filter);
    const asked = rows.filter((row) => bucket === undefined || row.bucket === bucket);
    const shown = asked.slice(0, MOST_EXPORTED);
    context.saw([...new Set(shown.map((row) => row.caseId))]);
    const table = workTable(shown, await reasonsOf(context.trx, shown, context.today));
    return exportFile(table, format, context.today, asked.length + facts.unread);
  },
  { current: true },
);

/** What the filters of the list offer. */
const options = query(
  "work.options",
  z.strictObject({ staffId: z.exactOptional(id<StaffId>()) }),
  async (context, { staffId }): Promise<WorkFilterOptions> => {
    const { rows, facts } = await rowsOf(context, staffId);
    context.saw([...new Set(rows.map((row) => row.caseId))]);
    return optionsOf(rows, facts.duties);
  },
  { current: true },
);

const answer = (
  rows: readonly WorkRow[],
  bucket: Bucket | undefined,
  about: Pick<WorkList, "today" | "checkedAt" | "families" | "recalculating">,
  unread: number,
): WorkList => {
  const of = (one: Bucket): readonly WorkRow[] => rows.filter((row) => row.bucket === one);
  const counts = Object.fromEntries(
    BUCKETS.map((one) => [one, of(one).length]),
  ) as WorkList["counts"];
  const shown = (bucket === undefined ? BUCKETS : [bucket]).flatMap((one) =>
    of(one).slice(0, ROWS_OF_A_BUCKET),
  );
  const oldestLate = of("LATE")[0]?.dueOn;
  const nextDueOn = of("LATER").find((row) => row.dueOn !== undefined)?.dueOn;
  const asked = bucket === undefined ? rows.length : counts[bucket];
  return {
    ...about,
    counts,
    ...(oldestLate === undefined ? {} : { oldestLate }),
    rows: shown,
    more: asked - shown.length + unread,
    ...(nextDueOn === undefined ? {} : { nextDueOn }),
  };
};

const people = query(
  "work.people",
  z.strictObject({}),
  async ({
    trx,
    who,
    today,
  }): Promise<{
    readonly people: readonly { readonly staffId: StaffId; readonly name: string }[];
  }> => ({
    people: await listPeopleOfWork(
      trx,
      {
        staffId: who.actor.staffId,
        roles: who.actor.roles,
        ...(who.caller.organizationId === undefined
          ? {}
          : { organizationId: who.caller.organizationId }),
      },
      today,
    ),
  }),
);

const recordWhy = caseCommand(
  "work.recordWhy",
  z.strictObject({
    ...CommandEnvelope,
    caseId: id<CaseId>(),
    episodeId: id<EpisodeId>(),
    keys: z.array(text(200).min(1)).min(1).max(60),
    note: text(5_000),
  }),
  async ({ trx, who, today, caseId }, { commandId, episodeId, keys, note }) => {
    if (!(await isEpisodeOf(trx, caseId, episodeId))) throw notFound();
    const { file, book } = orNotFound(await findCaseFile(trx, caseId));
    const evaluation = evaluate(file, book, today);
    const episode = orNotFound(file.episodes?.find((one) => one.id === episodeId));
    const notes = keys.map(
      (key) =>
        decided(
          decideRecordDutyNote(
            { episode, evaluation },
            { commandId, caseId, episodeId, key, note },
            today,
          ),
        ).value,
    );
    await recordDutyNotes(
      trx,
      notes.map((one) => ({ ...one, caseId, staffId: who.actor.staffId })),
    );
    return { result: { ok: true as const }, caseId, params: { episodeId, keys } };
  },
);

export const workRouter = router({ list, options, export: exportWork, people, recordWhy });
