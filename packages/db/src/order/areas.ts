import type { ContractAreaId, OrganizationId, PlainDate } from "@kinward/domain/kernel";
import type { OrderArea } from "@kinward/domain/views";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { present } from "../core/values.ts";

/** Areas in which an organization holds or held a contract; without one, all. */
export async function listOrderAreas(
  trx: ReadTrx | Trx,
  organizationId: OrganizationId | undefined,
): Promise<readonly OrderArea[]> {
  const { rows } = await sql<
    Omit<OrderArea, "endedOn"> & { endedOn: PlainDate | null }
  >`SELECT a.contract_area_id, concat_ws(' / ', s.name, a.subarea_name) AS name, coalesce(h.seq, 0) AS lines,
      CASE WHEN a.to_on < app.today() THEN a.to_on END AS ended_on
    FROM app.contract_area a JOIN app.service_area s USING (service_area_id)
    LEFT JOIN app.area_head h USING (contract_area_id)
    WHERE ${ownArea(organizationId)}
    ORDER BY (a.to_on < app.today()) IS TRUE, s.name, a.subarea_name NULLS FIRST, a.from_on`.execute(
    trx as Trx,
  );
  return rows.map((row) => present(row));
}

/** The areas `a` whose ledger is open to someone: row-level security bounds the lines in the same way. */
const ownArea = (organizationId: OrganizationId | undefined) =>
  organizationId === undefined
    ? sql`true`
    : sql`EXISTS (SELECT FROM app.contract c
        WHERE c.contract_area_id = a.contract_area_id AND c.organization_id = ${organizationId})`;

/** An area that is there for the caller. */
export interface OpenedArea {
  readonly contractAreaId: ContractAreaId;
  readonly name: string;
}

/** The area, if it is there for the caller. */
export async function findOrderArea(
  trx: ReadTrx | Trx,
  contractAreaId: ContractAreaId,
  organizationId: OrganizationId | undefined,
): Promise<OpenedArea | undefined> {
  const { rows } = await sql<OpenedArea>`
    SELECT a.contract_area_id, concat_ws(' / ', s.name, a.subarea_name) AS name
    FROM app.contract_area a JOIN app.service_area s USING (service_area_id)
    WHERE a.contract_area_id = ${contractAreaId} AND ${ownArea(organizationId)}`.execute(
    trx as Trx,
  );
  return rows[0];
}
