import type { ReferralDraft } from "@kinward/domain/assignment";
import { addBusinessDays, isBusinessDay } from "@kinward/domain/calendar";
import { addDays, maxDate, minDate, type PlainDate } from "@kinward/domain/kernel";
import type { SampleAgency, SampleArea } from "./agency.ts";
import { makeFamily, type SampleFamily } from "./family.ts";
import type { Chance } from "./random.ts";
import type { Referrals, SampleCase, SampleEpisode } from "./referrals.ts";

/** One coming or past referral of the plan that the two years follow. */
export interface Planned {
  readonly on: PlainDate;
  readonly area: SampleArea;
  readonly serviceType: "SAFETY_PLAN" | "FSRP";
  readonly continues?: SampleCase;
  readonly withdrawn?: boolean;
}

export const officeDay = (agency: SampleAgency, day: PlainDate): PlainDate =>
  isBusinessDay(agency.books.IA_FSRP, day) ? day : addBusinessDays(agency.books.IA_FSRP, day, 1);

/** Days of the referrals: evenly over two years, with more in the last five weeks so that there is work of every kind. */
export const planOf = (
  chance: Chance,
  agency: SampleAgency,
  today: PlainDate,
  count: number,
): Planned[] => {
  const recent = Math.min(48, Math.floor(count / 4));
  const planned = Array.from({ length: count }, (_, index): Planned => {
    const back = index < recent ? chance.whole(0, 34) : chance.whole(35, 725);
    const on = minDate(officeDay(agency, addDays(today, -back)), today);
    return {
      on,
      area: chance.pick(agency.areas),
      serviceType: chance.happens(0.25) ? "SAFETY_PLAN" : "FSRP",
      ...(chance.happens(0.02) && back > 5 ? { withdrawn: true } : {}),
    };
  });
  return planned.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};

export const insertInOrder = (queue: Planned[], one: Planned): void => {
  const at = queue.findIndex((other) => other.on > one.on);
  queue.splice(at < 0 ? queue.length : at, 0, one);
};

export const refer = (
  referrals: Referrals,
  next: Planned,
  chance: Chance,
  asEntered: (family: SampleFamily) => SampleFamily,
): SampleCase => {
  const service: ReferralDraft["service"] = {
    serviceType: next.serviceType,
    serviceAreaId: next.area.serviceAreaId,
    ...(next.area.subareaName === undefined ? {} : { subareaId: next.area.contractAreaId }),
    ...(next.serviceType === "FSRP"
      ? {
          purpose: chance.pick([
            "PRESERVE",
            "PRESERVE",
            "REUNIFY",
            "ALTERNATIVE_PERMANENCY",
          ] as const),
        }
      : {}),
  };
  // A withdrawn one was to begin later; the others begin the same day or within the week.
  const effectiveDate = next.withdrawn
    ? addDays(next.on, 10)
    : addDays(next.on, chance.pick([0, 0, 0, 0, -1, -2, 1, 3]));
  const legalBasis: ReferralDraft["legalBasis"] =
    next.serviceType === "FSRP"
      ? {
          openingBasis: chance.pick([
            "CHILD_PROTECTIVE_ASSESSMENT",
            "CHILD_PROTECTIVE_ASSESSMENT",
            "CINA_ASSESSMENT",
            "JUVENILE_COURT_ACTION",
          ] as const),
          openedOn: addDays(minDate(next.on, effectiveDate), -chance.whole(0, 3)),
        }
      : {};
  const common: ReferralDraft = {
    service,
    legalBasis,
    form: { effectiveDate, signedOn: minDate(next.on, effectiveDate) },
    priorServices: { noneKnown: true },
    risks: chance.happens(0.2)
      ? { notes: "A large dog in the yard; please call before the visit." }
      : { noneKnown: true },
  };
  if (next.continues !== undefined) {
    // Safety plan services end the day before the services of the family begin.
    const before = next.continues.episodes.at(-1);
    if (before !== undefined)
      before.lastServiceDay = maxDate(before.effectiveDate, addDays(effectiveDate, -1));
    const { override: _, ...draft } = next.continues.draft;
    return referrals.submit(
      { ...draft, ...common, caseId: next.continues.caseId },
      next.on,
      next.area,
      next.continues,
    );
  }
  const family = asEntered(makeFamily(chance, next.on));
  const prior = chance.happens(0.05) ? chance.pick(next.area.contracts) : undefined;
  return referrals.submit(
    {
      ...common,
      family: {
        members: [...family.people],
        relationships: [...family.relationships],
        languages: [...family.languages],
        interpreterNeeded: family.interpreterNeeded,
      },
      ...(prior === undefined
        ? {}
        : {
            priorServices: {
              records: [
                {
                  organizationId: prior.organizationId,
                  from: addDays(next.on, -900),
                  to: addDays(next.on, -700),
                },
              ],
            },
            override: {
              target: prior.organizationId,
              believedBeneficialBy: [chance.pick(["FAMILY", "DEPARTMENT_WORKER"] as const)],
              reason: "CONTINUITY",
            },
          }),
    },
    next.on,
    next.area,
  );
};

export const decideEnd = (chance: Chance, episode: SampleEpisode, today: PlainDate): void => {
  const days = episode.serviceType === "SAFETY_PLAN" ? chance.whole(14, 45) : chance.whole(70, 560);
  const end = addDays(episode.effectiveDate, days);
  if (end < today) episode.lastServiceDay = end;
};
