import { expect, test } from "vitest";
import { plainDate } from "../kernel/plain-date.ts";
import type { Result } from "../kernel/result.ts";
import { covers } from "../testing/covers.ts";
import { type AreaPause, decidePauseArea, decideResumeArea, pauseRefusals } from "./area-pause.ts";

const today = plainDate("2026-11-23");
const pause = (from: string, resumesOn?: string): AreaPause => ({
  from: plainDate(from),
  ...(resumesOn === undefined ? {} : { resumesOn: plainDate(resumesOn) }),
});
const codes = (result: Result<unknown>) =>
  result.ok ? [] : result.refusals.map((refusal) => refusal.code);

test(
  "an area takes no referral from the first day of a pause until it resumes" + covers("ASG-2"),
  () => {
    const pauses = [pause("2026-12-01", "2026-12-05")];
    const on = (day: string) => pauseRefusals(pauses, plainDate(day)).map((one) => one.code);
    expect(on("2026-11-30")).toEqual([]);
    expect(on("2026-12-01")).toEqual(["AREA_PAUSED"]);
    expect(on("2026-12-04")).toEqual(["AREA_PAUSED"]);
    expect(on("2026-12-05")).toEqual([]);
    expect(pauseRefusals([pause("2026-12-01")], plainDate("2030-01-01"))).toHaveLength(1);
  },
);

test(
  "a pause begins today or later, ends after it began, and stands alone" + covers("ASG-2"),
  () => {
    expect(codes(decidePauseArea(pause("2026-11-23"), [], today))).toEqual([]);
    expect(codes(decidePauseArea(pause("2026-11-22"), [], today))).toEqual(["DATE_IN_PAST"]);
    expect(codes(decidePauseArea(pause("2026-12-01", "2026-12-01"), [], today))).toEqual([
      "DATE_ORDER",
    ]);
    const there = [pause("2026-12-10", "2026-12-20")];
    expect(codes(decidePauseArea(pause("2026-12-01"), there, today))).toEqual(["PERIOD_OVERLAP"]);
    expect(codes(decidePauseArea(pause("2026-12-01", "2026-12-10"), there, today))).toEqual([]);
    expect(codes(decidePauseArea(pause("2026-12-20"), there, today))).toEqual([]);
    // One that was called off leaves its days free.
    const off = [pause("2026-12-10", "2026-12-10")];
    expect(codes(decidePauseArea(pause("2026-12-01"), off, today))).toEqual([]);
  },
);

test(
  "a running pause ends on a day, a coming one is called off, a former one stays" + covers("ASG-2"),
  () => {
    const resume = (from: string, resumesOn: string, ...pauses: readonly AreaPause[]) =>
      decideResumeArea({ from: plainDate(from), resumesOn: plainDate(resumesOn) }, pauses, today);
    expect(resume("2026-11-01", "2026-11-23", pause("2026-11-01"))).toMatchObject({
      value: { from: "2026-11-01", resumesOn: "2026-11-23" },
    });
    expect(resume("2026-12-01", "2026-11-23", pause("2026-12-01"))).toMatchObject({
      value: { from: "2026-12-01", resumesOn: "2026-12-01" },
    });
    expect(codes(resume("2026-11-01", "2026-11-22", pause("2026-11-01")))).toEqual([
      "DATE_IN_PAST",
    ]);
    expect(codes(resume("2026-11-01", "2026-11-23", pause("2026-11-01", "2026-11-10")))).toEqual([
      "INVALID_TRANSITION",
    ]);
    expect(codes(resume("2026-10-01", "2026-11-23", pause("2026-11-01")))).toEqual([
      "INVALID_TRANSITION",
    ]);
  },
);
