import { canonical, type Database, readAs, system } from "@kinward/db";
import { loadCaseFiles, type LoadedCase } from "@kinward/db/cases";
import { bucketOf, type Duty, dutyId, evaluate } from "@kinward/domain/contacts";
import { addDays, type OrganizationId, type PlainDate, type StaffId } from "@kinward/domain/kernel";
import type { Bucket, Role, WorkList } from "@kinward/domain/views";

/** Someone whose list is watched. */
export interface Watched {
  readonly staffId: StaffId;
  readonly authUserId: string;
  readonly role: Role;
  readonly organizationId?: OrganizationId;
}

/** One duty as a list must show it. */
export interface Expected {
  readonly duty: Duty;
  /** Absent: it is not theirs, and they do not wait for it either. */
  readonly bucket?: Bucket;
}

/** After the end of a service its duties stay with whoever had it, so that they can be made good. */
const STAYS_DAYS = 60;

/** All facts of the agency, read once: nothing is written while days pass. */
export class Agency {
  readonly #cases: readonly LoadedCase[];
  readonly #facts: Facts;
  #evaluated: { readonly day: PlainDate; readonly duties: ReadonlyMap<string, Duty[]> } | undefined;

  private constructor(cases: readonly LoadedCase[], facts: Facts) {
    this.#cases = cases;
    this.#facts = facts;
  }

  static async read(owner: Database): Promise<Agency> {
    const facts = await readFacts(owner);
    const ids = [...new Set(facts.episodes.map((one) => one.caseId))];
    const cases = await readAs(owner, system("measure"), (trx) => loadCaseFiles(trx, ids));
    return new Agency(cases, facts);
  }

