import type { ContractAreaId, ContractId, OrganizationId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import { addDays, type PlainDate, plainDate } from "../kernel/plain-date.ts";
import { drawArrivals, type Random } from "./arrivals-random.ts";
import type { Arrival, ReferralArrival, RotationSetting } from "./arrivals.ts";

/** An invented stream of referrals. Shares are numbers from 0 to 1. */
export interface ArrivalModel {
  readonly days: number;
  /** Referrals a day on average. */
  readonly perDay: number;
  readonly safetyPlanShare: number;
  readonly overrideShare: number;
  /** Share of the overrides that ask for the first contractor; 0.5 leans to nobody. */
  readonly overrideLean: number;
  /** Share of the referrals withdrawn before their effective date. */
  readonly withdrawalShare: number;
  /** No more events than these. */
  readonly limit: number;
}

/** Half of the families of a withdrawn referral, and of those with a safety plan, are referred again. */
export const RETURN_SHARE = 0.5;
/** Days until they are, evenly from 1 on. */
export const RETURN_DAYS = 60;
/** Days until a withdrawal, evenly from 0 on. */
const WITHDRAWAL_DAYS = 5;

export const GENERATED_FROM = plainDate("2026-01-01");
export const GENERATED_PAIR = [
  "first" as OrganizationId,
  "second" as OrganizationId,
] as const satisfies RotationSetting["contracts"][number]["organizationId"][];

/** Two contractors for as long as anyone simulates; the first has the first turn. */
export const GENERATED_SETTING: RotationSetting = {
  area: "generated" as ContractAreaId,
  contracts: GENERATED_PAIR.map((organizationId, index) => ({
    id: `contract of ${organizationId}` as ContractId,
    organizationId,
    position: index === 0 ? 1 : 2,
    from: GENERATED_FROM,
    to: plainDate("2199-12-31"),
    subcontractors: [],
  })),
  starters: [{ contractId: `contract of ${GENERATED_PAIR[0]}` as ContractId }],
};

interface Planned {
  readonly serviceType: ReferralArrival["serviceType"];
  readonly safetyPlan?: NonNullable<ReferralArrival["safetyPlan"]>;
  readonly withdrawn?: NonNullable<ReferralArrival["withdrawn"]>;
}

/** Draws a stream of referrals, withdrawals and returns; the same numbers give the same stream. */
export const generateArrivals = (model: ArrivalModel, random: Random): readonly Arrival[] => {
  const arrivals: Arrival[] = [];
  const returns = new Map<PlainDate, Planned[]>();
  const withdrawals = new Map<PlainDate, string[]>();
  const later = <T>(plan: Map<PlainDate, T[]>, day: PlainDate, what: T): void =>
    void plan.set(day, [...(plan.get(day) ?? []), what]);
  let serial = 0;

  for (let index = 0; index < model.days && arrivals.length < model.limit; index += 1) {
    const on = addDays(GENERATED_FROM, index);
    let moment = 0;
    const next = () => ({ on, at: momentOf(on, (moment += 1)) });
    const news = Array.from({ length: drawArrivals(model.perDay, random) }, (): Planned => ({
      serviceType: random() < model.safetyPlanShare ? "SAFETY_PLAN" : "FSRP",
    }));
    for (const key of withdrawals.get(on) ?? [])
      arrivals.push({ kind: "WITHDRAWAL", key, ...next() });
    for (const planned of [...(returns.get(on) ?? []), ...news]) {
      const key = `r${(serial += 1)}`;
      const asks = random() < model.overrideShare;
      const first = random() < model.overrideLean;
      // Someone who goes on from a safety plan keeps the contractor: an override would be refused (DEC-33).
      const override =
        asks && planned.safetyPlan === undefined ? GENERATED_PAIR[first ? 0 : 1] : undefined;
      arrivals.push({
        kind: "REFERRAL",
        key,
        ...next(),
        ...planned,
        ...(override && { override }),
      });
      const back = addDays(on, 1 + Math.floor(random() * RETURN_DAYS));
      const returnsLater = random() < RETURN_SHARE;
      if (random() < model.withdrawalShare) {
        const withdrawnOn = addDays(on, 1 + Math.floor(random() * WITHDRAWAL_DAYS));
        later(withdrawals, withdrawnOn, key);
        const again = addDays(withdrawnOn, 1 + Math.floor(random() * RETURN_DAYS));
        if (returnsLater) later(returns, again, { ...planned, withdrawn: [{ key, withdrawnOn }] });
      } else if (planned.serviceType === "SAFETY_PLAN" && returnsLater)
        later(returns, back, { serviceType: "FSRP", safetyPlan: { key } });
    }
  }
  return arrivals.slice(0, model.limit);
};

/** Noon and some milliseconds: in order, and on that day in every zone of the country. */
const momentOf = (on: PlainDate, count: number): Instant => {
  const seconds = String(Math.floor(count / 1000) % 3600);
  const [minute, second] = [Math.floor(Number(seconds) / 60), Number(seconds) % 60];
  const pad = (value: number, width = 2) => String(value).padStart(width, "0");
  return `${on}T18:${pad(minute)}:${pad(second)}.${pad(count % 1000, 3)}Z` as Instant;
};
