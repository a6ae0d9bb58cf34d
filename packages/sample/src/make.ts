import { evaluate, statusOn } from "@kinward/domain/contacts";
import { addBusinessDays, isBusinessDay } from "@kinward/domain/calendar";
import type { ReferralDraft } from "@kinward/domain/assignment";
import { addDays, maxDate, minDate, type PersonId, type PlainDate } from "@kinward/domain/kernel";
import type { LivingSetting } from "@kinward/domain/people";
import { makeAgency, type SampleAgency, type SampleArea, type SampleStaff } from "./agency.ts";
import { caseFileOf } from "./case-file-of.ts";
import { Course } from "./course.ts";
import { makeFamily } from "./family.ts";
import { beginKentuckyCase } from "./kentucky.ts";
import { REASONS } from "./notes.ts";
import { type Chance, chanceOf, idMaker, type IdMaker } from "./random.ts";
import { Referrals, type SampleCase, type SampleEpisode } from "./referrals.ts";
import { momentOf, Rows } from "./rows.ts";

export interface Sample {
  readonly agency: SampleAgency;
  readonly rows: Rows;
}

/** One coming or past referral of the plan that the two years follow. */
interface Planned {
  readonly on: PlainDate;
  readonly area: SampleArea;
  readonly serviceType: "SAFETY_PLAN" | "FSRP";
  readonly continues?: SampleCase;
  readonly withdrawn?: boolean;
}

const KENTUCKY_CASES = 6;

/**
 * Tells two years of an invented agency: the same story for the same load day.
 * @param today load day in the agency's zone
 * @param cases number of cases, Kentucky ones included
 */
export const makeSample = (today: PlainDate, cases = 400): Sample => {
  const chance = chanceOf(`kinward ${today} ${cases}`);
  const id = idMaker(chance.branch("ids"));
  const rows = new Rows(id);
  const agency = makeAgency(rows, id, today);
  const referrals = new Referrals(agency, rows, id, chance.branch("referrals"));
  const told: SampleCase[] = [];
  const queue = planOf(chance.branch("plan"), agency, today, cases - KENTUCKY_CASES);
  const families = chance.branch("families");

  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const sample = refer(referrals, next, families);
    if (next.continues === undefined) told.push(sample);
    const episode = sample.episodes.at(-1) as SampleEpisode;
    if (next.withdrawn) {
      referrals.withdraw(sample, minDate(addDays(next.on, 1), today));
      continue;
    }
    decideEnd(families, episode, today);
    // One safety plan in two goes on as services of the family (ASG-6).
    if (
      episode.serviceType === "SAFETY_PLAN" &&
      episode.lastServiceDay !== undefined &&
      families.happens(0.5)
    ) {
      const on = officeDay(agency, addDays(episode.lastServiceDay, -1));
      if (on > next.on && on <= today)
        insertInOrder(queue, { on, area: next.area, serviceType: "FSRP", continues: sample });
    }
  }
  const courses = chance.branch("courses");
  const carried: Carried = new Map();
  for (const sample of told)
    tellCase(sample, courses.branch(sample.number), { rows, id, agency, today, carried });
  const kentucky = chance.branch("kentucky");
  for (let n = 0; n < KENTUCKY_CASES; n += 1)
    beginKentuckyCase(
      rows,
      id,
      kentucky,
      agency,
      referrals,
      officeDay(agency, addDays(today, -kentucky.whole(5, 200))),
    );
  referrals.finish();
  return { agency, rows };
};

const officeDay = (agency: SampleAgency, day: PlainDate): PlainDate =>
  isBusinessDay(agency.books.IA_FSRP, day) ? day : addBusinessDays(agency.books.IA_FSRP, day, 1);

