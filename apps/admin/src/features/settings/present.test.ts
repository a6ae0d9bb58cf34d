import { plainDate } from "@kinward/domain/kernel";
import {
  CASE_PROFILES,
  defaultPolicyBook,
  SETTING_KEYS,
  SETTINGS,
  type SettingValue,
} from "@kinward/domain/policy";
import type { SettingView } from "@kinward/domain/views";
import { describe, expect, it, test } from "vitest";
import { differencesOf } from "./differences.ts";
import { citeWords, groupsOf, shownSettings, versionState } from "./present.ts";
import { valueWords } from "../shared/setting/value-words.ts";
import { settingGroups } from "../shared/setting/words.ts";

const today = plainDate("2026-11-23");
const views = CASE_PROFILES.flatMap((profile) => defaultPolicyBook(profile).settings).map(
  ({ key, value, source }): SettingView => ({
    key,
    profile: SETTINGS[key].profile,
    decision: source,
    cites: [],
    versions: [{ value, source, inForce: true }],
  }),
);

describe("valueWords", () => {
  it.each([
    ["initialContactBusinessDays", 5, "5 business days"],
    ["householdNoticeBusinessDays", 1, "1 business day"],
    ["jointMeetingDeadline", null, "Not used"],
    ["finalPartialReport", false, "No"],
    ["reportDueRoll", "NONE", "It stays on that day"],
    ["partialMonth", "NONE", "Not paid"],
    ["overrideReasonCodes", ["CONTINUITY"], "Continuity for the family"],
  ] as const)("%s %j is %s", (key, value, words) => expect(valueWords(key, value)).toBe(words));

  it("has words for every answer that a setting allows", () => {
    const bare = SETTING_KEYS.flatMap((key) => {
      const { shape } = SETTINGS[key];
      const answers = shape.kind === "choice" ? shape.of : [];
      return answers.filter((answer) => valueWords(key, answer as SettingValue) === answer);
    });
    expect(bare).toEqual([]);
  });
});

it("shows every setting under exactly one heading", () => {
  const listed = settingGroups.flatMap((group) => group.keys);
  expect(listed.toSorted()).toEqual([...SETTING_KEYS].toSorted());
  expect(groupsOf(views).flatMap((group) => group.rows)).toHaveLength(SETTING_KEYS.length);
});

it("reads a citation, and leaves another source as it is", () => {
  expect(citeWords("IA_TOPIC_6:60-63")).toBe("Iowa, Topic 6, lines 60-63");
  expect(citeWords("Contract amendment 3")).toBe("Contract amendment 3");
});

it("finds a setting by name, value and decision", () => {
  expect(shownSettings(views, "face-to-face").map((view) => view.key)).toContain(
    "initialContactBusinessDays",
  );
  expect(shownSettings(views, "DEC-44").map((view) => view.key)).toEqual([
    "crisisResponseMinutes",
    "crisisAfterHoursOnly",
  ]);
  expect(shownSettings(views, "no such words")).toEqual([]);
});

it("tells the version in force from one to come and a former one", () => {
  const today = plainDate("2026-11-21");
  const version = { value: 5, source: "", inForce: false };
  expect(versionState({ ...version, inForce: true }, today).word).toBe("In force");
  expect(versionState({ ...version, validFrom: plainDate("2027-01-01") }, today).word).toBe(
    "Comes into force",
  );
  expect(versionState(version, today).word).toBe("Former");
});

test("two policy books are told apart by the settings and the closed days that differ", () => {
  const texts = defaultPolicyBook("IA_FSRP");
  const christmas = { date: plainDate("2026-12-25"), name: "Christmas Day" };
  const other = {
    ...texts,
    settings: [
      ...texts.settings,
      {
        key: "initialContactBusinessDays" as const,
        validFrom: plainDate("2027-01-01"),
        value: 4,
        source: "Test",
      },
    ],
    holidayYears: [{ year: 2026, holidays: [christmas], source: "Test" }],
  };
  expect(differencesOf(texts, texts, today)).toEqual([]);
  const [setting, holidays, ...more] = differencesOf(texts, other, today);
  expect(setting).toMatchObject({
    first: "5 business days",
    second: "5 business days; 4 business days from Jan 1, 2027",
  });
  // Christmas is closed by both; the other has nothing that the first has not.
  expect(holidays?.what).toBe("Holidays 2026");
  expect(holidays?.first).toContain("Thanksgiving Day, Nov 26");
  expect(holidays?.first).not.toContain("Christmas");
  expect(holidays?.second).toBe("None that the other has not");
  expect(more).toEqual([]);
});
