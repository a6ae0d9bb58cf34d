import { createHash } from "node:crypto";
import { type Database, json } from "@kinward/db";
import type { PlainDate } from "@kinward/domain/kernel";
import type { Role } from "@kinward/domain/views";
import { AGENCY_NAME, TIME_ZONE } from "./agency-facts.ts";
import { makeSample } from "./make.ts";
import { TABLE_ORDER } from "./rows.ts";

/** Someone who can sign in to the sample agency. */
export interface SampleAccount {
  readonly staffId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly organization: string;
}
export interface LoadedSample {
  readonly accounts: readonly SampleAccount[];
  readonly rows: number;
  readonly digest: string;
}

/** PostgreSQL takes 65,535 parameters a statement. */
const PARAMETERS = 30_000;

/**
 * Writes the sample agency into an empty database, in bulk, as its owner.
 * @throws when the database already has an agency
 */
export const loadSample = async (
  owner: Database,
  today: PlainDate,
  cases?: number,
): Promise<LoadedSample> => {
  const { agency, rows } = makeSample(today, cases);
  const digest = createHash("sha256");
  let count = 0;
  await owner.transaction().execute(async (trx) => {
    const there = await trx.selectFrom("agency").select("name").executeTakeFirst();
    if (there !== undefined)
      throw new Error(
        "The sample agency is loaded into an empty database only; this one has an agency.",
      );
    await trx
      .insertInto("agency")
      .values({ name: AGENCY_NAME, timeZone: TIME_ZONE, sampleData: true })
      .execute();
    for (const table of TABLE_ORDER) {
      const all = rows.of(table).map((row) => columnsOf(row as Record<string, unknown>));
      for (const row of all) digest.update(JSON.stringify(row.plain));
      const columns = new Set(all.flatMap((row) => Object.keys(row.values))).size;
      const size = Math.max(1, Math.floor(PARAMETERS / Math.max(1, columns)));
      for (let from = 0; from < all.length; from += size)
        await trx
          .insertInto(table)
          .values(all.slice(from, from + size).map((row) => row.values) as never)
          .execute();
      count += all.length;
    }
  });
  return {
    accounts: agency.staff.map((one) => ({
      staffId: one.staffId,
      name: one.name,
      email: one.email,
      roles: one.roles,
      organization: one.organizationName ?? AGENCY_NAME,
    })),
    rows: count,
    digest: digest.digest("hex"),
  };
};

/** Columns that hold lists of PostgreSQL; every other object is a document. */
const isList = (value: unknown): boolean => Array.isArray(value);
const columnsOf = (row: Record<string, unknown>) => ({
  plain: row,
  values: Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      value !== null && typeof value === "object" && !isList(value) ? json(value) : value,
    ]),
  ),
});
