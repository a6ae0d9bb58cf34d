import { addBusinessDays, countBusinessDays } from "@kinward/domain/calendar";
import type { OrganizationId, PlainDate } from "@kinward/domain/kernel";
import { addDays } from "@kinward/domain/kernel";
import { settingOn } from "@kinward/domain/policy";
import type { IntakeRow, TakenBackTurn } from "@kinward/domain/views";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { loadPolicyBook } from "../policy/books.ts";

/** How long a referral that has been received and coordinated stays in the list. */
const RECENT_DAYS = 30;

interface Row extends Omit<
  IntakeRow,
  | "acknowledgedAt"
  | "coordinator"
  | "initialContactDueOn"
  | "businessDay"
  | "firstContactMade"
  | "late"
  | "risks"
  | "withdrawnOn"
> {
  readonly acknowledgedAt: NonNullable<IntakeRow["acknowledgedAt"]> | null;
  readonly coordinatorId: string | null;
  readonly coordinatorName: string | null;
  readonly initialDueOn: PlainDate | null;
  readonly initialOpen: boolean;
  readonly initialSettled: boolean;
  readonly risks: string | null;
  readonly withdrawnOn: PlainDate | null;
}

/**
 * Referrals that a contractor has received: all that wait for acknowledgement or a care coordinator, and those of the
 * last weeks, withdrawn ones among them at the end. Late ones first, then by the day on which the first contact is due.
 */