  /** Three coordinators of different contractors, a contractor's supervisor, a worker, a supervisor: the busiest ones. */
  watched(today: PlainDate): readonly Watched[] {
    const busiest = this.#facts.people
      .map((one) => ({ one, n: this.#episodesOf(one, today).size }))
      .filter(({ n }) => n > 0)
      .toSorted((a, b) => b.n - a.n || a.one.staffId.localeCompare(b.one.staffId))
      .map(({ one }) => one);
    const of = (role: Role): readonly Watched[] => busiest.filter((one) => one.role === role);
    const employers = new Set<OrganizationId | undefined>();
    const coordinators = of("CARE_COORDINATOR").filter((one) => {
      if (employers.has(one.organizationId)) return false;
      employers.add(one.organizationId);
      return true;
    });
    return [
      ...coordinators.slice(0, 3),
      ...of("CONTRACTOR_SUPERVISOR").slice(0, 1),
      ...of("CASEWORKER").slice(0, 1),
      ...of("SUPERVISOR").slice(0, 1),
    ];
  }

  /** The list of someone on a day from nothing but the facts: every case is evaluated anew. */
  expected(person: Watched, today: PlainDate): readonly Expected[] {
    const duties = this.#dutiesOn(today);
    const side = person.organizationId === undefined ? "DEPARTMENT_WORKER" : "CONTRACTOR";
    return [...this.#episodesOf(person, today)].flatMap((episodeId) =>
      (duties.get(episodeId) ?? []).flatMap((duty): readonly Expected[] => {
        const group = bucketOf(duty, today);
        if (group === undefined) return [];
        if (group === "missed" && this.#facts.noted.has(dutyId(duty))) return [];
        if (duty.owner === side) return [{ duty, bucket: group.toUpperCase() as Bucket }];
        // Of the others' duties a contractor waits for all, the Department for those of the week and the late ones.
        const waits = side === "CONTRACTOR" || ["late", "today", "week"].includes(group);
        return [{ duty, ...(waits && { bucket: "WAITING" }) }];
      }),
    );
  }

  /** Families that are served within someone's scope; one whose referral was withdrawn before it began never was. */
  families(person: Watched, today: PlainDate): number {
    const scope = this.#episodesOf(person, today);
    const served = this.#facts.episodes.filter(
      (one) =>
        scope.has(one.episodeId) &&
        !one.withdrawn &&
        (one.lastServiceDay === null || one.lastServiceDay >= today),
    );
    return new Set(served.map((one) => one.caseId)).size;
  }

  #dutiesOn(day: PlainDate): ReadonlyMap<string, Duty[]> {
    if (this.#evaluated?.day !== day) {
      const all = this.#cases.flatMap(({ file, book }) => evaluate(file, book, day).duties);
      this.#evaluated = { day, duties: Map.groupBy(all, (duty) => duty.episodeId as string) };
    }
    return this.#evaluated.duties;
  }

  #episodesOf({ staffId, role, organizationId }: Watched, today: PlainDate): ReadonlySet<string> {
    const { episodes, team, coordinators, contractors } = this.#facts;
    const since = addDays(today, -STAYS_DAYS);
    const stays = (one: Term): boolean => one.toOn === null || one.toOn >= since;
    switch (role) {
      case "CARE_COORDINATOR": {
        const last = Map.groupBy(
          coordinators.filter((one) => one.fromOn <= today),
          (one) => one.episodeId,
        );
        const mine = coordinators.filter(
          (one) =>
            one.staffId === staffId &&
            stays(one) &&
            !last.get(one.episodeId)?.some((other) => other.fromOn > one.fromOn),
        );
        return new Set(mine.map((one) => one.episodeId));
      }
      case "CONTRACTOR_SUPERVISOR":
        return new Set(
          contractors
            .filter((one) => one.organizationId === organizationId && stays(one))
            .map((one) => one.episodeId),
        );
      case "CASEWORKER":
      case "SUPERVISOR": {
        const people = role === "CASEWORKER" ? new Set([staffId]) : this.#below(staffId, today);
        const cases = new Set(
          team.filter((one) => people.has(one.staffId) && inForce(one, today)).map((m) => m.caseId),
        );
        return new Set(episodes.filter((one) => cases.has(one.caseId)).map((one) => one.episodeId));
      }
      default:
        return new Set();
    }
  }

  #below(supervisorId: StaffId, today: PlainDate): ReadonlySet<StaffId> {
    const below = new Set<StaffId>();
    const add = (above: StaffId): void => {
      for (const line of this.#facts.lines)
        if (line.supervisorId === above && inForce(line, today) && !below.has(line.staffId)) {
          below.add(line.staffId);
          add(line.staffId);
        }
    };
    add(supervisorId);
    return below;
  }
}

interface Term {
  readonly fromOn: PlainDate;
  readonly toOn: PlainDate | null;
}
const inForce = ({ fromOn, toOn }: Term, day: PlainDate): boolean =>
  fromOn <= day && (toOn === null || toOn >= day);

type Facts = Awaited<ReturnType<typeof readFacts>>;

async function readFacts(owner: Database) {
  const people = await owner
    .selectFrom("staff")
    .innerJoin("staffRole", "staffRole.staffId", "staff.staffId")
    .select(["staff.staffId", "staff.authUserId", "staff.organizationId", "role"])
    .execute();
  const notes = await owner.selectFrom("dutyNote").select(["episodeId", "key"]).execute();
  return {
    people: people.flatMap(({ organizationId, authUserId, ...one }): Watched[] =>
      authUserId === null
        ? []
        : [{ ...one, authUserId, ...(organizationId === null ? {} : { organizationId }) }],
    ),
    noted: new Set(notes.map(dutyId)),
    episodes: await owner
      .selectFrom("episode")
      .select(["episodeId", "caseId", "lastServiceDay", "withdrawn"])
      .execute(),
    team: await owner
      .selectFrom("caseTeam")
      .select(["caseId", "staffId", "fromOn", "toOn"])
      .execute(),
    coordinators: await owner
      .selectFrom("coordinator")
      .select(["episodeId", "staffId", "fromOn", "toOn"])
      .execute(),
    contractors: await owner
      .selectFrom("episodeContractor")
      .select(["episodeId", "organizationId", "fromOn", "toOn"])
      .execute(),
    lines: await owner
      .selectFrom("supervisorLine")
      .select(["staffId", "supervisorId", "fromOn", "toOn"])
      .execute(),
  };
}

/** A list as lines of text, in order, so that two can be compared whole. */
export const linesOfDuties = (duties: readonly Duty[]): readonly string[] =>
  duties.map((duty) => canonical(duty)).toSorted();

/**
 * What differs between the list that the API has sent and the duties that it must show. Groups that are too long to be
 * sent whole must begin with duties that belong to them.
 */
export function complaintsAbout(list: WorkList, expected: readonly Expected[]): readonly string[] {
  const wanted = new Map<string, string>();
  for (const { duty, bucket } of expected)
    if (bucket !== undefined) wanted.set(dutyId(duty), `${bucket} ${duty.dueOn ?? "no date"}`);
  const complaints: string[] = [];
  const shown = new Set<string>();
  for (const row of list.rows)
    for (const key of row.rule.startsWith("INTAKE_") ? [] : row.keys) {
      const name = dutyId({ episodeId: row.episodeId, key });
      const found = `${row.bucket} ${row.dueOn ?? "no date"}`;
      if (shown.has(name)) complaints.push(`${name}: shown twice`);
      shown.add(name);
      if (wanted.get(name) !== found)
        complaints.push(`${name}: ${found}, but must be ${wanted.get(name) ?? "absent"}`);
    }
  if (list.more === 0)
    for (const [name, what] of wanted)
      if (!shown.has(name)) complaints.push(`${name}: ${what} is not shown`);
  return complaints;
}
