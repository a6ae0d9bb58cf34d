import { expect, test } from "vitest";
import type { ContractAreaId, ServiceAreaId } from "../kernel/ids.ts";
import { plainDate } from "../kernel/plain-date.ts";
import type { ContractArea, ServiceArea } from "./area.ts";
import { decideBeginArea, decideEndArea, decideEndCounty } from "./area-terms.ts";

const day = plainDate;
const area = (more: Partial<ContractArea> = {}): ContractArea => ({
  id: "a" as ContractAreaId,
  from: day("2026-01-01"),
  counties: [],
  ...more,
});
const service = (...contractAreas: readonly ContractArea[]): ServiceArea => ({
  id: "s" as ServiceAreaId,
  name: "Ames",
  contractAreas,
});

test("a service area is not divided and undivided on one day, and a subarea's name stands once", () => {
  const from = day("2027-01-01");
  expect(decideBeginArea({ from }, service(area({ to: day("2026-12-31") }))).ok).toBe(true);
  expect(decideBeginArea({ from }, service(area()))).toMatchObject({
    ok: false,
    refusals: [{ code: "PERIOD_OVERLAP" }],
  });
  const divided = service(area({ subareaName: "North" }));
  expect(decideBeginArea({ from, subareaName: "north" }, divided).ok).toBe(false);
  expect(decideBeginArea({ from, subareaName: " South " }, divided)).toMatchObject({
    value: { subareaName: "South" },
  });
  expect(decideBeginArea({ from }, divided).ok).toBe(false);
});

test("an area ends with its counties, but not under a contract that goes on", () => {
  const counties = [{ county: "Story", from: day("2026-01-01") }];
  const on = day("2026-06-30");
  expect(decideEndArea(area({ counties }), [{ to: on }], on)).toMatchObject({
    value: { to: on, counties: [{ county: "Story", to: on }] },
  });
  expect(decideEndArea(area(), [{ to: day("2026-07-01") }], on)).toMatchObject({
    refusals: [{ code: "PERIOD_OVERLAP" }],
  });
  expect(decideEndArea(area({ to: on }), [], on).ok).toBe(false);
  expect(decideEndArea(area(), [], day("2025-12-31"))).toMatchObject({
    refusals: [{ code: "DATE_ORDER" }],
  });
});

test("a county leaves the area it is in", () => {
  const one = area({ counties: [{ county: "Story", from: day("2026-01-01") }] });
  const input = { contractAreaId: one.id, county: "story", to: day("2026-03-31") };
  expect(decideEndCounty(input, one)).toMatchObject({ value: { county: "Story", to: input.to } });
  expect(decideEndCounty({ ...input, county: "Boone" }, one).ok).toBe(false);
  expect(decideEndCounty({ ...input, to: day("2025-03-31") }, one).ok).toBe(false);
});
