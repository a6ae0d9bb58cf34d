import { listIntake } from "@kinward/db/intake";
import { loadPolicyBook } from "@kinward/db/policy";
import { findCaseFile } from "@kinward/db/cases";
import {
  isEpisodeOf,
  listPeopleOfWork,
  loadWork,
  recordDutyNotes,
  rolesOfStaff,
} from "@kinward/db/work";
import { decideRecordDutyNote, evaluate } from "@kinward/domain/contacts";
import {
  type CaseId,
  CommandEnvelope,
  type EpisodeId,
  id,
  type StaffId,
  text,
} from "@kinward/domain/kernel";
import { type Bucket, BUCKETS, type WorkList, type WorkRow } from "@kinward/domain/views";
import { z } from "zod";
import { router } from "../trpc/base.ts";
import { decided, notFound, orNotFound } from "../trpc/failure.ts";
import { caseCommand, query } from "../trpc/procedures.ts";
import { rowsOfIntake, rowsOfWork } from "./present-work.ts";

/** Rows of one group that are sent at once. */
const ROWS_OF_A_BUCKET = 100;

const list = query(
  "work.list",
  z.strictObject({
    bucket: z.exactOptional(z.enum(BUCKETS)),
    staffId: z.exactOptional(id<StaffId>()),
  }),
  async ({ trx, who, today, now, saw }, { bucket, staffId }): Promise<WorkList> => {
    const own = { staffId: who.actor.staffId, roles: who.actor.roles };
    const organization =
      who.caller.organizationId === undefined ? {} : { organizationId: who.caller.organizationId };
    const scope = { ...own, ...organization };
    if (staffId !== undefined && staffId !== own.staffId) {
      const people = await listPeopleOfWork(trx, scope, today);
      if (!people.some((one) => one.staffId === staffId)) throw notFound();
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
    const intake =
      receives && who.caller.organizationId !== undefined
        ? await listIntake(trx, who.caller.organizationId, today)
        : [];
    const side = who.caller.organizationId === undefined ? "DEPARTMENT_WORKER" : "CONTRACTOR";
    const rows = [
      ...rowsOfIntake(intake, today),
      ...rowsOfWork(facts, { side, staffId: own.staffId }, today, book),
    ].toSorted(
      (a, b) =>
        BUCKETS.indexOf(a.bucket) - BUCKETS.indexOf(b.bucket) ||
        (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999"),
    );
    saw([...new Set(rows.map((row) => row.caseId))]);
    return answer(
      rows,
      bucket,
      { today, checkedAt: now, families: facts.families, recalculating: facts.recalculating },
      facts.unread,
    );
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

export const workRouter = router({ list, people, recordWhy });
