import { randomBytes, randomUUID, scrypt } from "node:crypto";
import { promisify } from "node:util";
import { type DatabaseUrls, runStatements } from "@kinward/postgres";

/** The day on which everything happens: a Monday. */
export const TODAY = "2026-11-23";
export const LATER = "2026-12-07";
export const PASSWORD = "correct horse battery staple";

const SINCE = "2024-01-01";
const UNTIL = "2029-12-31";
const SIGNED_AT = "2023-12-01T12:00:00.000Z";

export interface Area {
  readonly serviceAreaId: string;
  readonly contractAreaId: string;
  /** Contracts of the first and of the second contractor. */
  readonly contracts: readonly [string, string];
}

export interface Agency {
  readonly areas: readonly Area[];
  /** The two contractors that share every area. */
  readonly contractors: readonly [string, string];
  /** Caseworkers with accounts, which have the same ids; all have one password. */
  readonly people: readonly { readonly id: string; readonly email: string }[];
}

type Row = Readonly<Record<string, unknown>>;

/** An agency where two contractors share every area, with caseworkers who have accounts. */
export async function makeAgency(
  urls: DatabaseUrls,
  size: { readonly areas: number; readonly referrers: number },
): Promise<Agency> {
  const contractors = [randomUUID(), randomUUID()] as const;
  const areas = Array.from({ length: size.areas }, () => ({
    serviceAreaId: randomUUID(),
    contractAreaId: randomUUID(),
    contracts: [randomUUID(), randomUUID()] as const,
  }));
  const contracts = areas.flatMap(({ contractAreaId, contracts: [first, second] }) =>
    contractors.map((organization_id, index) => ({
      contract_id: index === 0 ? first : second,
      contract_area_id: contractAreaId,
      organization_id,
      position: index + 1,
      from_on: SINCE,
      to_on: UNTIL,
      procurement_ref: `Contract ${index + 1}`,
      activated_at: SIGNED_AT,
    })),
  );
  const people = Array.from({ length: size.referrers }, (_, index) => ({
    id: randomUUID(),
    name: `Referrer ${index + 1}`,
    email: `referrer.${index + 1}@kinward.test`,
  }));
  const password = await hashOfPassword();
  await runStatements(urls.authUrl, [
    insert(
      "auth.user",
      people.map((person) => ({ ...person, email_verified: true })),
    ),
    insert(
      "auth.account",
      people.map(({ id }) => ({
        id,
        account_id: id,
        provider_id: "credential",
        user_id: id,
        password,
      })),
    ),
  ]);
  await runStatements(urls.ownerUrl, [
    insert("app.agency", [
      { name: "Agency of the soak", time_zone: "America/Chicago", fixed_today: TODAY },
    ]),
    insert(
      "app.organization",
      ["Prairie Family Services", "River Bend Family Care"].map((name, index) => ({
        organization_id: contractors[index],
        name,
        kinds: ["CONTRACTOR"],
      })),
    ),
    insert(
      "app.service_area",
      areas.map((one, index) => ({
        service_area_id: one.serviceAreaId,
        name: `Area ${index + 1}`,
      })),
    ),
    insert(
      "app.contract_area",
      areas.map((one) => ({
        contract_area_id: one.contractAreaId,
        service_area_id: one.serviceAreaId,
        from_on: SINCE,
      })),
    ),
    insert("app.contract", contracts),
    insert(
      "app.area_starter",
      contracts
        .filter((one) => one.position === 1)
        .map(({ contract_id, contract_area_id }) => ({
          area_starter_id: randomUUID(),
          contract_area_id,
          contract_id,
          from_on: SINCE,
        })),
    ),
    insert(
      "app.staff",
      people.map(({ id, ...person }) => ({ staff_id: id, auth_user_id: id, ...person })),
    ),
    insert(
      "app.staff_role",
      people.map(({ id }) => ({
        staff_role_id: randomUUID(),
        staff_id: id,
        role: "CASEWORKER",
        from_on: SINCE,
      })),
    ),
  ]);
  return { areas, contractors, people };
}

/** Rows with the same columns, as one statement; other columns keep their defaults. */
export function insert(table: string, rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {}).join(", ");
  const [schema, name] = table.split(".");
  const type = `${schema}."${name}"`;
  return `INSERT INTO ${type} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${type}, $rows$${JSON.stringify(rows)}$rows$)`;
}

/** One hash for all, in the form in which accounts keep it: making it is meant to be slow. */
async function hashOfPassword(): Promise<string> {
  const salt = randomBytes(16).toString("hex");
  const derive = promisify<string, string, number, object, Buffer>(scrypt);
  const cost = { N: 16_384, r: 16, p: 1, maxmem: 128 * 16_384 * 16 * 2 };
  const key = await derive(PASSWORD.normalize("NFKC"), salt, 64, cost);
  return `${salt}:${key.toString("hex")}`;
}
