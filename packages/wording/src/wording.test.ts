import { REFUSAL_CODES, WARNING_CODES } from "@kinward/domain/kernel";
import { describe, expect, it } from "vitest";
import * as en from "./en/index.ts";
import * as es from "./es/index.ts";
import { HISTORY_PROCEDURES, invalidText, refusalText, warningText } from "./index.ts";
import type { LabelWords } from "./types.ts";

const languages = { en, es };
const soundSentence = (sentence: string) => {
  expect(sentence).not.toMatch(/undefined|NaN|\[object|  /u);
  expect(sentence.trim()).toBe(sentence);
  expect(sentence.length).toBeGreaterThan(3);
  // Numeric dates change their order between languages.
  expect(sentence).not.toMatch(/\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}/u);
};

describe.each(["en", "es"] as const)("sentences in %s", (locale) => {
  const { codes, duties, history, labels, receipts } = languages[locale];

  it.each(REFUSAL_CODES)("refusal %s reads well with and without parameters", (code) => {
    soundSentence(refusalText(codes, { code }));
    soundSentence(
      refusalText(codes, {
        code,
        params: {
          name: "Mia",
          area: "Ames",
          from: "2026-11-20",
          to: "2026-12-20",
          on: "2026-11-20",
          latest: "2026-11-20",
          meetingOn: "2026-11-23",
          of: ["CRISIS"],
        },
      }),
    );
  });
  it.each(WARNING_CODES)("warning %s reads well with and without parameters", (code) => {
    soundSentence(warningText(codes, { code }));
    soundSentence(
      warningText(codes, {
        code,
        params: { name: "Rob", days: 3, on: "2026-11-20", dueOn: "2026-11-18" },
      }),
    );
  });
  it.each(HISTORY_PROCEDURES)("history of %s", (procedure) => {
    soundSentence(history.sentence[procedure]({}));
    soundSentence(
      history.sentence[procedure]({
        name: "Nia Brandt",
        person: "Mia Reyes",
        people: ["Dana", "Mia"],
        on: "2026-11-23",
        from: "2026-11-23",
        to: procedure.startsWith("notices.") ? "Pat Olson" : "2026-12-01",
        mode: "FACE_TO_FACE",
        setting: "KINSHIP",
        serviceType: "FSRP",
        contractorName: "Prairie",
        turn: 7,
        areaName: "Ames",
        year: 2027,
        meetingOn: "2026-11-23",
        openedOn: "2026-11-19",
        duties: ["week 2"],
        county: "Story",
      }),
    );
  });
  it("names every rule, with its week or month", () => {
    for (const rule of [
      "CON-2",
      "CON-4",
      "CON-5",
      "CON-6",
      "CON-7",
      "CON-9",
      "CON-10",
      "CON-12",
      "CON-13",
      "REP-2",
      "INTAKE_ACKNOWLEDGE",
      "INTAKE_COORDINATOR",
    ] as const) {
      soundSentence(duties.title({ rule, window: rule === "CON-9" ? "2" : "2026-12" }));
      soundSentence(duties.rule(rule));
    }
  });
  it("has a word for each method and reason of an assignment", () => {
    for (const method of Object.keys(receipts.method))
      expect(receipts.method[method as keyof typeof receipts.method]).toBeTruthy();
    for (const why of Object.values(receipts.why))
      soundSentence(why({ before: 2, after: 1, seq: 4, from: "2026-07-01", lane: "FSRP" }));
  });
  it("never leaves a label empty", () => {
    for (const group of Object.values(labels))
      for (const label of Object.values(group)) expect(label).not.toBe("");
  });
});

describe("dates", () => {
  it("writes the month as a name and the year only when it differs", () => {
    expect(en.dates.date("2026-11-17", { today: "2026-11-20" })).toBe("Tue, Nov 17");
    expect(en.dates.date("2027-01-08", { today: "2026-11-20" })).toBe("Fri, Jan 8, 2027");
    expect(en.dates.date("2026-11-17", { today: "2026-11-20", style: "long" })).toBe(
      "Tuesday, November 17",
    );
    expect(es.dates.date("2026-11-17", { today: "2026-11-20" })).toBe("mar, 17 de nov");
    expect(en.dates.range("2026-11-22", "2026-12-12", { today: "2026-11-20" })).toBe(
      "Nov 22 to Dec 12",
    );
    expect(en.dates.month("2026-12")).toBe("December 2026");
    expect(es.dates.month("2026-12")).toBe("diciembre de 2026");
  });
  it("agrees with the calendar over many years", () => {
    for (let day = Date.UTC(1999, 11, 25); day < Date.UTC(2032, 2, 10); day += 86_400_000) {
      const iso = new Date(day).toISOString().slice(0, 10);
      const weekday =
        ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][new Date(day).getUTCDay()] ?? "";
      expect(en.dates.date(iso).startsWith(weekday)).toBe(true);
    }
  });
  it("shows times in the zone of the agency, whatever the zone of the machine", () => {
    expect(en.dates.time("2026-11-20T15:41:00.000Z", "America/Chicago")).toBe("9:41 am");
    expect(
      en.dates.moment("2026-11-21T05:30:00.000Z", "America/Chicago", { today: "2026-11-21" }),
    ).toBe("Nov 20, 11:30 pm");
    expect(en.dates.clock("00:05")).toBe("12:05 am");
    expect(en.dates.clock("12:00")).toBe("12:00 pm");
  });
  it("counts in the singular and the plural and joins lists", () => {
    expect(en.dates.count(1, "businessDays")).toBe("1 business day");
    expect(en.dates.count(3, "days")).toBe("3 days");
    expect(en.dates.list(["Marisol", "Mateo", "Lucia"])).toBe("Marisol, Mateo and Lucia");
    expect(es.dates.list(["Ana", "Inés"])).toBe("Ana e Inés");
    expect(es.dates.list(["Inés", "Hielo"])).toBe("Inés y Hielo");
  });
});

describe("duties", () => {
  it("names who is still needed, an adult and further dates", () => {
    const people = [{ name: "Mia" }, { name: "Theo" }];
    expect(en.duties.stillNeeded({ people })).toBe("Mia and Theo");
    expect(en.duties.stillNeeded({ people, needsAdult: true })).toBe(
      "Mia, Theo and a parent or caretaker at home",
    );
    expect(en.duties.stillNeeded({ people: [], needsAdult: true })).toBe(
      "A parent or caretaker at home",
    );
    expect(en.duties.stillNeeded({ people: [], furtherDates: 2 })).toBe("2 more dates");
  });
  it("counts lateness in the unit of the rule", () => {
    expect(en.duties.late(1, "businessDays")).toBe("1 business day late");
    expect(en.duties.late(3, "days")).toBe("3 days late");
  });
});

it("shows no text of a schema library", () => {
  expect(invalidText(en.codes, "Invalid input: expected string, received undefined")).toBe(
    "Check this answer",
  );
  expect(invalidText(en.codes, "DATE_INVALID")).toBe("Enter a whole date: month, day and year");
  expect(invalidText(en.codes, "TOO_LONG:500")).toBe("Shorten this to at most 500 characters");
});

it("does not compile when a word is missing", () => {
  // @ts-expect-error AUDITOR is missing
  const roles: LabelWords["role"] = {
    CASEWORKER: "",
    SUPERVISOR: "",
    CARE_COORDINATOR: "",
    CONTRACTOR_SUPERVISOR: "",
    INTAKE: "",
    ADMINISTRATOR: "",
  };
  expect(roles).toBeDefined();
});
