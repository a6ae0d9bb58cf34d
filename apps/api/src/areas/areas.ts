import type { ReadTrx, Trx } from "@kinward/db";
import {
  beginCounty,
  endArea,
  endCounty,
  insertArea,
  loadAreaContracts,
  loadContracts,
  loadServiceAreas,
  lockAreas,
} from "@kinward/db/admin";
import {
  BeginAreaInput,
  type ContractArea,
  contractAreaName,
  contractGaps,
  decideBeginArea,
  decideEndArea,
  decideEndCounty,
  decideSetCounty,
  EndAreaInput,
  EndCountyInput,
  type ServiceArea,
  SetCountyInput,
} from "@kinward/domain/agency";
import {
  addDays,
  type ContractAreaId,
  inForceOn,
  maxDate,
  minDate,
  type PlainDate,
  type Refusal,
} from "@kinward/domain/kernel";
import type { ServiceAreaView } from "@kinward/domain/views";
import { z } from "zod";
import { router } from "../trpc/base.ts";
import { decided, notFound, orNotFound, refused } from "../trpc/failure.ts";
import { command, query } from "../trpc/procedures.ts";

/** How far ahead the list looks for days without two contracts. */
const GAP_DAYS = 366;

const list = query("areas.list", z.strictObject({}), async ({ trx, today }) => ({
  areas: await serviceAreaViews(trx, today),
}));

/** All service areas with contract areas, counties, contracts in force or to come, and days with fewer than two. */
export async function serviceAreaViews(
  trx: ReadTrx,
  today: PlainDate,
): Promise<readonly ServiceAreaView[]> {
  const [areas, contracts, rotations] = await Promise.all([
    loadServiceAreas(trx),
    loadContracts(trx),
    loadAreaContracts(trx),
  ]);
  return areas.map((service) => ({
    serviceAreaId: service.id,
    name: service.name,
    contractAreas: service.contractAreas.map((area) => {
      const active = contracts.filter((one) => one.contractAreaId === area.id && one.active);
      const starter = rotations.get(area.id)?.starters.at(-1);
      return {
        contractAreaId: area.id,
        ...(area.subareaName === undefined ? {} : { subareaName: area.subareaName }),
        from: area.from,
        ...(area.to === undefined ? {} : { to: area.to }),
        counties: area.counties,
        activeContracts: active
          .filter((one) => one.to >= today)
          .map(({ id, organizationName, position, from, to }) => ({
            contractId: id,
            organizationName,
            position,
            from,
            to,
          })),
        gaps: gapsAhead(area, active, today),
        ...(starter === undefined ? {} : { starterContractId: starter }),
      };
    }),
  }));
}

/** Days of the coming year on which an area that exists then has not exactly two contracts. */
function gapsAhead(
  area: ContractArea,
  active: Parameters<typeof contractGaps>[0],
  today: PlainDate,
) {
  const from = maxDate(today, area.from);
  const horizon = addDays(today, GAP_DAYS);
  const to = area.to === undefined ? horizon : minDate(area.to, horizon);
  return from <= to ? contractGaps(active, from, to) : [];
}

const begin = command("areas.begin", BeginAreaInput, async ({ trx }, input) => {
  await lockAreas(trx);
  const service = orNotFound(
    (await loadServiceAreas(trx)).find((one) => one.id === input.serviceAreaId),
  );
  const { value } = decided(decideBeginArea(input, service));
  const contractAreaId = await insertArea(trx, { ...value, serviceAreaId: service.id });
  return {
    result: { contractAreaId },
    subject: { kind: "CONTRACT_AREA", id: contractAreaId },
    params: { area: contractAreaName(service.name, value.subareaName), from: value.from },
  };
});

const end = command("areas.end", EndAreaInput, async ({ trx }, { contractAreaId, on }) => {
  const { area, name } = await findArea(trx, contractAreaId);
  const { value } = decided(decideEndArea(area, await loadContracts(trx, { contractAreaId }), on));
  for (const { county, from } of value.counties)
    await endCounty(trx, contractAreaId, { county, from, to: on });
  await endArea(trx, contractAreaId, value.to);
  return {
    result: { ok: true as const },
    subject: { kind: "CONTRACT_AREA", id: contractAreaId },
    params: { area: name, on },
  };
});

const setCounty = command("areas.setCounty", SetCountyInput, async ({ trx }, input) => {
  const { area, name, areas } = await findArea(trx, input.contractAreaId);
  const { value } = decided(decideSetCounty(input, areas));
  if (!inForceOn(area, input.from)) throw refused(outside(area));
  for (const { contractAreaId, ...term } of value.ends) await endCounty(trx, contractAreaId, term);
  await beginCounty(trx, value.begins);
  return {
    result: { ok: true as const },
    subject: { kind: "CONTRACT_AREA", id: input.contractAreaId },
    params: { area: name, county: value.begins.county, from: input.from },
  };
});

const endCountyTerm = command("areas.endCounty", EndCountyInput, async ({ trx }, input) => {
  const { area, name } = await findArea(trx, input.contractAreaId);
  const { value } = decided(decideEndCounty(input, area));
  await endCounty(trx, input.contractAreaId, { ...value, to: input.to });
  return {
    result: { ok: true as const },
    subject: { kind: "CONTRACT_AREA", id: input.contractAreaId },
    params: { area: name, county: value.county, to: input.to },
  };
});

/** A county cannot belong to an area on a day on which there is no such area. */
const outside = ({ from, to }: ContractArea): Refusal => ({
  code: "DATE_OUTSIDE_SERVICE",
  path: ["from"],
  params: { from, ...(to === undefined ? {} : { to }) },
});

/** A contract area with its name, after taking the rows of all areas. */
async function findArea(
  trx: Trx,
  contractAreaId: ContractAreaId,
): Promise<{
  readonly area: ContractArea;
  readonly name: string;
  readonly areas: readonly ServiceArea[];
}> {
  await lockAreas(trx);
  const areas = await loadServiceAreas(trx);
  for (const service of areas)
    for (const area of service.contractAreas)
      if (area.id === contractAreaId)
        return { area, areas, name: contractAreaName(service.name, area.subareaName) };
  throw notFound();
}

export const areasRouter = router({ list, begin, end, setCounty, endCounty: endCountyTerm });
