import { loadAreaFigures } from "@kinward/db/fairness";
import { findOrderArea } from "@kinward/db/order";
import { fairnessTable, maskSize, reportPeriod } from "@kinward/domain/fairness";
import type { FairnessView } from "@kinward/domain/views";
import { router } from "../trpc/base.ts";
import { orNotFound } from "../trpc/failure.ts";
import { query } from "../trpc/procedures.ts";
import { AreaYear } from "./area-year.ts";
import { orderReview } from "./order-review.ts";
import { simulateOrder } from "./simulation.ts";

/** Who got which share of what, masked before it leaves the server (A18). */
const report = query(
  "fairness.report",
  AreaYear,
  async ({ trx, today }, { contractAreaId, year }): Promise<FairnessView> => {
    const { name } = orNotFound(await findOrderArea(trx, contractAreaId, undefined));
    const period = reportPeriod(year, today);
    const figures = await loadAreaFigures(trx, contractAreaId, period.from, period.to);
    const unknown = figures.placementUnknown;
    const because = maskSize(unknown);
    return {
      areaName: name,
      period,
      names: Object.fromEntries(figures.contractors.map((one) => [one.contractor, one.name])),
      table: fairnessTable(figures.contractors),
      placementUnknown:
        because === undefined ? { kind: "SHOWN", count: unknown } : { kind: "MASKED", because },
    };
  },
);

export const fairnessRouter = router({ report, orderReview, simulate: simulateOrder });
