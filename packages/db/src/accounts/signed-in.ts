import type { OrganizationId, PlainDate, StaffId, Instant } from "@kinward/domain/kernel";
import type { Role } from "@kinward/domain/views";
import { sql } from "kysely";
import type { Database } from "../core/client.ts";
import { type Present, present } from "../core/values.ts";
import { PREPARED } from "../core/prepared.ts";

interface SignedInRow {
  readonly staffId: StaffId;
  readonly name: string;
  readonly email: string;
  readonly organizationId: OrganizationId | null;
  readonly organizationName: string | null;
  readonly organizationEndedOn: PlainDate | null;
  readonly supervisorName: string | null;
  readonly supervisorEmail: string | null;
  readonly endedOn: PlainDate | null;
  readonly lastSignInAt: Instant | null;
  readonly terms: readonly {
    readonly role: Role;
    readonly from: PlainDate;
    readonly to?: PlainDate;
  }[];
  readonly agencyName: string;
  readonly timeZone: string;
  readonly sampleData: boolean;
  readonly today: PlainDate;
  readonly now: Instant;
}

/** Everything about the person behind an account that a request needs to know, as of today. */
export type StaffOfAccount = Present<SignedInRow>;

/** The person of our staff whose account it is; one statement, since every request asks. */
export async function findStaffOfAccount(
  db: Database,
  authUserId: string,
): Promise<StaffOfAccount | undefined> {
  const { rows } = await sql<SignedInRow>`${PREPARED}
    SELECT s.staff_id, s.name, s.email::text AS email, s.organization_id, o.name AS organization_name,
      o.ended_on AS organization_ended_on, s.ended_on, s.last_sign_in_at,
      sup.name AS supervisor_name, sup.email::text AS supervisor_email,
      coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('role', r.role, 'from', r.from_on, 'to', r.to_on)) ORDER BY r.from_on)
        FROM app.staff_role r WHERE r.staff_id = s.staff_id), '[]') AS terms,
      a.name AS agency_name, a.time_zone, a.sample_data, app.today() AS today, now() AS now
    FROM app.staff s
    CROSS JOIN app.agency a
    LEFT JOIN app.organization o ON o.organization_id = s.organization_id
    LEFT JOIN LATERAL (
      SELECT p.name, p.email FROM app.supervisor_line l JOIN app.staff p ON p.staff_id = l.supervisor_id
      WHERE l.staff_id = s.staff_id AND l.from_on <= app.today() AND (l.to_on IS NULL OR l.to_on >= app.today())
      LIMIT 1
    ) sup ON true
    WHERE s.auth_user_id = ${authUserId}`.execute(db);
  const [row] = rows;
  return row === undefined ? undefined : present(row);
}

/** Notes when someone was last here; no fact of a case, so no command. */
export async function noteSignIn(db: Database, staffId: StaffId, at: Instant): Promise<void> {
  await db
    .updateTable("staff")
    .set({ lastSignInAt: at })
    .where("staffId", "=", staffId)
    .where((eb) => eb.or([eb("lastSignInAt", "is", null), eb("lastSignInAt", "<", at)]))
    .execute();
}
