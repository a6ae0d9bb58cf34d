import { expect, test } from "vitest";
import type { CaseOverview } from "@kinward/domain/views";
import { presentServices } from "./services.ts";

const header = (on: string, more: object = {}) =>
  ({
    on,
    episodes: [
      {
        episodeId: "plan",
        serviceType: "SAFETY_PLAN",
        effectiveDate: "2026-09-01",
        lastServiceDay: "2026-11-03",
        contractorName: "River Bend",
      },
      {
        episodeId: "fsrp",
        serviceType: "FSRP",
        effectiveDate: "2026-11-04",
        contractorName: "Prairie",
        ...more,
      },
    ],
  }) as unknown as CaseOverview["header"];
const when = (on: string, more?: object) => presentServices(header(on, more), on)[0]?.when;

test("services say since when they run, of which contractor, and when they ended; the newest first", () => {
  expect(presentServices(header("2026-11-20"), "2026-11-20")).toEqual([
    {
      id: "fsrp",
      what: "Family safety, risk, and permanency services (FSRP)",
      contractor: "Prairie",
      when: "Since Nov 4",
    },
    {
      id: "plan",
      what: "Safety plan services",
      contractor: "River Bend",
      when: "Sep 1 to Nov 3, ended",
    },
  ]);
});

test("the last service day itself is a day of service", () => {
  expect(when("2026-11-03")).toBe("Begin Nov 4");
  expect(when("2026-11-20", { lastServiceDay: "2026-11-20" })).toBe("Since Nov 4, until Nov 20");
  expect(when("2026-11-21", { lastServiceDay: "2026-11-20" })).toBe("Nov 4 to Nov 20, ended");
});
