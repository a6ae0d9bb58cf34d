import type { ContractorFigures } from "@kinward/domain/fairness";
import type { ContractAreaId, OrganizationId, PlainDate } from "@kinward/domain/kernel";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { standingTurns } from "./turns.ts";

/** What is known of the turns of an area in a period. Never leaves the server unmasked. */
export interface AreaFigures {
  readonly contractors: readonly (ContractorFigures & { readonly name: string })[];
  /** Cases of which no child's place of living was known on the effective date. */
  readonly placementUnknown: number;
}

interface Row {
  readonly contractor: OrganizationId;
  readonly name: string;
  readonly turns: number;
  readonly overrides: number;
  readonly repaying: number;
  readonly cina: number;
  readonly placement: number;
  readonly unknown: number;
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
}

/**
 * Standing counted turns of an area whose referrals were submitted in a period, by contractor, with the make-up of their
 * cases on the effective date. One statement.
 */
export async function loadAreaFigures(
  trx: ReadTrx | Trx,
  contractAreaId: ContractAreaId,
  from: PlainDate,
  to: PlainDate,
): Promise<AreaFigures> {
  const { rows } = await sql<Row>`
    WITH turns AS (${standingTurns(contractAreaId, from, to)}),
    cases AS (
      SELECT t.*, k.children, k.cina, k.placed, k.known
      FROM turns t CROSS JOIN LATERAL (
        SELECT count(DISTINCT m.person_id)::int AS children,
          coalesce(bool_or(b.member_basis_id IS NOT NULL), false) AS cina,
          coalesce(bool_or(s.setting NOT IN ('PARENTAL_HOME', 'UNKNOWN')), false) AS placed,
          coalesce(bool_or(s.setting <> 'UNKNOWN'), false) AS known
        FROM app.member m
        LEFT JOIN app.member_basis b ON b.case_id = m.case_id AND b.person_id = m.person_id AND b.basis = 'CINA'
          AND (b.from_on IS NULL OR b.from_on <= t.effective_date) AND (b.to_on IS NULL OR b.to_on >= t.effective_date)
        LEFT JOIN app.living_situation s ON s.case_id = m.case_id AND s.person_id = m.person_id
          AND (s.from_on IS NULL OR s.from_on <= t.effective_date) AND (s.to_on IS NULL OR s.to_on >= t.effective_date)
        WHERE m.case_id = t.case_id AND m.role = 'CHILD'
          AND (m.joined_on IS NULL OR m.joined_on <= t.effective_date) AND (m.left_on IS NULL OR m.left_on >= t.effective_date)
      ) k
    )
    SELECT o.organization_id AS contractor, o.name, count(*)::int AS turns,
      count(*) FILTER (WHERE c.method = 'OVERRIDE')::int AS overrides,
      count(*) FILTER (WHERE c.method = 'EQUALIZING')::int AS repaying,
      count(*) FILTER (WHERE c.cina)::int AS cina, count(*) FILTER (WHERE c.placed)::int AS placement,
      count(*) FILTER (WHERE NOT c.known)::int AS unknown,
      count(*)::int AS n, sum(c.children)::int AS sum, sum(c.children * c.children)::int AS squares
    FROM cases c JOIN app.organization o ON o.organization_id = c.contractor
    GROUP BY o.organization_id, o.name
    -- In order of their position in the area.
    ORDER BY (SELECT min(t.position) FROM app.contract t
      WHERE t.contract_area_id = ${contractAreaId} AND t.organization_id = o.organization_id), o.name`.execute(
    trx as Trx,
  );
  return {
    contractors: rows.map(({ n, sum, squares, unknown: _, ...row }) => ({
      ...row,
      children: { n, sum, squares },
    })),
    placementUnknown: rows.reduce((total, row) => total + row.unknown, 0),
  };
}
