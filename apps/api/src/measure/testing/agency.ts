import { createDatabase, type Database, newId } from "@kinward/db";
import type {
  ContractAreaId,
  ContractId,
  OrganizationId,
  ServiceAreaId,
  StaffId,
} from "@kinward/domain/kernel";
import { instant, plainDate } from "@kinward/domain/kernel";
import type { TestDatabase } from "@kinward/testkit/postgres";
import { hashPassword } from "better-auth/crypto";
import { onAuth } from "../../testing/sessions.ts";

/** The day on which the race is run: a Monday. */
export const RACE_DAY = plainDate("2026-11-23");
export const PASSWORD = "correct horse battery staple";

const SINCE = plainDate("2024-01-01");
const UNTIL = plainDate("2029-12-31");
const SIGNED_AT = instant("2023-12-01T12:00:00.000Z");

export interface RaceArea {
  readonly serviceAreaId: ServiceAreaId;
  readonly contractAreaId: ContractAreaId;
}

export interface RaceAgency {
  readonly areas: readonly RaceArea[];
  /** Addresses with which the caseworkers sign in; all have one password. */
  readonly emails: readonly string[];
}

/** An agency where two contractors share every area, with caseworkers who have accounts. */
export async function makeRaceAgency(
  database: TestDatabase,
  size: { readonly areas: number; readonly referrers: number },
): Promise<RaceAgency> {
  const owner = createDatabase({ url: database.ownerUrl, purpose: "race", max: 1 });
  try {
    await owner
      .insertInto("agency")
      .values({ name: "Agency of the race", timeZone: "America/Chicago", fixedToday: RACE_DAY })
      .execute();
    const pair = [
      await organization(owner, "Prairie Family Services"),
      await organization(owner, "River Bend Family Care"),
    ];
    const areas: RaceArea[] = [];
    for (let index = 0; index < size.areas; index += 1)
      areas.push(await area(owner, `Area ${index + 1}`, pair));
    const emails = await caseworkers(owner, database.authUrl, size.referrers);
    return { areas, emails };
  } finally {
    await owner.destroy();
  }
}

async function organization(owner: Database, name: string): Promise<OrganizationId> {
  const organizationId = newId<OrganizationId>();
  await owner
    .insertInto("organization")
    .values({ organizationId, name, kinds: ["CONTRACTOR"] })
    .execute();
  return organizationId;
}

async function area(
  owner: Database,
  name: string,
  pair: readonly OrganizationId[],
): Promise<RaceArea> {
  const ids = {
    serviceAreaId: newId<ServiceAreaId>(),
    contractAreaId: newId<ContractAreaId>(),
  };
  await owner
    .insertInto("serviceArea")
    .values({ serviceAreaId: ids.serviceAreaId, name })
    .execute();
  await owner
    .insertInto("contractArea")
    .values({ ...ids, fromOn: SINCE })
    .execute();
  const contracts = pair.map((organizationId, index) => ({
    contractId: newId<ContractId>(),
    contractAreaId: ids.contractAreaId,
    organizationId,
    position: index === 0 ? (1 as const) : (2 as const),
    fromOn: SINCE,
    toOn: UNTIL,
    procurementRef: `${name}, ${index + 1}`,
    activatedAt: SIGNED_AT,
  }));
  await owner.insertInto("contract").values(contracts).execute();
  const [starter] = contracts;
  if (starter !== undefined)
    await owner
      .insertInto("areaStarter")
      .values({
        areaStarterId: newId(),
        contractAreaId: ids.contractAreaId,
        contractId: starter.contractId,
        fromOn: SINCE,
      })
      .execute();
  return ids;
}

/** One hash for all: making it is meant to be slow. */
async function caseworkers(
  owner: Database,
  authUrl: string,
  count: number,
): Promise<readonly string[]> {
  const people = Array.from({ length: count }, (_, index) => ({
    id: newId<StaffId>(),
    name: `Referrer ${index + 1}`,
    email: `referrer.${index + 1}@kinward.test`,
  }));
  const json = JSON.stringify(people);
  await onAuth(
    authUrl,
    `INSERT INTO auth."user" (id, name, email, email_verified)
     SELECT id, name, email, true FROM jsonb_to_recordset($1::jsonb) AS p(id text, name text, email text)`,
    [json],
  );
  await onAuth(
    authUrl,
    `INSERT INTO auth.account (id, account_id, provider_id, user_id, password)
     SELECT id, id, 'credential', id, $2 FROM jsonb_to_recordset($1::jsonb) AS p(id text)`,
    [json, await hashPassword(PASSWORD)],
  );
  await owner
    .insertInto("staff")
    .values(people.map(({ id, ...person }) => ({ staffId: id, authUserId: id, ...person })))
    .execute();
  await owner
    .insertInto("staffRole")
    .values(
      people.map(({ id }) => ({
        staffRoleId: newId(),
        staffId: id,
        role: "CASEWORKER" as const,
        fromOn: SINCE,
      })),
    )
    .execute();
  return people.map((person) => person.email);
}
