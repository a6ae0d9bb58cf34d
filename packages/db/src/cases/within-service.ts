import type { OrganizationId } from "@kinward/domain/kernel";
import { type RawBuilder, sql } from "kysely";

/**
 * Whether a contractor knows of something of a case that began on a day: nothing after its own last service day.
 * The Department knows of everything.
 */
export const withinService = (
  organizationId: OrganizationId | undefined,
  { caseId, day }: { readonly caseId: string; readonly day: string },
): RawBuilder<unknown> =>
  organizationId === undefined
    ? sql`true`
    : sql`NOT EXISTS (SELECT FROM app.case_org z WHERE z.case_id = ${sql.ref(caseId)}
        AND z.organization_id = ${organizationId} AND z.last_service_day < ${sql.ref(day)})`;
