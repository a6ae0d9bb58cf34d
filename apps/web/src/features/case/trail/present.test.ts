import type { AccessEntry } from "@kinward/domain/views";
import { expect, test } from "vitest";
import { accessFilter, historyFilter } from "./filter.ts";
import { presentAccess } from "./present-access.ts";

const me = {
  agency: { name: "Agency", timeZone: "America/Chicago" },
  today: "2026-11-20",
} as never;
const look = (more: object): AccessEntry =>
  ({
    accessId: "a1",
    kind: "OPENED",
    procedure: "cases.overview",
    by: "Avery",
    organizationName: "Department",
    firstAt: "2026-11-19T15:02:00Z",
    lastAt: "2026-11-19T15:02:20Z",
    count: 1,
    ...more,
  }) as AccessEntry;

test("an address asks for what it names, and for nothing that is not known", () => {
  expect(historyFilter({ kind: "HOMES", person: "p", by: "s", from: "2026-11-01" })).toEqual({
    kind: "HOMES",
    personId: "p",
    staffId: "s",
    from: "2026-11-01",
  });
  expect(historyFilter({ kind: "SECRETS", page: 2 })).toEqual({});
  expect(accessFilter({ kind: "EXPORTED", person: "p", to: "2026-11-02" })).toEqual({
    kind: "EXPORTED",
    to: "2026-11-02",
  });
});

test("a look says what, when in the agency's zone, and how often", () => {
  const of = (more: object) => presentAccess([look(more)], me)[0];
  expect(of({})).toMatchObject({ what: "Opened", when: "Nov 19, 9:02 am", times: "" });
  expect(of({ count: 5, lastAt: "2026-11-19T15:11:00Z" })).toMatchObject({
    when: "Nov 19, 9:02 am to 9:11 am",
    times: "5 times",
  });
  expect(of({ kind: "EXPORTED", procedure: "family.caseFile" })).toMatchObject({
    what: "Saved as a file: case file",
  });
});
