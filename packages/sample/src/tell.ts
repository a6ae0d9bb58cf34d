import { addBusinessDays, isBusinessDay } from "@kinward/domain/calendar";
import { evaluate, statusOn } from "@kinward/domain/contacts";
import { addDays, minDate, type PersonId, type PlainDate } from "@kinward/domain/kernel";
import type { LivingSetting } from "@kinward/domain/people";
import type { SampleAgency, SampleStaff } from "./agency.ts";
import { caseFileOf } from "./case-file-of.ts";
import { Course } from "./course.ts";
import { REASONS } from "./notes.ts";
import type { Chance, IdMaker } from "./random.ts";
import type { SampleCase, SampleEpisode } from "./referrals.ts";
import { momentOf, type Rows } from "./rows.ts";

/** Open families of each coordinator so far: new ones go to who has the fewest. */
export type Carried = Map<string, number>;
export interface Telling {
  readonly rows: Rows;
  readonly id: IdMaker;
  readonly agency: SampleAgency;
  readonly today: PlainDate;
  readonly carried: Carried;
}

/** Tells what happened in a case after its referrals: receipt, services, end, and reasons for what was missed. */
export const tellCase = (sample: SampleCase, chance: Chance, of: Telling): void => {
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
  // What was withdrawn before it began is open to nobody.
  const begun = sample.episodes.filter((one) => one.withdrawnOn === undefined);
  for (const organizationId of new Set(begun.map((one) => one.contractor))) {
    const served = begun.filter((one) => one.contractor === organizationId);
    const last = served.at(-1) as SampleEpisode;
    rows.add("caseOrg", {
      caseId: sample.caseId,
      organizationId,
      fromOn: minDate(
        (served[0] as SampleEpisode).submittedOn,
        (served[0] as SampleEpisode).effectiveDate,
      ),
      lastServiceDay: last.lastServiceDay ?? null,
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
