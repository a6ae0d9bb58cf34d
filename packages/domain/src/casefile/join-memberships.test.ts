import { expect, test } from "vitest";
import type { PersonId } from "../kernel/ids.ts";
import { day } from "../testing/index.ts";
import type { Member } from "./case-file.ts";
import { joinMemberships } from "./join-memberships.ts";

const ann = (more: Partial<Member> = {}): Member => ({
  id: "ann" as PersonId,
  role: "CHILD",
  living: [],
  ...more,
});

test("someone who left and came back is one member with an absence between", () => {
  const bo = { ...ann(), id: "bo" as PersonId };
  expect(
    joinMemberships([ann({ to: day("2026-12-31") }), bo, ann({ joined: day("2027-02-01") })]),
  ).toEqual([ann({ absences: [{ from: day("2027-01-01"), to: day("2027-01-31") }] }), bo]);
  // Back on the next day: never away.
  expect(
    joinMemberships([
      ann({ joined: day("2026-12-01"), to: day("2026-12-31") }),
      ann({ joined: day("2027-01-01"), to: day("2027-03-01") }),
    ]),
  ).toEqual([ann({ joined: day("2026-12-01"), to: day("2027-03-01") })]);
  const apart = [ann(), bo];
  expect(joinMemberships(apart)).toBe(apart);
});
