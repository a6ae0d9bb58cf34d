import {
  findLineWhy,
  findOrderArea,
  listOrderAreas,
  listOrderLines,
  loadOrder,
  type OpenedArea,
  replayLedger,
} from "@kinward/db/order";
import { scopesOf } from "@kinward/domain/access";
import { ASSIGNMENT_METHODS } from "@kinward/domain/assignment";
import {
  type ContractAreaId,
  id,
  type OrganizationId,
  PlainDateSchema,
} from "@kinward/domain/kernel";
import type {
  OrderArea,
  OrderLineWhy,
  OrderOverview,
  OrderPage,
  OrderReplay,
} from "@kinward/domain/views";
import { z } from "zod";
import { scopeOf } from "../cases/scope.ts";
import { router } from "../trpc/base.ts";
import { notFound, orNotFound } from "../trpc/failure.ts";
import { canRead, query, type QueryContext } from "../trpc/procedures.ts";

const optional = z.exactOptional;
const area = { contractAreaId: id<ContractAreaId>() };
const period = { from: optional(PlainDateSchema), to: optional(PlainDateSchema) };
const seq = z.int().min(1).max(2_000_000_000);

/**
 * Leaves as for a missing area unless the caller may see its order. A contractor sees areas in which it holds or held a
 * contract; what row-level security hides from it is not there at all.
 */
async function openArea(
  { trx, who }: Pick<QueryContext, "trx" | "who">,
  contractAreaId: ContractAreaId,
): Promise<OpenedArea> {
  const { organizationId } = who.caller;
  const found = orNotFound(await findOrderArea(trx, contractAreaId, organizationId));
  if (!canRead(who, "LEDGER_SEE", { ownArea: organizationId !== undefined })) throw notFound();
  return found;
}

const areas = query(
  "order.areas",
  z.strictObject({}),
  async ({ trx, who }): Promise<{ readonly areas: readonly OrderArea[] }> => ({
    areas: await listOrderAreas(trx, who.caller.organizationId),
  }),
);

const overview = query(
  "order.overview",
  z.strictObject({ ...area, ...period }),
  async ({ trx, who, today }, { contractAreaId, ...days }): Promise<OrderOverview> =>
    loadOrder(trx, await openArea({ trx, who }, contractAreaId), days, today),
);

const lines = query(
  "order.lines",
  z.strictObject({
    ...area,
    ...period,
    method: optional(z.enum([...ASSIGNMENT_METHODS, "MOVE", "CORRECTION"])),
    contractor: optional(id<OrganizationId>()),
    page: optional(z.int().min(1).max(10_000)),
  }),
  async ({ trx, who, today, saw }, { contractAreaId, page = 1, ...filter }): Promise<OrderPage> => {
    await openArea({ trx, who }, contractAreaId);
    const found = await listOrderLines(
      trx,
      contractAreaId,
      {
        ...scopeOf(who),
        // An administrator sees the order without families (D9); everyone else what they could also search for.
        seesCases: scopesOf(who.actor, "SEARCH").size > 0,
        seesPeople: who.caller.organizationId === undefined,
      },
      filter,
      page,
      today,
    );
    saw(found.rows.flatMap((row) => row.case?.caseId ?? []));
    return found;
  },
);

const why = query(
  "order.why",
  z.strictObject({ ...area, seq }),
  async ({ trx, who }, { contractAreaId, seq: line }): Promise<OrderLineWhy> => {
    await openArea({ trx, who }, contractAreaId);
    return orNotFound(await findLineWhy(trx, contractAreaId, line));
  },
);

const replay = query(
  "order.replay",
  z.strictObject(area),
  async ({ trx, who, now }, { contractAreaId }): Promise<OrderReplay> => {
    await openArea({ trx, who }, contractAreaId);
    return { verdict: await replayLedger(trx, contractAreaId), checkedAt: now };
  },
);

export const orderRouter = router({ areas, overview, lines, why, replay });
