import type { Instant, PlainDate, StaffId } from "@kinward/domain/kernel";
import type { CalendarContact, CalendarFeed } from "@kinward/domain/views";
import { sql } from "kysely";
import { system } from "../core/caller.ts";
import type { Database, ReadTrx, Trx } from "../core/client.ts";
import { readAs } from "../core/transaction.ts";
import { newId, present } from "../core/values.ts";

/** More than anyone makes in two months. */
const MOST = 1_000;

/** The contacts that someone made or tried in a span of days, in order of time. */
export async function listCalendarContacts(
  trx: ReadTrx,
  staffId: StaffId,
  from: PlainDate,
  to: PlainDate,
): Promise<readonly CalendarContact[]> {
  const { rows } = await sql<Omit<CalendarContact, "startsAt"> & { startsAt: string | null }>`
    SELECT k.contact_id, k.case_id, c.family_name, c.number AS case_number, k.on_date AS "on",
      left(k.starts_at::text, 5) AS starts_at, k.mode,
      ARRAY(SELECT app.display_name(p.given, p.preferred, p.family, p.suffix) FROM app.person p
        WHERE p.person_id = ANY (k.people) ORDER BY 1) AS people
    FROM app.contact k JOIN app.case_record c ON c.case_id = k.case_id
    WHERE k.staff_id = ${staffId} AND NOT k.withdrawn AND k.on_date BETWEEN ${from}::date AND ${to}::date
    ORDER BY k.on_date, k.starts_at NULLS LAST, k.contact_id LIMIT ${MOST}`.execute(
    trx as unknown as Trx,
  );
  return rows.map((row) => present(row) as CalendarContact);
}

/** Whether someone's calendar can be read by another program. */
export async function findCalendarFeed(trx: ReadTrx, staffId: StaffId): Promise<CalendarFeed> {
  const row = await trx
    .selectFrom("calendarFeed")
    .select("madeAt")
    .where("staffId", "=", staffId)
    .executeTakeFirst();
  return row === undefined ? {} : { madeAt: row.madeAt };
}

/** Gives the calendar a new address; the former one leads nowhere from now on. */
export async function renewCalendarFeed(
  trx: Trx,
  staffId: StaffId,
  tokenHash: string,
  now: Instant,
): Promise<void> {
  const values = { feedId: newId(), tokenHash, madeAt: now };
  await trx
    .insertInto("calendarFeed")
    .values({ staffId, ...values })
    .onConflict((conflict) => conflict.column("staffId").doUpdateSet(values))
    .execute();
}

export async function revokeCalendarFeed(trx: Trx, staffId: StaffId): Promise<void> {
  await trx.deleteFrom("calendarFeed").where("staffId", "=", staffId).execute();
}

/** Whose calendar an address is, by the hash of its token. */
export async function findFeedOwner(
  db: Database,
  tokenHash: string,
): Promise<{ readonly feedId: string; readonly authUserId: string } | undefined> {
  return readAs(db, system("calendar feed"), async (trx) => {
    const row = await trx
      .selectFrom("calendarFeed as f")
      .innerJoin("staff as s", "s.staffId", "f.staffId")
      .select(["f.feedId", "s.authUserId"])
      .where("f.tokenHash", "=", tokenHash)
      .executeTakeFirst();
    return row === undefined || row.authUserId === null
      ? undefined
      : { feedId: row.feedId, authUserId: row.authUserId };
  });
}
