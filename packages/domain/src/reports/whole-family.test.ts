import { expect, test } from "vitest";
import type { CaseFile, Contact, Member } from "../casefile/case-file.ts";
import type { ContactId, PersonId } from "../kernel/ids.ts";
import { covers, day } from "../testing/index.ts";
import { membersWithoutWork } from "./whole-family.ts";

const period = { periodStart: day("2026-11-20"), periodEnd: day("2026-12-19") };
const person = (id: string, more: Partial<Member> = {}): Member => ({
  id: id as PersonId,
  role: "CHILD",
  living: [{ setting: "PARENTAL_HOME" }],
  ...more,
});
const dana = person("dana", { role: "PARENT" });
const contact = (
  date: string,
  who: readonly string[],
  mode: Contact["mode"] = "VIDEO",
): Contact => ({
  id: date as ContactId,
  date: day(date),
  mode,
  with: who as readonly PersonId[],
});
const missing = (
  members: readonly Member[],
  contacts: readonly Contact[] = [],
  more: Partial<CaseFile> = {},
) => membersWithoutWork({ members, contacts, ...more }, [], period);

test(`members whom no intervention and no contact of the period concerned are named${covers("CASE-7")}`, () => {
  const family = [dana, person("mia"), person("leo"), person("ida")];
  const contacts = [
    contact("2026-11-20", ["dana"]),
    contact("2026-12-19", ["leo"], "TELEPHONE"),
    contact("2026-12-01", ["mia"], "ATTEMPT"),
    contact("2026-11-19", ["mia"]),
    contact("2026-12-20", ["mia"]),
  ];
  expect(missing(family, contacts)).toEqual(["mia", "ida"]);
  expect(
    membersWithoutWork({ members: family, contacts }, [{ with: ["ida" as PersonId] }], period),
  ).toEqual(["mia"]);
});

test(`nobody is missed who was no member, has died, or lives where the contractor owes nothing${covers("CASE-7", "DEC-16")}`, () => {
  const moved = (from: string) =>
    person("zoe", {
      living: [
        { setting: "PARENTAL_HOME", to: day("2026-11-30") },
        { setting: "FOSTER_FAMILY", state: "IL", from: day(from) },
      ],
    });
  expect(missing([moved("2026-12-01")])).toEqual([]);
  expect(missing([moved("2026-12-20")])).toEqual(["zoe"]);
  expect(missing([person("new", { joined: day("2026-12-20") })])).toEqual([]);
  expect(missing([person("gone", { to: day("2026-11-19") })])).toEqual([]);
  expect(missing([person("gone", { to: day("2026-11-20") })])).toEqual(["gone"]);
  expect(missing([person("died", { deceasedOn: day("2026-12-19") })])).toEqual([]);
});

test(`a parent without rights to any child is no gap; one with rights to some is${covers("CASE-7")}`, () => {
  const children = [person("mia"), person("leo")];
  const seen = [contact("2026-12-01", ["mia", "leo"])];
  const ended = (child: string, on = "2026-12-01") => ({
    parent: dana.id,
    child: child as PersonId,
    date: day(on),
  });
  const named = (...terminationsOfRights: readonly ReturnType<typeof ended>[]) =>
    missing([dana, ...children], seen, { terminationsOfRights });
  expect(named()).toEqual(["dana"]);
  expect(named(ended("mia"))).toEqual(["dana"]);
  expect(named(ended("mia"), ended("leo"))).toEqual([]);
  expect(named(ended("ALL"))).toEqual([]);
  expect(named(ended("ALL", "2026-12-20"))).toEqual(["dana"]);
});
