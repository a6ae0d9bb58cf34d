import { hashOf } from "../chain.ts";
import type { Acknowledged, Asked, Call } from "../history.ts";
import type { AreaLedger, Entry, Ledger } from "../ledger.ts";

/** Mistakes that such a system can have. */
export type Defect =
  | "LOCK_REMOVED"
  | "OVERRIDE_NOT_COUNTED"
  | "TIE_RULE_OFF_BY_ONE"
  | "EQUALIZES_FROM_TWO"
  | "RETRY_WITHOUT_IDEMPOTENCY"
  | "CARRY_OVER_COUNTED"
  | "REVERSAL_OF_ANOTHER_LINE"
  | "RESUBMISSION_FORGOTTEN"
  | "COMMIT_LOST"
  | "ANSWERED_BEFORE_DONE";

const PAIR = ["Prairie", "River Bend"] as const;
const TODAY = "2026-11-23";
const LATER = "2026-12-07";
const CLIENTS = 12;

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

interface Stored {
  readonly entry: Entry;
  readonly family: string;
  readonly referralId: string;
  readonly service: string;
  standing: boolean;
}

interface Area {
  readonly name: string;
  readonly lines: Stored[];
  /** Until when the lock of the area is held. */
  freeAt: number;
}

/** What one client does next, and when. */
interface Step {
  readonly at: number;
  readonly run: () => void;
}

/**
 * A small system of assignments with clients at once, in a time of its own: each act reads the end of the ledger, decides,
 * writes a little later and is answered later still; an answer may be lost, and is asked for again. With one of the
 * defects it goes wrong in that way; without, what comes out is right.
 */
export class System {
  readonly calls: Call[] = [];
  readonly #areas: readonly Area[];
  readonly #steps: Step[] = [];
  readonly #chance: () => number;
  readonly #defect: Defect | undefined;
  readonly #answers = new Map<string, Acknowledged>();
  readonly #referrals: { referralId: string; referralKey: string }[] = [];
  #serial = 0;
  #left: number;
  #now = 0;