export async function listIntake(
  trx: ReadTrx,
  organizationId: OrganizationId,
  today: PlainDate,
): Promise<readonly IntakeRow[]> {
  // Which referrals are asked about is settled before anything is looked up for each: a contractor has thousands.
  const { rows } = await sql<Row>`
    WITH r AS MATERIALIZED (
      SELECT r.*, e.effective_date, ec.seq, ec.contract_area_id AS assigned_in, k.staff_id AS coordinator_id,
        k.name AS coordinator_name
      FROM app.episode_contractor ec
      JOIN app.episode e ON e.episode_id = ec.episode_id
      JOIN app.referral r ON r.episode_id = ec.episode_id
      LEFT JOIN LATERAL (
        SELECT s.staff_id, s.name FROM app.coordinator o JOIN app.staff s ON s.staff_id = o.staff_id
        WHERE o.case_id = ec.case_id AND o.episode_id = e.episode_id AND s.organization_id = ${organizationId} ORDER BY o.from_on DESC LIMIT 1
      ) k ON true
      WHERE ec.organization_id = ${organizationId}
        AND (ec.to_on IS NULL OR ec.to_on >= ${today} OR r.withdrawn_on IS NOT NULL)
        AND CASE
          WHEN r.withdrawn_on IS NOT NULL THEN r.withdrawn_on >= ${addDays(today, -RECENT_DAYS)}
          ELSE (e.last_service_day IS NULL OR e.last_service_day >= ${today})
            AND (r.acknowledged_at IS NULL OR k.staff_id IS NULL OR e.effective_date >= ${addDays(today, -RECENT_DAYS)})
          END
    )
    SELECT r.referral_id, r.case_id, r.episode_id, c.number AS case_number, c.family_name,
      a.name || coalesce(' / ' || ca.subarea_name, '') AS area_name, r.service_type, r.seq AS turn,
      r.effective_date, r.submitted_at, r.acknowledged_at, r.risks, r.withdrawn_on,
      l.kind, l.line ->> 'method' AS method, (l.line ->> 'outOfOrder')::int = 1 AS out_of_order,
      (l.line ->> 'counted')::int = 1 AS counted, r.coordinator_id, r.coordinator_name,
      i.due_on AS initial_due_on, coalesce(i.open, false) AS initial_open, coalesce(i.settled, false) AS initial_settled,
      CASE WHEN c.interpreter_needed OR c.languages <> '{en}' THEN c.languages ELSE '{}' END AS languages,
      m.people, m.children, w.name AS worker_name, w.email::text AS worker_email
    FROM r
    JOIN app.ledger_line l ON l.contract_area_id = r.assigned_in AND l.seq = r.seq
    JOIN app.case_record c ON c.case_id = r.case_id
    JOIN app.contract_area ca ON ca.contract_area_id = r.contract_area_id
    JOIN app.service_area a ON a.service_area_id = ca.service_area_id
    LEFT JOIN app.staff w ON w.staff_id = r.submitted_by
    CROSS JOIN LATERAL (
      SELECT max(d.due_on) AS due_on, bool_or(d.settled_on IS NULL AND d.cancelled_on IS NULL AND d.lapsed_on IS NULL) AS open, bool_or(d.settled_on IS NOT NULL) AS settled
      FROM app.duty d WHERE d.episode_id = r.episode_id AND d.rule = 'CON-4'
    ) i
    CROSS JOIN LATERAL (
      SELECT count(*) AS people, count(*) FILTER (WHERE m.role = 'CHILD') AS children FROM app.member m
      WHERE m.case_id = r.case_id AND (m.left_on IS NULL OR m.left_on >= ${today})
    ) m
    ORDER BY r.effective_date, r.submitted_at`.execute(trx as unknown as Trx);
  if (rows.length === 0) return [];
  const book = await loadPolicyBook(trx, "IA_FSRP");
  return rows
    .map(
      ({
        acknowledgedAt,
        coordinatorId,
        coordinatorName,
        initialDueOn,
        initialOpen,
        initialSettled,
        risks,
        withdrawnOn,
        ...row
      }): IntakeRow => {
        // Before the effective date there is no duty yet, but its day is known already.
        const dueOn =
          initialDueOn ??
          (row.serviceType === "FSRP" && row.effectiveDate > today
            ? addBusinessDays(
                book,
                row.effectiveDate,
                settingOn(book, "initialContactBusinessDays", row.effectiveDate),
              )
            : undefined);
        return {
          ...row,
          ...(acknowledgedAt === null ? {} : { acknowledgedAt }),
          ...(coordinatorId === null || coordinatorName === null
            ? {}
            : { coordinator: { staffId: coordinatorId as never, name: coordinatorName } }),
          ...(dueOn === undefined
            ? {}
            : {
                initialContactDueOn: dueOn,
                businessDay: Math.max(0, countBusinessDays(book, row.effectiveDate, today)),
              }),
          firstContactMade: initialSettled && !initialOpen,
          late: withdrawnOn === null && initialOpen && dueOn !== undefined && dueOn < today,
          ...(risks === null ? {} : { risks }),
          ...(withdrawnOn === null ? {} : { withdrawnOn }),
        };
      },
    )
    .toSorted(
      (a, b) =>
        Number(a.withdrawnOn !== undefined) - Number(b.withdrawnOn !== undefined) ||
        Number(b.late) - Number(a.late) ||
        Number(a.acknowledgedAt !== undefined && a.coordinator !== undefined) -
          Number(b.acknowledgedAt !== undefined && b.coordinator !== undefined) ||
        (a.initialContactDueOn ?? "9999").localeCompare(b.initialContactDueOn ?? "9999"),
    );
}

/**
 * Turns of a contractor that were taken back in the last weeks, from the ledger alone: the cases of those referrals are
 * not open to it any more.
 */
export async function listTakenBack(
  trx: ReadTrx,
  organizationId: OrganizationId,
  today: PlainDate,
): Promise<readonly TakenBackTurn[]> {
  const { rows } = await sql<TakenBackTurn>`
    SELECT l.contract_area_id, concat_ws(' / ', s.name, ca.subarea_name) AS area_name, a.seq AS turn,
      a.line ->> 'at' AS assigned_at, l.line ->> 'at' AS taken_back_at
    FROM app.ledger_line l
    JOIN app.ledger_line a ON a.contract_area_id = l.contract_area_id AND a.seq = (l.line ->> 'refersToSeq')::int
    JOIN app.contract_area ca ON ca.contract_area_id = l.contract_area_id
    JOIN app.service_area s ON s.service_area_id = ca.service_area_id
    WHERE l.kind = 'REVERSAL' AND a.line ->> 'contractor' = ${organizationId}
      AND (l.line ->> 'at')::timestamptz >= ${addDays(today, -RECENT_DAYS)}::date
    ORDER BY l.line ->> 'at' DESC LIMIT 50`.execute(trx as unknown as Trx);
  return rows;
}
