import { describe, expect, it } from "vitest";
import type { IntakeRow } from "@kinward/domain/views";
import { groupOf, languageNeed, presentClock, presentGroups, turnText } from "./present.ts";

const row = (over: Partial<IntakeRow>): IntakeRow =>
  ({
    referralId: "r",
    serviceType: "FSRP",
    effectiveDate: "2026-11-20",
    late: false,
    firstContactMade: false,
    languages: ["en"],
    ...over,
  }) as unknown as IntakeRow;

describe("intake", () => {
  it("puts what is late first, then what is new, then what has no coordinator", () => {
    expect(groupOf(row({ late: true }))).toBe("late");
    expect(groupOf(row({}))).toBe("new");
    expect(groupOf(row({ acknowledgedAt: "2026-11-20T15:00:00.000Z" as never }))).toBe(
      "unassigned",
    );
    expect(
      groupOf(
        row({ acknowledgedAt: "x" as never, coordinator: { staffId: "s", name: "Nia" } as never }),
      ),
    ).toBe("running");
    expect(presentGroups([row({}), row({ late: true })]).map((group) => group.rows.length)).toEqual(
      [1, 1, 0, 0, 0],
    );
  });
  it("shows the clock with its business day", () => {
    const due = "2026-12-01" as never;
    expect(presentClock(row({ initialContactDueOn: due, businessDay: 1 }), "2026-11-23")).toEqual({
      state: "week",
      text: "by Dec 1",
      date: undefined,
      day: "business day 1",
    });
    expect(presentClock(row({ initialContactDueOn: due, businessDay: 0 }), "2026-11-20").day).toBe(
      "begins next business day",
    );
    expect(presentClock(row({ initialContactDueOn: due }), "2026-12-01").state).toBe("today");
    expect(presentClock(row({ initialContactDueOn: due, late: true }), "2026-12-02")).toMatchObject(
      { state: "late", date: due },
    );
    expect(presentClock(row({ initialContactDueOn: due }), "2026-11-18").text).toBe(
      "begins Nov 20",
    );
    expect(
      presentClock(row({ initialContactDueOn: due, firstContactMade: true }), "2026-11-30").state,
    ).toBe("done");
    expect(presentClock(row({ serviceType: "SAFETY_PLAN" }), "2026-11-30").state).toBe("notDue");
  });
  it("says which turn it was and why, and names what was withdrawn", () => {
    const turn = { areaName: "Ames", turn: 7, counted: true, kind: "ASSIGNMENT" } as const;
    expect(turnText({ ...turn, method: "ROTATION" })).toBe("Ames, turn 7: in turn");
    expect(turnText({ ...turn, method: "OVERRIDE" })).toBe("Ames, turn 7: continuity override");
    expect(turnText({ ...turn, method: "CARRY_OVER", counted: false })).toBe(
      "Ames, turn 7: same contractor as the safety plan services, not counted",
    );
    expect(turnText({ ...turn, kind: "MOVE", method: "TRANSFER", counted: false })).toBe(
      "Ames, turn 7: moved here at the end of a contract, not counted",
    );
    const gone = row({
      withdrawnOn: "2026-11-20" as never,
      initialContactDueOn: "2026-12-01" as never,
    });
    expect(groupOf(gone)).toBe("withdrawn");
    expect(presentClock(gone, "2026-11-23")).toMatchObject({
      state: "notDue",
      text: "Withdrawn",
      day: "on Nov 20, the turn stands",
    });
  });
  it("names languages other than English", () => {
    expect(languageNeed({ languages: ["en", "es", "so"] })).toBe("Languages: Spanish and Somali");
    expect(languageNeed({ languages: ["en"] })).toBeUndefined();
  });
});
