import type { Organization, OrganizationKind } from "@kinward/domain/agency";
import type { ContractId, OrganizationId, PlainDate } from "@kinward/domain/kernel";
import type { OrganizationView } from "@kinward/domain/views";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { present } from "../core/values.ts";

/** All organizations by name, ended ones too: they stand on old records. */
export async function listOrganizations(
  trx: ReadTrx,
  today: PlainDate,
): Promise<readonly OrganizationView[]> {
  const rows = await trx
    .selectFrom("organization as o")
    .leftJoin("staff as s", (join) =>
      join
        .onRef("s.organizationId", "=", "o.organizationId")
        .on((eb) => eb.or([eb("s.endedOn", "is", null), eb("s.endedOn", ">", today)])),
    )
    .select(({ fn }) => [
      "o.organizationId",
      "o.name",
      "o.kinds",
      "o.phone",
      "o.email",
      "o.endedOn",
      fn.count<number>("s.staffId").as("staff"),
    ])
    .groupBy("o.organizationId")
    .orderBy(sql`lower(o.name)`)
    .execute();
  return rows.map((row) => present(row) as OrganizationView);
}

/** Every organization as the deciders take it. */
export async function loadOrganizations(trx: Trx): Promise<readonly Organization[]> {
  const rows = await trx
    .selectFrom("organization")
    .select(["organizationId as id", "name", "kinds", "phone", "email", "endedOn"])
    .execute();
  return rows.map((row) => present(row) as Organization);
}

export interface OrganizationFields {
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly kinds: readonly OrganizationKind[];
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}

/** Writes an organization down, or its new name and details. */
export async function saveOrganization(trx: Trx, organization: OrganizationFields): Promise<void> {
  const { organizationId, name, kinds, phone = null, email = null } = organization;
  const fields = { name, kinds: sql<readonly string[]>`${kinds}::text[]`, phone, email };
  await trx
    .insertInto("organization")
    .values({ organizationId, ...fields })
    .onConflict((conflict) => conflict.column("organizationId").doUpdateSet(fields))
    .execute();
}

export async function endOrganization(
  trx: Trx,
  organizationId: OrganizationId,
  endedOn: PlainDate,
): Promise<void> {
  await trx
    .updateTable("organization")
    .set({ endedOn })
    .where("organizationId", "=", organizationId)
    .execute();
}

/** Contracts of an organization, as the decider that ends it asks. */
export const contractsOfOrganization = (
  trx: Trx,
  organizationId: OrganizationId,
): Promise<readonly { readonly id: ContractId; readonly to: PlainDate }[]> =>
  trx
    .selectFrom("contract")
    .select(["contractId as id", "toOn as to"])
    .where("organizationId", "=", organizationId)
    .execute();
