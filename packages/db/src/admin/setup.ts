import { IOWA_SERVICE_AREAS } from "@kinward/domain/agency";
import type { ContractAreaId, PlainDate, ServiceAreaId, StaffId } from "@kinward/domain/kernel";
import { sql } from "kysely";
import type { Database, ReadTrx, Trx } from "../core/client.ts";
import { newId } from "../core/values.ts";

/** Whether there is no agency yet, so that the first administrator may still be made. */
export async function isSetupNeeded(db: Database | ReadTrx): Promise<boolean> {
  const agency = await db.selectFrom("agency").select("one").executeTakeFirst();
  return agency === undefined;
}

/** Whether PostgreSQL knows the time zone, which then decides what day it is. */
export async function isTimeZone(trx: Trx, name: string): Promise<boolean> {
  const { rows } = await sql`SELECT FROM pg_timezone_names WHERE name = ${name}`.execute(trx);
  return rows.length > 0;
}

/** The one row of the agency, and the contract areas of the policy (ASG-1), beginning today. */
export async function insertAgency(
  trx: Trx,
  agency: { readonly name: string; readonly timeZone: string },
): Promise<void> {
  await trx.insertInto("agency").values(agency).execute();
  // The agency's zone decides the date from here on, in this transaction too.
  const { rows } = await sql<{ today: PlainDate }>`SELECT app.today() AS today`.execute(trx);
  const today = rows[0]?.today as PlainDate;
  for (const { name, subareas } of IOWA_SERVICE_AREAS) {
    const serviceAreaId = newId<ServiceAreaId>();
    await trx.insertInto("serviceArea").values({ serviceAreaId, name }).execute();
    const names =
      subareas === 0
        ? [null]
        : Array.from({ length: subareas }, (_, index) => `Subarea ${index + 1}`);
    for (const subareaName of names)
      await trx
        .insertInto("contractArea")
        .values({
          contractAreaId: newId<ContractAreaId>(),
          serviceAreaId,
          subareaName,
          fromOn: today,
        })
        .execute();
  }
}

/** The first member of staff: an administrator of the Department, with a role from today on. */
export async function insertFirstAdministrator(
  trx: Trx,
  person: {
    readonly staffId: StaffId;
    readonly name: string;
    readonly email: string;
    readonly authUserId: string;
  },
): Promise<void> {
  await trx.insertInto("staff").values(person).execute();
  await trx
    .insertInto("staffRole")
    .values({
      staffRoleId: newId(),
      staffId: person.staffId,
      role: "ADMINISTRATOR",
      fromOn: sql<PlainDate>`app.today()`,
    })
    .execute();
}
