import { ia } from "../kernel/citation.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";

/** Days on which a contract area takes no referrals. */
export interface AreaPause {
  readonly from: PlainDate;
  /** First day on which referrals are taken again; absent while nobody knows. */
  readonly resumesOn?: PlainDate;
}

/** The pause that a day falls into, if any. */
export const findPauseOn = <P extends AreaPause>(
  pauses: readonly P[],
  day: PlainDate,
): P | undefined =>
  pauses.find(({ from, resumesOn }) => from <= day && (resumesOn === undefined || day < resumesOn));

/** While an area is paused no referral is assigned there, whatever its method (ASG-2, ours). */
export const pauseRefusals = rule(
  { id: "ASG-2", cites: [ia("32")] },
  (pauses: readonly AreaPause[], day: PlainDate): readonly Refusal[] => {
    const pause = findPauseOn(pauses, day);
    if (pause === undefined) return [];
    const to = pause.resumesOn;
    return [
      {
        code: "AREA_PAUSED",
        path: ["service", "serviceAreaId"],
        ...(to === undefined ? {} : { params: { to } }),
      },
    ];
  },
);

/** Pauses an area from a day on that is not past; two pauses never share a day. */
export const decidePauseArea = rule(
  { id: "ASG-2", cites: [ia("32")] },
  (input: AreaPause, pauses: readonly AreaPause[], today: PlainDate): Result<AreaPause> => {
    const { from, resumesOn } = input;
    const refusals: Refusal[] = [];
    if (from < today)
      refusals.push({ code: "DATE_IN_PAST", path: ["from"], params: { earliest: today } });
    if (resumesOn !== undefined && resumesOn <= from)
      refusals.push({ code: "DATE_ORDER", path: ["resumesOn"], params: { after: "from" } });
    const clash = pauses.find(
      (one) =>
        one.from !== one.resumesOn &&
        (resumesOn === undefined || one.from < resumesOn) &&
        (one.resumesOn === undefined || from < one.resumesOn),
    );
    if (clash !== undefined)
      refusals.push({ code: "PERIOD_OVERLAP", path: ["from"], params: { from: clash.from } });
    return refusals.length > 0 ? refuse(...refusals) : accept(input);
  },
);

/**
 * Takes referrals again from a day on: a running pause ends then, one that has not begun is called off. Days that were
 * paused stay paused.
 */
export const decideResumeArea = rule(
  { id: "ASG-2", cites: [ia("32")] },
  (
    input: { readonly from: PlainDate; readonly resumesOn: PlainDate },
    pauses: readonly AreaPause[],
    today: PlainDate,
  ): Result<AreaPause> => {
    const pause = pauses.find((one) => one.from === input.from && one.from !== one.resumesOn);
    if (pause === undefined || (pause.resumesOn !== undefined && pause.resumesOn <= today))
      return refuse({ code: "INVALID_TRANSITION" });
    if (input.resumesOn < today)
      return refuse({ code: "DATE_IN_PAST", path: ["resumesOn"], params: { earliest: today } });
    const resumesOn = input.resumesOn < pause.from ? pause.from : input.resumesOn;
    return accept({ from: pause.from, resumesOn });
  },
);
