import type { ReadTrx } from "@kinward/db";
import {
  areasWithTurns,
  loadAreaContracts,
  loadContracts,
  loadServiceAreas,
  type NamedContract,
} from "@kinward/db/admin";
import { contractAreaName, contractGaps } from "@kinward/domain/agency";
import {
  maxDate,
  minDate,
  overlaps,
  type PlainDate,
  PlainDateSchema,
} from "@kinward/domain/kernel";
import type { ContractMatrix, ContractView } from "@kinward/domain/views";
import { z } from "zod";
import { refused } from "../trpc/failure.ts";
import { query } from "../trpc/procedures.ts";

/** Areas by contracts over a period, with the days that have not exactly two (DEC-38). */
export const matrix = query(
  "contracts.matrix",
  z.strictObject({ from: PlainDateSchema, to: PlainDateSchema }),
  async ({ trx }, { from, to }): Promise<ContractMatrix> => {
    if (to < from) throw refused({ code: "DATE_ORDER", path: ["to"], params: { after: "from" } });
    return { from, to, areas: await areasOf(trx, from, to) };
  },
);

async function areasOf(
  trx: ReadTrx,
  from: PlainDate,
  to: PlainDate,
): Promise<ContractMatrix["areas"]> {
  const [services, contracts, rotations, withTurns] = await Promise.all([
    loadServiceAreas(trx),
    loadContracts(trx),
    loadAreaContracts(trx),
    areasWithTurns(trx),
  ]);
  return services.flatMap((service) =>
    service.contractAreas
      .filter((area) => overlaps(area, { from, to }))
      .map((area) => {
        const areaName = contractAreaName(service.name, area.subareaName);
        const own = contracts.filter((one) => one.contractAreaId === area.id);
        const until = area.to === undefined ? to : minDate(to, area.to);
        const starter = rotations.get(area.id)?.starters.at(-1);
        return {
          contractAreaId: area.id,
          areaName,
          contracts: own
            .filter((one) => overlaps(one, { from, to }))
            .map((one) => viewOf(one, areaName)),
          gaps: contractGaps(
            own.filter((one) => one.active),
            maxDate(from, area.from),
            until,
          ),
          ...(starter === undefined ? {} : { starterContractId: starter }),
          firstLineWritten: withTurns.has(area.id),
        };
      }),
  );
}

const viewOf = (contract: NamedContract, areaName: string): ContractView => {
  const { id, subcontractors, subcontractorNames, ...fields } = contract;
  return {
    ...fields,
    contractId: id,
    areaName,
    subcontractors: subcontractors.map((one, index) => ({
      ...one,
      name: subcontractorNames[index] ?? "",
    })),
  };
};
