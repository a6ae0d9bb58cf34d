import { ia } from "../kernel/citation.ts";
import type { ContractAreaId, ServiceAreaId } from "../kernel/ids.ts";
import { type Dated, inForceOn, overlaps } from "../kernel/interval.ts";
import { addDays, type PlainDate } from "../kernel/plain-date.ts";
import { accept, refuse, type Result } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";

/** A county belongs to one contract area at a time; the map is kept by administrators and only proposes (ASG-1). */
export interface CountyTerm extends Dated {
  readonly county: string;
  readonly from: PlainDate;
  readonly to?: PlainDate;
}

/** One rotation of its own. Never renamed into another: a split or merger ends areas and begins new ones. */
export interface ContractArea extends Dated {
  readonly id: ContractAreaId;
  /** Only where the service area has subareas. */
  readonly subareaName?: string;
  readonly from: PlainDate;
  readonly to?: PlainDate;
  readonly counties: readonly CountyTerm[];
}

export interface ServiceArea {
  readonly id: ServiceAreaId;
  readonly name: string;
  readonly contractAreas: readonly ContractArea[];
}

/** The ten contract areas of the policy [000:32] as a new deployment gets them: names and number of subareas. */
export const IOWA_SERVICE_AREAS: readonly { readonly name: string; readonly subareas: 0 | 2 }[] = [
  { name: "Ames", subareas: 0 },
  { name: "Cedar Rapids", subareas: 2 },
  { name: "Council Bluffs", subareas: 0 },
  { name: "Davenport", subareas: 0 },
  { name: "Des Moines", subareas: 2 },
  { name: "Dubuque", subareas: 0 },
  { name: "Sioux City", subareas: 0 },
  { name: "Waterloo", subareas: 0 },
];

/** The name under which a contract area is shown: its service area's, with the subarea's after it. */
export const contractAreaName = (serviceAreaName: string, subareaName?: string): string =>
  subareaName === undefined ? serviceAreaName : `${serviceAreaName} / ${subareaName}`;

export interface AreaChoice {
  readonly serviceAreaId?: ServiceAreaId;
  readonly subareaId?: ContractAreaId;
}

/** The contract area that a referral names on a day: a service area, and a subarea exactly where there are some. */
export const resolveArea = rule(
  { id: "ASG-1", cites: [ia("32")] },
  (
    serviceAreas: readonly ServiceArea[],
    choice: AreaChoice,
    on: PlainDate,
  ): Result<ContractAreaId> => {
    const area = serviceAreas.find((one) => one.id === choice.serviceAreaId);
    if (area === undefined)
      return refuse({ code: "AREA_REQUIRED", path: ["service", "serviceAreaId"] });
    const inForce = area.contractAreas.filter((one) => inForceOn(one, on));
    const undivided = inForce.find((one) => one.subareaName === undefined);
    if (choice.subareaId !== undefined) {
      const subarea = inForce.find(
        (one) => one.id === choice.subareaId && one.subareaName !== undefined,
      );
      if (subarea !== undefined) return accept(subarea.id);
      return refuse({
        code: undivided === undefined ? "SUBAREA_REQUIRED" : "SUBAREA_NOT_ALLOWED",
        path: ["service", "subareaId"],
      });
    }
    if (undivided !== undefined) return accept(undivided.id);
    return inForce.length === 0
      ? refuse({ code: "AREA_REQUIRED", path: ["service", "serviceAreaId"] })
      : refuse({ code: "SUBAREA_REQUIRED", path: ["service", "subareaId"] });
  },
);

/** The contract area that the map proposes for a county on a day. */
export const findAreaOfCounty = (
  serviceAreas: readonly ServiceArea[],
  county: string,
  on: PlainDate,
): ContractAreaId | undefined =>
  serviceAreas
    .flatMap((area) => area.contractAreas)
    .find(
      (area) =>
        inForceOn(area, on) &&
        area.counties.some((term) => sameCounty(term, county) && inForceOn(term, on)),
    )?.id;

const sameCounty = (term: CountyTerm, county: string): boolean =>
  term.county.toLowerCase() === county.trim().toLowerCase();

/** What changes when a county goes to an area: the new term, and the former ones that end the day before. */
export interface CountyChange {
  readonly begins: CountyTerm & { readonly contractAreaId: ContractAreaId };
  readonly ends: readonly {
    readonly contractAreaId: ContractAreaId;
    readonly county: string;
    readonly from: PlainDate;
    readonly to: PlainDate;
  }[];
}

/**
 * Puts a county into a contract area from a day on and takes it out of the one that had it. COUNTY_TAKEN where another
 * area gets it on that day or later already, so that no day would have two.
 */
export const decideSetCounty = rule(
  { id: "ASG-1", cites: [ia("32")] },
  (
    input: {
      readonly contractAreaId: ContractAreaId;
      readonly county: string;
      readonly from: PlainDate;
    },
    serviceAreas: readonly ServiceArea[],
  ): Result<CountyChange> => {
    const county = input.county.trim();
    if (county === "")
      return refuse({ code: "FIELD_REQUIRED", path: ["county"], params: { of: "county" } });
    const wanted = { from: input.from };
    const overlapping = serviceAreas
      .flatMap((area) => area.contractAreas)
      .flatMap((area) => area.counties.map((term) => ({ contractAreaId: area.id, term })))
      .filter(({ term }) => sameCounty(term, county) && overlaps(term, wanted));
    const later = overlapping.find(
      ({ term, contractAreaId }) =>
        term.from >= input.from || contractAreaId === input.contractAreaId,
    );
    if (later !== undefined)
      return refuse({
        code: "COUNTY_TAKEN",
        path: ["county"],
        params: { of: county, from: later.term.from },
      });
    return accept({
      begins: { contractAreaId: input.contractAreaId, county, from: input.from },
      ends: overlapping.map(({ contractAreaId, term }) => ({
        contractAreaId,
        county: term.county,
        from: term.from,
        to: addDays(input.from, -1),
      })),
    });
  },
);
