import type { PlainDate } from "@kinward/domain/kernel";
import { sql } from "kysely";
import { createDatabase, type Database } from "../core/client.ts";
import type { Opened } from "./database.ts";

/** A database whose clock stands where the test sets it: what is recorded is recorded on that day. */
export interface Clocked {
  readonly db: Database;
  /** Noon of a day in the agency's zone, from which the clock goes on. */
  readonly setDay: (day: PlainDate) => Promise<void>;
}

/** A pool whose connections find the test's clock before PostgreSQL's. */
export async function withClock({ database, owner }: Opened): Promise<Clocked> {
  await sql`CREATE SCHEMA clock`.execute(owner);
  await sql`CREATE TABLE clock.gone (by interval NOT NULL)`.execute(owner);
  await sql`INSERT INTO clock.gone VALUES ('0')`.execute(owner);
  for (const name of ["clock_timestamp", "now"])
    await sql`CREATE FUNCTION ${sql.id("clock", name)}() RETURNS timestamptz LANGUAGE sql STABLE
      AS ${sql.lit(`SELECT pg_catalog.${name}() + by FROM clock.gone`)}`.execute(owner);
  await sql`GRANT USAGE ON SCHEMA clock TO kinward_app`.execute(owner);
  await sql`GRANT SELECT ON clock.gone TO kinward_app`.execute(owner);
  const path = encodeURIComponent("-c search_path=clock,pg_catalog,public");
  const url = `${database.appUrl}${database.appUrl.includes("?") ? "&" : "?"}options=${path}`;
  return {
    db: createDatabase({ url, purpose: "test clock", max: 4 }),
    setDay: async (day) => {
      await owner.updateTable("agency").set({ fixedToday: day }).execute();
      await sql`UPDATE clock.gone SET by =
        (${day}::date + time '12:00') AT TIME ZONE (SELECT time_zone FROM app.agency) - pg_catalog.clock_timestamp()`.execute(
        owner,
      );
    },
  };
}
