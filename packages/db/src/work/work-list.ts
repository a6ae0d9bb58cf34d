import { bucketBounds, type Duty } from "@kinward/domain/contacts";
import type {
  CaseId,
  EpisodeId,
  OrganizationId,
  PersonId,
  PlainDate,
  StaffId,
} from "@kinward/domain/kernel";
import { type Selectable, sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { PREPARED } from "../core/prepared.ts";
import { behindBook } from "../duties/keep-current.ts";
import { dutyOf, LIST_KIND } from "../duties/duty-row.ts";
import { withinService } from "../cases/within-service.ts";
import type { DutyTable } from "../schema/tables.generated.ts";
import { coveredEpisodes, episodesOfWork, type WorkScope } from "./work-scope.ts";

/** An open or missed duty of the list with what a row shows. */
export interface DutyOfWork {
  readonly duty: Duty;
  readonly caseId: CaseId;
  readonly caseNumber: string;
  readonly familyName: string;
  readonly contractorId?: OrganizationId;
  readonly contractorName?: string;
  readonly workerId?: StaffId;
  readonly workerName?: string;
  /** The coordinator of today, who alone sends what the contractor owes in writing. */
  readonly coordinatorId?: StaffId;
  /** Whom the person of the list covers in this case, where it is not their own. */
  readonly forName?: string;
}
export interface WorkFacts {
  readonly duties: readonly DutyOfWork[];
  /** Duties that were not read because there are too many. */
  readonly unread: number;
  readonly families: number;
  readonly names: ReadonlyMap<PersonId, string>;
  readonly recalculating: boolean;
}

/** Enough for the largest list that people scroll; beyond it the counts of the screen say so. */
const MOST = 2_000;

interface Extra {
  readonly caseNumber: string;
  readonly familyName: string;
  readonly contractorId: OrganizationId | null;
  readonly contractorName: string | null;
  readonly workerId: StaffId | null;
  readonly workerName: string | null;
  readonly coordinatorId: StaffId | null;
  readonly forName: string | null;
  readonly total: number;
}

/**
 * Everything in the scope that is open, and what was missed without a recorded reason, in order of their due dates. Three
 * statements, however long the list.
 */
export async function loadWork(
  trx: ReadTrx,
  scope: WorkScope,
  today: PlainDate,
): Promise<WorkFacts> {
  const run = trx as unknown as Trx;
  const { missed } = bucketBounds(today);
  const { rows } = await sql<Selectable<DutyTable> & Extra>`${PREPARED}
    WITH mine AS MATERIALIZED (${episodesOfWork(scope, today)}),
    covered AS MATERIALIZED (${coveredEpisodes(scope, today)}),
    -- What is shown is picked before it is known whose it is: of a contractor's many duties few are read at once.
    picked AS MATERIALIZED (
      SELECT d.*, c.number AS case_number, c.family_name, (count(*) OVER ())::int AS total
      FROM mine m
      JOIN app.duty d ON d.episode_id = m.episode_id
      JOIN app.case_record c ON c.case_id = d.case_id
      WHERE d.settled_on IS NULL AND d.cancelled_on IS NULL
        AND ${withinService(scope.organizationId, { caseId: "d.case_id", day: "d.opens_on" })}
        AND NOT (${LIST_KIND} = ANY (${missed.kinds}::text[]) AND d.due_on <= ${missed.dueTo ?? null} AND EXISTS (
          SELECT FROM app.duty_note n WHERE n.episode_id = d.episode_id AND n.key = d.key))
      ORDER BY d.due_on NULLS LAST, c.family_name, d.key
      LIMIT ${MOST}
    )
    SELECT d.*, o.organization_id AS contractor_id, o.name AS contractor_name, w.staff_id AS worker_id, w.name AS worker_name,
      k.staff_id AS coordinator_id, v.for_name
    FROM picked d
    LEFT JOIN covered v ON v.episode_id = d.episode_id
    LEFT JOIN LATERAL (
      SELECT g.organization_id, g.name FROM app.episode_contractor ec JOIN app.organization g ON g.organization_id = ec.organization_id
      WHERE ec.episode_id = d.episode_id ORDER BY ec.from_on DESC LIMIT 1
    ) o ON true
    LEFT JOIN LATERAL (
      SELECT s.staff_id, s.name FROM app.case_team t JOIN app.staff s ON s.staff_id = t.staff_id
      WHERE t.case_id = d.case_id AND t.role = 'CASEWORKER' AND t.from_on <= ${today} AND (t.to_on IS NULL OR t.to_on >= ${today}) LIMIT 1
    ) w ON true
    LEFT JOIN LATERAL (
      SELECT k.staff_id FROM app.coordinator k
      WHERE k.episode_id = d.episode_id AND k.from_on <= ${today} AND (k.to_on IS NULL OR k.to_on >= ${today}) LIMIT 1
    ) k ON true
    ORDER BY d.due_on NULLS LAST, d.family_name, d.key`.execute(run);
  const duties = rows.map(
    ({
      caseNumber,
      familyName,
      contractorId,
      contractorName,
      workerId,
      workerName,
      coordinatorId,
      forName,
      total: _,
      ...row
    }): DutyOfWork => ({
      duty: dutyOf(row),
      caseId: row.caseId,
      caseNumber,
      familyName,
      ...(contractorId === null ? {} : { contractorId }),
      ...(contractorName === null ? {} : { contractorName }),
      ...(workerId === null ? {} : { workerId }),
      ...(workerName === null ? {} : { workerName }),
      ...(coordinatorId === null ? {} : { coordinatorId }),
      ...(forName === null ? {} : { forName }),
    }),
  );
  const ids = new Set<string>();
  for (const { duty } of duties)
    for (const id of [duty.subject, ...duty.missing]) if (id.length === 36) ids.add(id);
  const names =
    ids.size === 0
      ? []
      : (
          await sql<{ personId: PersonId; name: string }>`${PREPARED}
            SELECT p.person_id, app.display_name(p.given, p.preferred, p.family, p.suffix) AS name
            FROM app.person p WHERE p.person_id = ANY (${[...ids]}::uuid[])`.execute(run)
        ).rows;
  const { rows: about } = await sql<{ families: number; recalculating: boolean }>`${PREPARED}
    WITH mine AS (${episodesOfWork(scope, today)})
    SELECT count(DISTINCT c.case_id)::int AS families, coalesce(bool_or(${behindBook}), false) AS recalculating
    FROM mine m JOIN app.episode e ON e.episode_id = m.episode_id JOIN app.case_record c ON c.case_id = e.case_id
    WHERE NOT e.withdrawn AND (e.last_service_day IS NULL OR e.last_service_day >= ${today})`.execute(
    run,
  );
  return {
    duties,
    unread: Math.max(0, (rows[0]?.total ?? 0) - rows.length),
    families: about[0]?.families ?? 0,
    names: new Map(names.map((row) => [row.personId, row.name])),
    recalculating: about[0]?.recalculating ?? false,
  };
}

/** Episodes that a key of duties may name, in one case. */
export const isEpisodeOf = async (
  trx: ReadTrx | Trx,
  caseId: CaseId,
  episodeId: EpisodeId,
): Promise<boolean> =>
  (await (trx as ReadTrx)
    .selectFrom("episode")
    .select("episodeId")
    .where("caseId", "=", caseId)
    .where("episodeId", "=", episodeId)
    .executeTakeFirst()) !== undefined;
