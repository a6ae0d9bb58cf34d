import { addBusinessDays, isBusinessDay } from "@kinward/domain/calendar";
import {
  addDays,
  addMonths,
  type ContactId,
  endOfMonth,
  minDate,
  type PersonId,
  type PlainDate,
  startOfMonth,
  weekdayOf,
} from "@kinward/domain/kernel";
import type { ContactMode, ContactPlace, LivingSetting } from "@kinward/domain/people";
import type { PolicyBook } from "@kinward/domain/policy";
import type { SampleAgency, SampleStaff } from "./agency.ts";
import { address } from "./names.ts";
import { ATTEMPT_NOTES, CALL_NOTES, VISIT_NOTES } from "./notes.ts";
import type { Chance, IdMaker } from "./random.ts";
import type { SampleCase, SampleEpisode } from "./referrals.ts";
import { type Known, momentOf, type Rows } from "./rows.ts";

/** Where a member lives from a day on, while the story of a case is told. */
interface Home {
  setting: LivingSetting;
  state: string;
}
interface Someone {
  readonly personId: PersonId;
  readonly name: string;
  readonly role: string;
  readonly home: Home;
}

const PLACE_OF: Readonly<Partial<Record<LivingSetting, ContactPlace>>> = {
  PARENTAL_HOME: "FAMILY_HOME",
  FOSTER_FAMILY: "FOSTER_HOME",
  KINSHIP: "KINSHIP_HOME",
  SHELTER: "FACILITY",
  PMIC: "FACILITY",
  GROUP_CARE: "FACILITY",
};

/** Tells what happened in one FSRP episode up to today: coordinator, visits, moves, tasks, and its end. */
export class Course {
  readonly #rows: Rows;
  readonly #id: IdMaker;
  readonly #chance: Chance;
  readonly #book: PolicyBook;
  readonly #case: SampleCase;
  readonly #episode: SampleEpisode;
  readonly #until: PlainDate;
  readonly #today: PlainDate;
  readonly #people: readonly Someone[];
  readonly #coordinator: SampleStaff;
  /** How often what is owed gets done; some coordinators are stretched. */
  readonly #diligence: number;

