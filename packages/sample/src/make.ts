import { addDays, minDate, type PlainDate } from "@kinward/domain/kernel";
import { makeAgency, type SampleAgency } from "./agency.ts";
import { enteringTwice } from "./entered-twice.ts";
import { beginKentuckyCase } from "./kentucky.ts";
import { decideEnd, insertInOrder, officeDay, planOf, refer } from "./plan.ts";
import { chanceOf, idMaker } from "./random.ts";
import { Referrals, type SampleCase, type SampleEpisode } from "./referrals.ts";
import { Rows } from "./rows.ts";
import { type Carried, tellCase } from "./tell.ts";

export interface Sample {
  readonly agency: SampleAgency;
  readonly rows: Rows;
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
  const asEntered = enteringTwice();

  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const sample = refer(referrals, next, families, asEntered);
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
