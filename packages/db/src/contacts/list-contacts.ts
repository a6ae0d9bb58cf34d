import type { CaseFile } from "@kinward/domain/casefile";
import { type Evaluation, isEnteredLate } from "@kinward/domain/contacts";
import type { CaseId, Instant, OrganizationId, PersonId, PlainDate } from "@kinward/domain/kernel";
import type { ContactView } from "@kinward/domain/views";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { present } from "../core/values.ts";

/** What a contractor may read of a case: nothing after its own last service day, no narrative of another one (D9). */
export interface ContactBounds {
  /** Absent: the Department. */
  readonly organizationId?: OrganizationId;
  readonly until?: PlainDate;
}

interface Row {
  readonly contactId: ContactView["contactId"];
  readonly on: PlainDate;
  readonly mode: ContactView["mode"];
  readonly place: NonNullable<ContactView["place"]> | null;
  readonly startsAt: string | null;
  readonly minutes: number | null;
  readonly interpreter: NonNullable<ContactView["interpreter"]> | null;
  readonly safetyConcern: NonNullable<ContactView["safetyConcern"]> | null;
  readonly notes: string | null;
  readonly recordedAt: Instant;
  readonly version: number;
  readonly people: readonly PersonId[];
  readonly enteredOn: PlainDate;
  readonly countsAs: "CONTRACTOR" | "SUBCONTRACTOR" | "DEPARTMENT";
  readonly byName: string | null;
  readonly organizationName: string;
  readonly corrections: readonly Correction[] | null;
}

interface Correction {
  readonly at: Instant;
  readonly by: string;
  readonly reason: string | null;
  readonly changed: readonly {
    readonly field: string;
    readonly before: unknown;
    readonly after: unknown;
  }[];
}

/** Columns whose change says nothing to a reader. */
const UNTOLD = ["episode_id", "case_id"];

/**
 * The contacts and attempts of a case, newest first, each with how it was corrected; by one statement. Withdrawn ones are
 * told by the case's history alone.
 * @param file the case with the names of its people
 * @param evaluation the case as it stands, which says what each contact met
 */
export async function listContacts(
  trx: ReadTrx,
  caseId: CaseId,
  { organizationId, until }: ContactBounds,
  file: CaseFile,
  evaluation: Evaluation,
): Promise<readonly ContactView[]> {
  const { rows } = await sql<Row>`
    SELECT t.contact_id, t.on_date AS on, t.mode, t.place, t.starts_at, t.minutes, t.interpreter, t.safety_concern,
      CASE WHEN told.yes THEN t.notes END AS notes, t.recorded_at, t.version, t.people, t.entered_on, t.counts_as,
      s.name AS by_name, coalesce(g.name, (SELECT name FROM app.agency)) AS organization_name, c.corrections
    FROM app.contact t
    LEFT JOIN app.staff s ON s.staff_id = t.staff_id
    LEFT JOIN app.organization g ON g.organization_id = t.organization_id
    -- The Department's words, one's own, and those of a subcontractor under one's contract.
    CROSS JOIN LATERAL (SELECT ${organizationId ?? null}::uuid IS NULL OR t.organization_id IS NULL
      OR t.organization_id = ${organizationId ?? null}::uuid
      OR (t.counts_as = 'SUBCONTRACTOR' AND EXISTS (
        SELECT FROM app.episode_contractor e WHERE e.episode_id = t.episode_id AND e.organization_id = ${organizationId ?? null}::uuid
          AND e.from_on <= t.on_date AND (e.to_on IS NULL OR e.to_on >= t.on_date))) AS yes) told
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object(
          'at', to_char(k.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'by', coalesce(ks.name, k.system_purpose, ''), 'reason', k.reason,
          'changed', (SELECT coalesce(jsonb_agg(jsonb_build_object('field', n.key, 'before', h.row -> n.key, 'after', n.value) ORDER BY n.key), '[]')
            FROM jsonb_each(h.changed) n WHERE NOT n.key = ANY (${UNTOLD}::text[]))
        ) ORDER BY h.version) AS corrections
      FROM app.history h JOIN app.command k ON k.command_id = h.command_id
      LEFT JOIN app.staff ks ON ks.staff_id = k.actor_staff_id
      WHERE told.yes AND h.table_name = 'contact' AND h.row_id = t.contact_id::text AND h.case_id = t.case_id
    ) c ON true
    WHERE t.case_id = ${caseId} AND NOT t.withdrawn AND (${until ?? null}::date IS NULL OR t.on_date <= ${until ?? null}::date)
    ORDER BY t.on_date DESC, t.starts_at DESC NULLS LAST, t.contact_id DESC`.execute(
    trx as unknown as Trx,
  );
  const names = new Map(file.members.map((member) => [member.id, member.name ?? ""]));
  const met = new Map<string, string[]>();
  for (const { settledBy, key } of evaluation.duties)
    if (settledBy !== undefined) met.set(settledBy, [...(met.get(settledBy) ?? []), key]);
  return rows.map((row): ContactView => {
    const { people, enteredOn, countsAs, byName, organizationName, corrections, ...contact } = row;
    return {
      ...present(contact),
      people: people.map((personId) => ({ personId, name: names.get(personId) ?? "" })),
      by: { name: byName ?? "", organizationName, counts: countsAs !== "DEPARTMENT" },
      enteredLate: isEnteredLate({ date: row.on, enteredOn }),
      satisfied: met.get(row.contactId) ?? [],
      corrections: (corrections ?? []).map((one) => ({
        at: one.at,
        by: one.by,
        reason: one.reason ?? "",
        changed: one.changed.map((change) => changeOf(change, names)),
      })),
    };
  });
}

const changeOf = (
  { field, before, after }: Correction["changed"][number],
  names: ReadonlyMap<PersonId, string>,
) => ({
  field,
  ...(before === null ? {} : { before: textOf(before, names) }),
  ...(after === null ? {} : { after: textOf(after, names) }),
});

/** People by their names, everything else as it is stored. */
const textOf = (value: unknown, names: ReadonlyMap<PersonId, string>): string =>
  Array.isArray(value)
    ? value.map((id) => names.get(id as PersonId) ?? "").join(", ")
    : String(value);
