import { describe, expect, test } from "vitest";
import { addDays, plainDate } from "../kernel/plain-date.ts";
import { ROLES } from "../views/session.ts";
import {
  ACTS_WITH_NOTICES,
  dueNoticeBounds,
  NOTICE_KINDS,
  noticeKindsOf,
  noticeOfAct,
} from "./index.ts";

describe("notices", () => {
  test("every kind has readers, and every kind of an act is one of them", () => {
    for (const kind of NOTICE_KINDS)
      expect(ROLES.some((role) => noticeKindsOf([role]).includes(kind))).toBe(true);
    for (const act of ACTS_WITH_NOTICES) expect(NOTICE_KINDS).toContain(noticeOfAct(act)?.kind);
    expect(noticeKindsOf([])).toEqual([]);
  });
  test("an act without readers tells nobody, whatever its name", () => {
    for (const name of ["contacts.record", "constructor", "__proto__", ""])
      expect(noticeOfAct(name)).toBeUndefined();
  });
  test("a due date is soon two days before, late from the day after, and never both", () => {
    const day = plainDate("2026-11-20");
    const { DUTY_LATE, DUTY_SOON } = dueNoticeBounds(day);
    expect(DUTY_SOON).toMatchObject({ dueFrom: day, dueTo: addDays(day, 2) });
    expect(DUTY_LATE.dueTo).toBe(addDays(day, -1));
    // A missed window cannot be made up for, so it is not told as late.
    expect(DUTY_LATE.kinds).not.toContain("WINDOW");
  });
});