  constructor(of: {
    rows: Rows;
    id: IdMaker;
    chance: Chance;
    agency: SampleAgency;
    sample: SampleCase;
    episode: SampleEpisode;
    today: PlainDate;
    coordinator: SampleStaff;
    homes: Map<PersonId, Home>;
  }) {
    this.#rows = of.rows;
    this.#id = of.id;
    this.#chance = of.chance;
    this.#book = of.agency.books.IA_FSRP;
    this.#case = of.sample;
    this.#episode = of.episode;
    this.#today = of.today;
    this.#coordinator = of.coordinator;
    this.#until =
      of.episode.lastServiceDay === undefined
        ? of.today
        : minDate(of.episode.lastServiceDay, of.today);
    this.#diligence = of.chance.pick([0.99, 0.98, 0.97, 0.94, 0.86]);
    this.#people = (of.sample.draft.family?.members ?? []).map((member) => {
      const personId = of.sample.people.get(member.ref) as PersonId;
      const home = of.homes.get(personId) ?? {
        setting: member.living?.setting ?? "UNKNOWN",
        state: member.living?.state ?? "IA",
      };
      of.homes.set(personId, home);
      return {
        personId,
        name: [member.given, member.family].join(" "),
        role: member.role ?? "CHILD",
        home,
      };
    });
  }

  tell(): void {
    const { effectiveDate } = this.#episode;
    const first = this.#firstContact(
      addBusinessDays(
        this.#book,
        effectiveDate,
        // Some of the newest families are hard to reach, so that the lists have late work.
        this.#chance.happens(effectiveDate > addDays(this.#today, -16) ? 0.6 : 0.9)
          ? this.#chance.whole(1, 5)
          : this.#chance.whole(6, 12),
      ),
    );
    if (first !== undefined) this.#weeks(first);
    this.#children(effectiveDate, addDays(effectiveDate, 29));
    const day31 = addDays(effectiveDate, 30);
    for (let month = startOfMonth(day31); month <= this.#until; month = addMonths(month, 1)) {
      if (this.#chance.happens(0.05)) this.#move(addDays(month, this.#chance.whole(2, 20)));
      this.#month(month);
    }
    this.#levelsOfParentsElsewhere();
  }

  #firstContact(on: PlainDate): PlainDate | undefined {
    const seen = this.#atHome();
    if (seen.length === 0) return undefined;
    const absent = seen.length > 1 && this.#chance.happens(0.3) ? seen.at(-1) : undefined;
    if (this.#chance.happens(0.15)) this.#attempt(addDays(on, -1), seen);
    const met = this.#visit(
      on,
      seen.filter((one) => one !== absent),
      "FAMILY_HOME",
    );
    if (absent !== undefined)
      this.#visit(
        this.#officeDay(addDays(on, this.#chance.whole(1, 3))),
        [absent],
        absent.role === "CHILD" ? "SCHOOL" : "OFFICE",
      );
    if (met === undefined) return undefined;
    const workerCame = this.#chance.happens(0.85);
    if (this.#chance.happens(0.92))
      this.#rows.add("taskRecord", {
        taskRecordId: this.#id(met.knownFrom),
        caseId: this.#case.caseId,
        episodeId: this.#episode.episodeId,
        type: "JOINT_MEETING",
        onDate: on,
        workerPresent: workerCame,
        note: workerCame ? null : "The Department worker was in court that morning.",
        people: seen.map((one) => one.personId),
        staffId: this.#coordinator.staffId,
        ...met,
      });
    const mailed = this.#officeDay(addDays(on, this.#chance.whole(0, 2)));
    if (this.#chance.happens(0.9)) {
      const sent = this.#act("notices.sendFirstMeeting", mailed, {
        to: this.#case.worker.name,
        meetingOn: on,
      });
      if (sent !== undefined)
        this.#rows.add("taskRecord", {
          taskRecordId: this.#id(sent.knownFrom),
          caseId: this.#case.caseId,
          episodeId: this.#episode.episodeId,
          type: "FIRST_MEETING_EMAIL",
          onDate: mailed,
          statedMeetingDate: on,
          staffId: this.#coordinator.staffId,
          ...sent,
        });
    }
    return on;
  }

  #weeks(first: PlainDate): void {
    const sunday = addDays(first, -weekdayOf(first));
    for (let week = 1; week <= 3; week += 1) {
      if (!this.#does()) continue;
      const monday = addDays(sunday, 7 * week + 1);
      this.#family(this.#officeDay(addDays(monday, this.#chance.whole(0, 3))));
    }
  }

  #month(month: PlainDate): void {
    const last = endOfMonth(month);
    const day = () => this.#officeDay(addDays(month, this.#chance.whole(0, 24)));
    if (this.#does()) this.#family(day());
    if (this.#chance.happens(0.25)) this.#family(day());
    this.#children(month, last);
    for (const parent of this.#people.filter(
      (one) => one.role === "PARENT" && one.home.setting === "NONRESIDENT",
    ))
      if (this.#chance.happens(this.#diligence - 0.1))
        this.#visit(day(), [parent], this.#chance.pick(["OFFICE", "COMMUNITY"]));
    if (this.#chance.happens(0.3)) this.#call(day());
    if (this.#chance.happens(0.12)) this.#attempt(day(), this.#atHome());
  }

  /** Each child elsewhere in Iowa is seen on a day of its own. */
  #children(from: PlainDate, to: PlainDate): void {
    for (const child of this.#people)
      if (
        child.role === "CHILD" &&
        child.home.setting !== "PARENTAL_HOME" &&
        child.home.state === "IA" &&
        this.#does()
      )
        this.#visit(
          this.#officeDay(minDate(addDays(from, this.#chance.whole(1, 23)), to)),
          [child],
          PLACE_OF[child.home.setting] ?? "COMMUNITY",
        );
  }

  #family(on: PlainDate): void {
    const seen = this.#atHome();
    if (seen.length === 0) return;
    const children = seen.filter((one) => one.role === "CHILD");
    const absent =
      children.length > 0 && this.#chance.happens(0.15) ? this.#chance.pick(children) : undefined;
    this.#visit(
      on,
      seen.filter((one) => one !== absent),
      this.#chance.happens(0.85) ? "FAMILY_HOME" : "OFFICE",
    );
    if (absent !== undefined && this.#chance.happens(0.75))
      this.#visit(this.#officeDay(addDays(on, 1)), [absent], "SCHOOL");
  }

  #move(on: PlainDate): void {
    const children = this.#people.filter((one) => one.role === "CHILD");
    const child = this.#chance.pick(children);
    const to: Home =
      child.home.setting === "PARENTAL_HOME"
        ? {
            setting: this.#chance.pick(["FOSTER_FAMILY", "KINSHIP", "SHELTER", "PMIC"] as const),
            state: this.#chance.happens(0.08) ? "IL" : "IA",
          }
        : { setting: "PARENTAL_HOME", state: "IA" };
    const known = this.#act("cases.recordMove", on, {
      person: child.name,
      setting: to.setting,
      from: on,
    });
    if (known === undefined) return;
    const former = this.#rows.findLast(
      "livingSituation",
      (row) => row.caseId === this.#case.caseId && row.personId === child.personId,
    );
    if (former === undefined || (former.fromOn ?? "") >= on) return;
    Object.assign(former, { toOn: addDays(on, -1) });
    this.#rows.add("livingSituation", {
      livingSituationId: this.#id(known.knownFrom),
      caseId: this.#case.caseId,
      personId: child.personId,
      setting: to.setting,
      state: to.state,
      address: to.setting === "PARENTAL_HOME" ? null : address(this.#chance, to.state),
      fromOn: on,
      // A contractor's word waits for the Department's; older ones have it.
      confirmed: on < addDays(this.#today, -20),
      ...known,
    });
    Object.assign(child.home, to);
  }

  /** The plan sets once a month for a parent who lives elsewhere; for some families nothing is set yet. */
  #levelsOfParentsElsewhere(): void {
    const planned = addDays(this.#episode.effectiveDate, 35);
    for (const parent of this.#people.filter(
      (one) => one.role === "PARENT" && one.home.setting === "NONRESIDENT",
    )) {
      if (planned > this.#until || !this.#chance.happens(0.8)) continue;
      const known = this.#rows.act("frequencies.record", this.#case.worker, momentOf(planned, 11), {
        caseId: this.#case.caseId,
        params: { person: parent.name, on: planned },
      });
      this.#rows.add("frequency", {
        frequencyId: this.#id(known.knownFrom),
        caseId: this.#case.caseId,
        personId: parent.personId,
        times: 1,
        per: "MONTH",
        source: "CASE_PLAN",
        fromOn: startOfMonth(addMonths(planned, 1)),
        approvedOn: planned,
        recordedAt: known.knownFrom,
        ...known,
      });
    }
    if (this.#chance.happens(0.12) && planned <= this.#until) {
      const known = this.#rows.act(
        "frequencies.record",
        this.#case.worker,
        momentOf(planned, 11, 10),
        { caseId: this.#case.caseId, params: { on: planned } },
      );
      this.#rows.add("frequency", {
        frequencyId: this.#id(known.knownFrom),
        caseId: this.#case.caseId,
        times: 2,
        per: "MONTH",
        source: this.#chance.pick(["COURT", "FAMILY_TEAM_MEETING"]),
        fromOn: startOfMonth(addMonths(planned, 1)),
        recordedAt: known.knownFrom,
        ...known,
      });
    }
  }

  #atHome(): readonly Someone[] {
    return this.#people.filter(
      (one) => one.home.setting === "PARENTAL_HOME" && one.home.state === "IA",
    );
  }
  #does(): boolean {
    return this.#chance.happens(this.#diligence);
  }
  #officeDay(day: PlainDate): PlainDate {
    return isBusinessDay(this.#book, day) ? day : addBusinessDays(this.#book, day, 1);
  }

  #visit(on: PlainDate, people: readonly Someone[], place: ContactPlace): Known | undefined {
    return this.#contact(on, people, "FACE_TO_FACE", place, this.#chance.pick(VISIT_NOTES));
  }
  #attempt(on: PlainDate, people: readonly Someone[]): void {
    this.#contact(on, people, "ATTEMPT", "FAMILY_HOME", this.#chance.pick(ATTEMPT_NOTES));
  }
  #call(on: PlainDate): void {
    const adults = this.#people.filter((one) => one.role !== "CHILD");
    if (adults.length > 0)
      this.#contact(
        on,
        [this.#chance.pick(adults)],
        this.#chance.pick(["TELEPHONE", "VIDEO"]),
        undefined,
        this.#chance.pick(CALL_NOTES),
      );
  }

  #contact(
    on: PlainDate,
    people: readonly Someone[],
    mode: ContactMode,
    place: ContactPlace | undefined,
    notes: string,
  ): Known | undefined {
    if (people.length === 0 || on < this.#episode.effectiveDate || on > this.#until)
      return undefined;
    const entered = this.#entered(on);
    const hour = this.#chance.whole(9, 16);
    const known = this.#act("contacts.record", entered, {
      mode,
      on,
      people: people.map((one) => one.name),
    });
    if (known === undefined) return undefined;
    this.#rows.add("contact", {
      contactId: this.#id<ContactId>(known.knownFrom),
      caseId: this.#case.caseId,
      episodeId: this.#episode.episodeId,
      onDate: on,
      mode,
      place: place ?? null,
      startsAt: `${String(hour).padStart(2, "0")}:${this.#chance.pick(["00", "15", "30"])}`,
      minutes: this.#chance.pick([30, 45, 60, 60, 90]),
      recordedAt: known.knownFrom,
      notes,
      people: people.map((one) => one.personId),
      staffId: this.#coordinator.staffId,
      organizationId: this.#episode.contractor,
      countsAs: "CONTRACTOR",
      enteredOn: entered,
      ...known,
    });
    return known;
  }

  /** Most are written down the same day, a few late. */
  #entered(on: PlainDate): PlainDate {
    return minDate(addDays(on, this.#chance.pick([0, 0, 0, 0, 0, 1, 1, 2, 5])), this.#today);
  }

  #act(
    procedure: string,
    on: PlainDate,
    params: Record<string, string | readonly string[]>,
  ): Known | undefined {
    if (on > this.#today || on > addDays(this.#until, 10)) return undefined;
    return this.#rows.act(
      procedure,
      { staffId: this.#coordinator.staffId, organizationId: this.#episode.contractor },
      momentOf(on, 17, this.#chance.whole(0, 59)),
      { caseId: this.#case.caseId, params },
    );
  }
}
