import { contractAreaName } from "@kinward/domain/agency";
import { addDays, inForceOn, type PlainDate } from "@kinward/domain/kernel";
import type { ServiceAreaView } from "@kinward/domain/views";
import type { DueState } from "@kinward/ui";
import { type GapsInWords, gapsInWords } from "../shared/gaps.ts";
import { byPeriod, periodState, periodWords } from "../shared/periods.ts";
import { areas as m } from "./messages.ts";

export type ContractAreaView = ServiceAreaView["contractAreas"][number];
export type CountyPeriod = ContractAreaView["counties"][number];

/** "Ames" or "Des Moines / North". */
export const areaName = (service: ServiceAreaView, area: ContractAreaView): string =>
  contractAreaName(service.name, area.subareaName);

/** The area and the service area it lies in. */
export const findArea = (
  services: readonly ServiceAreaView[],
  id: string,
): { readonly service: ServiceAreaView; readonly area: ContractAreaView } | undefined => {
  for (const service of services)
    for (const area of service.contractAreas)
      if (area.contractAreaId === id) return { service, area };
  return undefined;
};

/** Names of the counties on a day, in order of the alphabet. */
export const countiesNow = (area: ContractAreaView, today: PlainDate): readonly string[] =>
  area.counties
    .filter((county) => inForceOn(county, today))
    .map((county) => county.county)
    .toSorted();

const MOST_NAMED = 6;
/** "Boone, Dallas, Story and 4 more". */
export const countyWords = (area: ContractAreaView, today: PlainDate): string => {
  const names = countiesNow(area, today);
  if (names.length === 0) return m.noCounties;
  const named = names.slice(0, MOST_NAMED).join(", ");
  return names.length > MOST_NAMED ? `${named} ${m.more(names.length - MOST_NAMED)}` : named;
};

export const contractorsNow = (area: ContractAreaView, today: PlainDate): readonly string[] =>
  area.activeContracts
    .filter((contract) => inForceOn(contract, today))
    .toSorted((a, b) => a.position - b.position)
    .map((contract) => contract.organizationName);

/** Days on which the area has fewer than two contracts, in words. Past days are no work any more. */
export const gapWords = (area: ContractAreaView, today: PlainDate): GapsInWords =>
  gapsInWords(area.gaps, today, (gap) => m.gap(periodWords(gap, today), gap.contracts));

export const areaState = (
  area: ContractAreaView,
  today: PlainDate,
): { readonly state: DueState; readonly word: string } => {
  const period = periodState(area, today);
  if (period === "PAST") return { state: "notDue", word: m.tags.past };
  if (period === "FUTURE") return { state: "later", word: m.tags.future };
  return { state: "done", word: m.tags.now };
};

/** In force and to come first; ended counties stay on record below. */
export const countyRows = (area: ContractAreaView, today: PlainDate): readonly CountyPeriod[] =>
  area.counties.toSorted(
    (a, b) => byPeriod(today)(a, b) || (a.county < b.county ? -1 : a.county > b.county ? 1 : 0),
  );

/** Counties that belonged to an area once and belong to none from a day on, today or later. */
export function countyGaps(
  services: readonly ServiceAreaView[],
  today: PlainDate,
): readonly { readonly county: string; readonly words: string }[] {
  const periods = new Map<string, { from: PlainDate; to?: PlainDate }[]>();
  for (const service of services)
    for (const area of service.contractAreas)
      for (const { county, ...period } of area.counties)
        periods.set(county, [...(periods.get(county) ?? []), period]);
  const gaps: { county: string; words: string }[] = [];
  for (const [county, list] of [...periods].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const sorted = list.toSorted((a, b) => (a.from < b.from ? -1 : 1));
    sorted.forEach((period, index) => {
      if (period.to === undefined) return;
      const from = addDays(period.to, 1);
      const next = sorted[index + 1]?.from;
      if (next !== undefined && next <= from) return;
      const to = next === undefined ? undefined : addDays(next, -1);
      if (to !== undefined && to < today) return;
      gaps.push({
        county,
        words: m.countyGap(county, periodWords(to === undefined ? { from } : { from, to }, today)),
      });
    });
  }
  return gaps;
}
