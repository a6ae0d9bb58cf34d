import type { OrganizationId } from "@kinward/domain/kernel";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";

export interface ServiceOrganization {
  readonly organizationId: OrganizationId;
  readonly name: string;
}

/** Organizations that serve families or did so: contractors and subcontractors, former ones included, by name. */
export async function listServiceOrganizations(
  trx: ReadTrx | Trx,
): Promise<readonly ServiceOrganization[]> {
  return (trx as ReadTrx)
    .selectFrom("organization")
    .select(["organizationId", "name"])
    .where(sql<boolean>`kinds && ARRAY['CONTRACTOR', 'SUBCONTRACTOR']`)
    .orderBy("name")
    .execute();
}
