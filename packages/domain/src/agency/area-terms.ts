import { ia } from "../kernel/citation.ts";
import type { ContractAreaId } from "../kernel/ids.ts";
import { inForceOn, overlaps } from "../kernel/interval.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";
import type { ContractArea, CountyTerm, ServiceArea } from "./area.ts";

/**
 * Begins a contract area, undivided or one subarea. Refused where the service area has one of that name on such a day,
 * or would be divided and undivided on the same day.
 */
export const decideBeginArea = rule(
  { id: "ASG-1", cites: [ia("32")] },
  (
    input: { readonly subareaName?: string | undefined; readonly from: PlainDate },
    serviceArea: ServiceArea,
  ): Result<{ readonly subareaName?: string; readonly from: PlainDate }> => {
    const name = input.subareaName?.trim();
    const beside = serviceArea.contractAreas.filter((one) => overlaps(one, { from: input.from }));
    const clash = beside.find(
      (one) =>
        one.subareaName === undefined || name === undefined || sameName(one.subareaName, name),
    );
    if (clash !== undefined) {
      const until = clash.to === undefined ? {} : { to: clash.to };
      return refuse({
        code: "PERIOD_OVERLAP",
        path: ["from"],
        params: { from: clash.from, ...until },
      });
    }
    return accept({ from: input.from, ...(name === undefined ? {} : { subareaName: name }) });
  },
);

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Ends a contract area with its last day; refused while a contract or a county of it reaches beyond. */
export const decideEndArea = rule(
  { id: "ASG-1", cites: [ia("32")] },
  (
    area: ContractArea,
    contracts: readonly { readonly to: PlainDate }[],
    on: PlainDate,
  ): Result<{
    readonly to: PlainDate;
    /** Counties that were in the area still: they end with it. */
    readonly counties: readonly CountyTerm[];
  }> => {
    if (area.to !== undefined) return refuse({ code: "INVALID_TRANSITION" });
    const refusals: Refusal[] = [];
    if (on < area.from)
      refusals.push({ code: "DATE_ORDER", path: ["on"], params: { after: "from" } });
    const open = contracts.find((contract) => contract.to > on);
    if (open !== undefined)
      refusals.push({ code: "PERIOD_OVERLAP", path: ["on"], params: { to: open.to } });
    const later = area.counties.find((term) => term.from > on);
    if (later !== undefined)
      refusals.push({
        code: "COUNTY_TAKEN",
        path: ["on"],
        params: { of: later.county, from: later.from },
      });
    if (refusals.length > 0) return refuse(...refusals);
    const counties = area.counties
      .filter((term) => inForceOn(term, on))
      .map((term) => ({ ...term, to: on }));
    return accept({ to: on, counties });
  },
);

/** Takes a county out of a contract area with its last day. */
export const decideEndCounty = rule(
  { id: "ASG-1", cites: [ia("32")] },
  (
    input: {
      readonly contractAreaId: ContractAreaId;
      readonly county: string;
      readonly to: PlainDate;
    },
    area: ContractArea,
  ): Result<CountyTerm> => {
    const term = area.counties.find(
      (one) => sameName(one.county, input.county.trim()) && one.to === undefined,
    );
    if (term === undefined)
      return refuse({ code: "FIELD_REQUIRED", path: ["county"], params: { of: "county" } });
    if (input.to < term.from)
      return refuse({ code: "DATE_ORDER", path: ["to"], params: { after: "from" } });
    return accept({ ...term, to: input.to });
  },
);
