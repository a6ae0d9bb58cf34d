import type { HouseholdChange } from "@kinward/domain/casefile";
import type { CaseId, PlainDate, StaffId } from "@kinward/domain/kernel";
import {
  decideRecordHouseholdChange,
  type ReceiveHouseholdNotice,
  type Recorder,
  type RecordHouseholdChange,
} from "@kinward/domain/people";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../../core/client.ts";
import type { CommandAnswer, CommandTools } from "../../core/command.ts";
import { newId, present } from "../../core/values.ts";

/** Someone entered or left the home, and when the Department was told. */
export async function insertHouseholdChange(
  { trx, caller }: Pick<CommandTools, "trx" | "caller">,
  caseId: CaseId,
  { person, who, type, date, notifiedDepartmentOn }: HouseholdChange,
): Promise<void> {
  await trx
    .insertInto("householdChange")
    .values({
      householdChangeId: newId(),
      caseId,
      personId: person ?? null,
      who: who ?? null,
      kind: type,
      onDate: date,
      notifiedDepartmentOn: notifiedDepartmentOn ?? null,
      recordedBy: caller.kind === "person" ? caller.staffId : null,
    })
    .execute();
}

/** Records that someone who is no member entered or left the home. An act on a locked case. */
export async function recordHouseholdChange(
  tools: CommandTools,
  recorder: Recorder,
  command: RecordHouseholdChange,
): Promise<CommandAnswer<{ readonly ok: true }>> {
  const decided = decideRecordHouseholdChange(recorder, command, tools.today);
  if (!decided.ok) return { no: decided.refusals };
  const { caseId, kind, on } = command;
  await insertHouseholdChange(tools, caseId, decided.value);
  return { done: { result: { ok: true }, caseId, params: { who: decided.value.who, kind, on } } };
}

/** The Department worker has read a notice; undefined where there is none. Read again changes nothing. */
export async function receiveHouseholdNotice(
  { trx, today }: CommandTools,
  reader: StaffId,
  { caseId, householdChangeId }: ReceiveHouseholdNotice,
): Promise<CommandAnswer<{ readonly ok: true }> | undefined> {
  const found = await trx
    .selectFrom("householdChange")
    .select(["kind", "onDate", "receivedOn", "notifiedDepartmentOn"])
    .where("caseId", "=", caseId)
    .where("householdChangeId", "=", householdChangeId)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  if (found.receivedOn === null)
    await trx
      .updateTable("householdChange")
      .set({
        receivedOn: today,
        receivedBy: reader,
        // Who reads it was told today at the latest.
        notifiedDepartmentOn: found.notifiedDepartmentOn ?? today,
      })
      .where("householdChangeId", "=", householdChangeId)
      .execute();
  return {
    done: { result: { ok: true }, caseId, params: { kind: found.kind, on: found.onDate } },
  };
}

/** A household change with its notice, as recorded. */
export interface HouseholdChangeRow extends HouseholdChange {
  readonly id: string;
  readonly name: string;
  readonly recordedBy?: string;
  /** Recorded by the Department itself, which needs no notice. */
  readonly byDepartment: boolean;
  readonly receivedOn?: PlainDate;
  readonly receivedBy?: string;
}

/**
 * The household changes of a case, the latest first.
 * @param until last day of which the reader may know; a notice read later is not read yet for them. Absent: all
 */
export async function listHouseholdChanges(
  trx: ReadTrx,
  caseId: CaseId,
  until?: PlainDate,
): Promise<readonly HouseholdChangeRow[]> {
  const last = until ?? null;
  const by = (day: string) => sql`(${last}::date IS NULL OR ${sql.ref(day)} <= ${last}::date)`;
  const { rows } = await sql<HouseholdChangeRow>`
    SELECT h.household_change_id AS id, h.person_id AS person, h.who, h.kind AS type, h.on_date AS date,
      CASE WHEN ${by("h.notified_department_on")} THEN h.notified_department_on END AS notified_department_on, coalesce(h.who, app.display_name(p.given, p.preferred, p.family, p.suffix)) AS name,
      s.name AS recorded_by, (s.staff_id IS NOT NULL AND s.organization_id IS NULL) AS by_department,
      CASE WHEN ${by("h.received_on")} THEN h.received_on END AS received_on,
      CASE WHEN ${by("h.received_on")} THEN r.name END AS received_by
    FROM app.household_change h
    LEFT JOIN app.person p USING (person_id)
    LEFT JOIN app.staff s ON s.staff_id = h.recorded_by
    LEFT JOIN app.staff r ON r.staff_id = h.received_by
    WHERE h.case_id = ${caseId} AND ${by("h.on_date")} ORDER BY h.on_date DESC, h.household_change_id DESC`.execute(
    trx as unknown as Trx,
  );
  return rows.map((row) => present(row) as HouseholdChangeRow);
}