/** Days of the referrals: evenly over two years, with more in the last five weeks so that there is work of every kind. */
const planOf = (
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

const insertInOrder = (queue: Planned[], one: Planned): void => {
  const at = queue.findIndex((other) => other.on > one.on);
  queue.splice(at < 0 ? queue.length : at, 0, one);
};

const refer = (referrals: Referrals, next: Planned, chance: Chance): SampleCase => {
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
  const family = makeFamily(chance, next.on);
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

const decideEnd = (chance: Chance, episode: SampleEpisode, today: PlainDate): void => {
  const days = episode.serviceType === "SAFETY_PLAN" ? chance.whole(14, 45) : chance.whole(70, 560);
  const end = addDays(episode.effectiveDate, days);
  if (end < today) episode.lastServiceDay = end;
};

const tellCase = (sample: SampleCase, chance: Chance, of: Telling): void => {
  const homes = new Map<PersonId, { setting: LivingSetting; state: string }>();
  for (const episode of sample.episodes) {
    if (episode.withdrawnOn !== undefined) continue;
    const coordinator = receive(sample, episode, chance, of);
    // Safety plan services end at the latest when the family's services begin.
    if (coordinator !== undefined && episode.serviceType === "FSRP")
      new Course({ ...of, chance, sample, episode, coordinator, homes }).tell();
    close(sample, episode, of);
  }
  openToContractors(sample, of.rows);
  explainMissed(sample, chance, of);
};

/** Open families of each coordinator so far: new ones go to who has the fewest. */
type Carried = Map<string, number>;
interface Telling {
  readonly rows: Rows;
  readonly id: IdMaker;
  readonly agency: SampleAgency;
  readonly today: PlainDate;
  readonly carried: Carried;
}

const leastBusy = (coordinators: readonly SampleStaff[], carried: Carried): SampleStaff => {
  const [first, ...others] = coordinators as readonly [SampleStaff, ...SampleStaff[]];
  return others.reduce(
    (best, one) =>
      (carried.get(one.staffId) ?? 0) < (carried.get(best.staffId) ?? 0) ? one : best,
    first,
  );
};

/** The contractor acknowledges and names a care coordinator; the newest referrals still wait for it. */
const receive = (
  sample: SampleCase,
  episode: SampleEpisode,
  chance: Chance,
  { rows, id, agency, today, carried }: Telling,
): SampleStaff | undefined => {
  const contractor = agency.contractors.get(episode.contractor);
  const day = addBusinessDays(
    agency.books.IA_FSRP,
    episode.submittedOn,
    chance.pick([0, 0, 1]) + (isBusinessDay(agency.books.IA_FSRP, episode.submittedOn) ? 0 : 1),
  );
  if (
    contractor === undefined ||
    day > today ||
    (episode.submittedOn >= addDays(today, -6) && chance.happens(0.7))
  )
    return undefined;
  const at = momentOf(day, 16, chance.whole(0, 59));
  const intake = { staffId: contractor.intake.staffId, organizationId: episode.contractor };
  rows.act("intake.acknowledge", intake, at, {
    caseId: sample.caseId,
    params: { referralId: episode.referralId },
  });
  const referral = rows.findLast("referral", (row) => row.referralId === episode.referralId);
  if (referral !== undefined)
    Object.assign(referral, { acknowledgedAt: at, acknowledgedBy: intake.staffId });
  const coordinator = leastBusy(contractor.coordinators, carried);
  if (episode.lastServiceDay === undefined)
    carried.set(coordinator.staffId, (carried.get(coordinator.staffId) ?? 0) + 1);
  const from =
    episode.effectiveDate > day
      ? episode.effectiveDate
      : chance.happens(0.9)
        ? episode.effectiveDate
        : day;
  const known = rows.act("intake.assignCoordinator", intake, at, {
    caseId: sample.caseId,
    params: { name: coordinator.name, from },
  });
  rows.add("coordinator", {
    coordinatorId: id(at),
    caseId: sample.caseId,
    episodeId: episode.episodeId,
    staffId: coordinator.staffId,
    fromOn: from,
    toOn: episode.lastServiceDay ?? null,
    ...known,
  });
  return coordinator;
};

const close = (sample: SampleCase, episode: SampleEpisode, { rows }: { rows: Rows }): void => {
  const { lastServiceDay } = episode;
  if (lastServiceDay === undefined) return;
  const at = momentOf(lastServiceDay, 12);
  rows.act("cases.endServices", sample.worker, at, {
    caseId: sample.caseId,
    params: { on: lastServiceDay },
  });
  const row = rows.findLast("episode", (one) => one.episodeId === episode.episodeId);
  if (row !== undefined) Object.assign(row, { lastServiceDay });
  const served = rows.findLast("episodeContractor", (one) => one.episodeId === episode.episodeId);
  if (served !== undefined) Object.assign(served, { toOn: lastServiceDay });
  if (episode === sample.episodes.at(-1)) {
    const record = rows.findLast("caseRecord", (one) => one.caseId === sample.caseId);
    if (record?.openedOn != null)
      Object.assign(record, {
        closedOn: lastServiceDay > record.openedOn ? lastServiceDay : record.openedOn,
      });
  }
};

/** Row-level security reads which contractors a case is open to. */
const openToContractors = (sample: SampleCase, rows: Rows): void => {
  for (const organizationId of new Set(sample.episodes.map((one) => one.contractor))) {
    const served = sample.episodes.filter((one) => one.contractor === organizationId);
    const last = served.at(-1) as SampleEpisode;
    const until = last.withdrawnOn ?? last.lastServiceDay;
    rows.add("caseOrg", {
      caseId: sample.caseId,
      organizationId,
      fromOn: minDate(
        (served[0] as SampleEpisode).submittedOn,
        (served[0] as SampleEpisode).effectiveDate,
      ),
      lastServiceDay: until ?? null,
    });
  }
};

/** Why older duties were late or missed is recorded for most of them; the newest still wait for it (DEC-25). */
const explainMissed = (
  sample: SampleCase,
  chance: Chance,
  { rows, agency, today }: { rows: Rows; agency: SampleAgency; today: PlainDate },
): void => {
  const judged = evaluate(caseFileOf(sample, rows), agency.books.IA_FSRP, today);
  for (const duty of judged.duties) {
    const status = statusOn(duty, today);
    const { dueOn } = duty;
    if (
      dueOn === undefined ||
      (status !== "MISSED" && status !== "SATISFIED_LATE") ||
      !chance.happens(dueOn < addDays(today, -25) ? 0.97 : 0.4)
    )
      continue;
    const coordinator = rows.findLast("coordinator", (row) => row.episodeId === duty.episodeId);
    if (coordinator === undefined) continue;
    const on = minDate(addDays(dueOn, chance.whole(2, 9)), today);
    const organizationId = sample.episodes.find(
      (one) => one.episodeId === duty.episodeId,
    )?.contractor;
    const known = rows.act(
      "work.recordWhy",
      { staffId: coordinator.staffId, ...(organizationId === undefined ? {} : { organizationId }) },
      momentOf(on, 14),
      { caseId: sample.caseId },
    );
    rows.add("dutyNote", {
      caseId: sample.caseId,
      episodeId: duty.episodeId,
      key: duty.key,
      note: chance.pick(REASONS),
      staffId: coordinator.staffId,
      ...known,
    });
  }
};