  constructor(options: {
    readonly chance: () => number;
    readonly referrals: number;
    readonly areas?: number;
    readonly defect?: Defect;
  }) {
    this.#chance = options.chance;
    this.#defect = options.defect;
    this.#left = options.referrals;
    this.#areas = Array.from({ length: options.areas ?? 2 }, (_, index) => ({
      name: `Area ${index + 1}`,
      lines: [],
      freeAt: 0,
    }));
  }

  run(): { readonly ledger: Ledger; readonly history: readonly Call[] } {
    for (let client = 1; client <= CLIENTS; client += 1) this.#client(`client ${client}`);
    for (;;) {
      this.#steps.sort((a, b) => a.at - b.at);
      const step = this.#steps.shift();
      if (step === undefined) break;
      this.#now = step.at;
      step.run();
    }
    return { ledger: this.ledger(), history: this.calls };
  }

  ledger(): Ledger {
    return {
      areas: this.#areas.map(({ name, lines }): AreaLedger => {
        const last = lines.at(-1)?.entry.line;
        return {
          area: name,
          entries: lines.map((one) => one.entry),
          epochs: [
            { number: 1, from: "2024-01-01", contractors: PAIR, starter: PAIR[0], opening: {} },
          ],
          head: { seq: Number(last?.["seq"] ?? 0), hash: textOf(last?.["hash"]) },
        };
      }),
      referrals: this.#referrals,
    };
  }

  #later(work: () => void, least = 1): void {
    this.#steps.push({ at: this.#now + least + Math.floor(this.#chance() * 20), run: work });
  }

  #id(prefix: string): string {
    return `${prefix}-${(this.#serial += 1)}`;
  }

  /** One family after the other: referred, sometimes withdrawn and referred again, or at first with a safety plan. */
  #client(who: string): void {
    if (this.#left <= 0) return;
    this.#left -= 1;
    const area = this.#areas[Math.floor(this.#chance() * this.#areas.length)] as Area;
    const family = this.#id("family");
    const isPlan = this.#chance() < 0.15;
    const isWithdrawn = this.#chance() < 0.15;
    const next = (): void => this.#later(() => this.#client(who));
    const asked = (service: "FSRP" | "SAFETY_PLAN", override = this.#chance() < 0.15): Asked => ({
      kind: "REFER",
      area: area.name,
      family,
      service,
      on: TODAY,
      effectiveOn: isWithdrawn ? LATER : TODAY,
      ...(override && { override: PAIR[this.#chance() < 0.5 ? 0 : 1] }),
    });
    this.#act(who, area, asked(isPlan ? "SAFETY_PLAN" : "FSRP"), ({ referralId }) => {
      // What was lost or is still to come cannot be withdrawn.
      const isThere = area.lines.some((one) => one.referralId === referralId);
      if (isPlan) this.#act(who, area, asked("FSRP", false), next);
      else if (isWithdrawn && isThere)
        this.#act(who, area, { kind: "WITHDRAW", referralId, on: TODAY }, () =>
          this.#act(who, area, asked("FSRP", false), next),
        );
      else next();
    });
  }

  /** Asks until an answer comes. */
  #act(who: string, area: Area, asked: Asked, done: (answer: Acknowledged) => void): void {
    const commandId = this.#id("command");
    const call = (): void => {
      const invokedAt = this.#now;
      const answer = (acknowledged?: Acknowledged): void => {
        const told = { who, commandId, invokedAt, asked };
        this.calls.push(
          acknowledged === undefined ? told : { ...told, answeredAt: this.#now, acknowledged },
        );
        if (acknowledged === undefined) call();
        else done(acknowledged);
      };
      this.#later(() => this.#serve(area, commandId, asked, answer));
    };
    call();
  }

  #serve(
    area: Area,
    commandId: string,
    asked: Asked,
    answer: (acknowledged?: Acknowledged) => void,
  ): void {
    const known = this.#answers.get(commandId);
    if (known !== undefined && this.#defect !== "RETRY_WITHOUT_IDEMPOTENCY") {
      this.#later(() => answer(known));
      return;
    }
    if (this.#defect !== "LOCK_REMOVED" && area.freeAt > this.#now) {
      this.#later(() => this.#serve(area, commandId, asked, answer), area.freeAt - this.#now);
      return;
    }
    const written = this.#decide(area, commandId, asked);
    const write = (): void => {
      const acknowledged = { referralId: written.referralId };
      this.#answers.set(commandId, acknowledged);
      if (this.#defect !== "COMMIT_LOST" || this.#chance() > 0.06) this.#store(area, written);
      const lost = this.#chance() < 0.1;
      this.#later(() => answer(lost ? undefined : acknowledged));
    };
    if (this.#defect === "ANSWERED_BEFORE_DONE" && this.#chance() < 0.1) {
      // Said to be done, and done only when somebody else has had a turn in between.
      const acknowledged = { referralId: written.referralId };
      this.#later(() => answer(acknowledged));
      this.#later(() => this.#store(area, this.#decide(area, commandId, asked, written)), 200);
      return;
    }
    area.freeAt = this.#now + 6;
    this.#steps.push({ at: this.#now + 5, run: write });
  }

  #store(area: Area, written: Stored): void {
    area.lines.push(written);
    if (written.entry.line["kind"] === "ASSIGNMENT")
      this.#referrals.push({
        referralId: written.referralId,
        referralKey: String(written.entry.line["referralKey"]),
      });
    else {
      const taken = area.lines.find(
        (one) => one.entry.line["seq"] === written.entry.line["refersToSeq"],
      );
      if (taken !== undefined) taken.standing = false;
    }
  }

  #decide(area: Area, commandId: string, asked: Asked, former?: Stored): Stored {
    const isCounted = (one: Stored): boolean => one.standing && one.entry.line["counted"] === 1;
    const counted = area.lines.filter(isCounted);
    const of = (who: string) =>
      counted.filter((one) => one.entry.line["contractor"] === who).length;
    const lead = of(PAIR[0]) - of(PAIR[1]);
    const back = this.#defect === "TIE_RULE_OFF_BY_ONE" ? -2 : -1;
    const last = counted.at(back)?.entry.line["contractor"];
    const enough = this.#defect === "EQUALIZES_FROM_TWO" ? 2 : 1;
    const alternate = last === PAIR[0] ? PAIR[1] : PAIR[0];
    const due = Math.abs(lead) >= enough ? PAIR[lead > 0 ? 1 : 0] : alternate;
    const turn = this.#turn(area, asked, due, lead, last);
    const newest = area.lines.at(-1)?.entry.line;
    const fields = {
      v: 1,
      area: area.name,
      seq: Number(newest?.["seq"] ?? 0) + 1,
      lane: "COMBINED",
      epoch: 1,
      before: lead,
      policyNumber: 1,
      at: new Date(Date.UTC(2026, 10, 23) + area.lines.length).toISOString(),
      prev: newest === undefined ? "0".repeat(64) : textOf(newest["hash"]),
      ...turn.fields,
    };
    return {
      entry: { commandId, line: { ...fields, hash: hashOf(fields) } },
      family: turn.family,
      referralId: former?.referralId ?? turn.referralId,
      service: turn.service,
      standing: true,
    };
  }

  #turn(area: Area, asked: Asked, due: string, lead: number, last: unknown) {
    const weight = (who: string): number => (who === PAIR[0] ? 1 : -1);
    if (asked.kind !== "REFER") {
      const own = area.lines.find(
        (one) => one.referralId === asked.referralId && one.entry.line["kind"] === "ASSIGNMENT",
      ) as Stored;
      const wrong = this.#defect === "REVERSAL_OF_ANOTHER_LINE";
      const taken = wrong ? (area.lines.find((one) => one.standing) ?? own) : own;
      const contractor = String(taken.entry.line["contractor"]);
      const counted = taken.entry.line["counted"] === 1;
      return {
        family: own.family,
        service: own.service,
        referralId: own.referralId,
        fields: {
          kind: "REVERSAL",
          referralKey: String(own.entry.line["referralKey"]),
          contractor,
          method: "REVERSAL",
          counted: 0,
          outOfOrder: 0,
          after: lead - (counted ? weight(contractor) : 0),
          refersToSeq: Number(taken.entry.line["seq"]),
        },
      };
    }
    const mine = area.lines.filter(
      (one) => one.family === asked.family && one.entry.line["kind"] === "ASSIGNMENT",
    );
    const plan = mine.findLast((one) => one.service === "SAFETY_PLAN" && one.standing);
    const back =
      this.#defect === "RESUBMISSION_FORGOTTEN" ? undefined : mine.findLast((one) => !one.standing);
    const kept = asked.service === "FSRP" ? plan : undefined;
    const from = kept ?? (asked.override === undefined ? back : undefined);
    const contractor = asked.override ?? (from ? textOf(from.entry.line["contractor"]) : due);
    const method = kept
      ? "CARRY_OVER"
      : asked.override !== undefined
        ? "OVERRIDE"
        : back
          ? "RESUBMISSION"
          : Math.abs(lead) >= 2 || last === due
            ? "EQUALIZING"
            : "ROTATION";
    const isCounted =
      (method !== "CARRY_OVER" || this.#defect === "CARRY_OVER_COUNTED") &&
      (method !== "OVERRIDE" || this.#defect !== "OVERRIDE_NOT_COUNTED");
    return {
      family: asked.family,
      service: asked.service,
      referralId: this.#id("referral"),
      fields: {
        kind: "ASSIGNMENT",
        referralKey: this.#id("key"),
        contractor,
        method,
        counted: isCounted ? 1 : 0,
        outOfOrder: kept === undefined && contractor !== due ? 1 : 0,
        after: lead + (isCounted ? weight(contractor) : 0),
        ...(from && { refersToSeq: Number(from.entry.line["seq"]) }),
      },
    };
  }
}
