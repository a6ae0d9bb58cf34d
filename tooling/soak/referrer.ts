import type { Acknowledged, Asked, Call } from "../ledger-checker/history.ts";
import { type Agency, type Area, LATER, PASSWORD, TODAY } from "./agency.ts";
import { type Answer, Client, newId, type Told } from "./client.ts";
import { draftOf, type Family, type Known } from "./draft.ts";
import type { Options } from "./options.ts";

/** One in so many submissions is asked for twice at once, as by an impatient hand. */
const TWICE = 8;
const WARNINGS = ["BACKDATED", "EFFECTIVE_IN_FUTURE", "PERSON_IN_TWO_OPEN_CASES"];

export interface ReferrerOptions {
  readonly agency: Agency;
  readonly email: string;
  readonly origins: () => readonly string[];
  readonly chance: () => number;
  readonly history: Call[];
  readonly shares: Pick<Options, "overrides" | "withdrawals" | "plans">;
  /** Counts a referral before it is made; false when there are enough. */
  readonly begin: () => boolean;
}

interface Submitted {
  readonly referralId: string;
  readonly caseId: string;
}

/** A caseworker: signs in, then brings one family after the other until there are enough. */
export class Referrer {
  readonly #options: ReferrerOptions;
  readonly #client: Client;
  #families = 0;

  constructor(options: ReferrerOptions) {
    this.#options = options;
    const { email, origins, chance, history } = options;
    this.#client = new Client({ who: email, origins, chance, history });
  }

  signIn(): Promise<void> {
    return this.#client.signIn(this.#options.email, PASSWORD);
  }

  async work(): Promise<void> {
    const { begin, chance, shares, agency } = this.#options;
    while (begin()) {
      const area = pick(agency.areas, chance);
      const family = { name: `Family ${(this.#families += 1)}`, area };
      const dice = chance() * 100;
      const { overrides, withdrawals, plans } = shares;
      if (dice < overrides)
        await this.#refer(family, { override: pick(agency.contractors, chance) });
      else if (dice < overrides + withdrawals) await this.#withdrawn(family, chance() < 0.7);
      else if (dice < overrides + withdrawals + plans) await this.#planFirst(family);
      else await this.#refer(family, {});
    }
  }

  /** Taken back before its services begin (or on the day), and mostly referred again. */
  async #withdrawn(family: Own, isLater: boolean): Promise<void> {
    const { referralId, caseId } = await this.#refer(family, { isLater });
    const commandId = newId();
    const asked: Asked = { kind: "WITHDRAW", referralId, on: TODAY };
    await this.#done(
      "referrals.withdraw",
      { commandId, referralId, reason: "Not needed now." },
      {
        commandId,
        asked,
        acknowledges: () => ({ referralId }),
      },
    );
    if (isLater && this.#options.begin()) await this.#refer(family, { isLater: true, caseId });
  }

  /** A safety plan, and later the services for which the case stays with its contractor. */
  async #planFirst(family: Own): Promise<void> {
    const { caseId } = await this.#refer(family, { service: "SAFETY_PLAN" });
    if (this.#options.begin()) await this.#refer(family, { caseId });
  }

  async #refer(
    { name, area }: Own,
    more: Pick<Partial<Family>, "service" | "isLater" | "override"> & { readonly caseId?: string },
  ): Promise<Submitted> {
    const { caseId, service = "FSRP", ...rest } = more;
    const content = draftOf({
      name,
      serviceAreaId: area.serviceAreaId,
      service,
      ...rest,
      ...(caseId !== undefined && { of: { caseId, people: await this.#people(caseId) } }),
    });
    const draftId = newId();
    await this.#client.ask("drafts.save", {
      commandId: newId(),
      draftId,
      kind: "REFERRAL",
      title: name,
      content,
      ...(caseId !== undefined && { caseId }),
      expectedVersion: 0,
    });
    const asked: Asked = {
      kind: "REFER",
      area: area.contractAreaId,
      family: `${this.#options.email}, ${name}`,
      service,
      on: TODAY,
      effectiveOn: more.isLater ? LATER : TODAY,
      ...(more.override !== undefined && { override: more.override }),
    };
    const commandId = newId();
    const submitted = await this.#done<Submitted>(
      "referrals.submit",
      { commandId, draftId, expectedVersion: 1, acceptWarnings: WARNINGS },
      { commandId, asked, acknowledges: ({ referralId }) => ({ referralId }) },
      this.#options.chance() < 1 / TWICE,
    );
    await this.#lookAt(submitted.referralId);
    return submitted;
  }

  async #people(caseId: string): Promise<readonly Known[]> {
    const { people } = await this.#client.ask<{ readonly people: readonly Known[] }>(
      "referrals.caseForReferral",
      { caseId },
    );
    return people;
  }

  /** What the worker is shown afterwards. */
  async #lookAt(referralId: string): Promise<void> {
    const acknowledges = (receipt: Receipt): Acknowledged => ({
      referralId,
      line: {
        seq: receipt.turn,
        contractor: receipt.contractorId,
        method: receipt.method,
        counted: receipt.counted ? 1 : 0,
        outOfOrder: receipt.outOfOrder ? 1 : 0,
        hash: receipt.headHash,
      },
    });
    const asked: Asked = { kind: "RECEIPT", referralId };
    await this.#done(
      "referrals.receipt",
      { referralId },
      { commandId: newId(), asked, acknowledges },
    );
  }

  async #done<T>(name: string, input: object, told: Told<T>, isTwice = false): Promise<T> {
    const [answer] = await Promise.all([
      this.#client.call<T>(name, input, told),
      ...(isTwice ? [this.#client.once<T>(name, input, told)] : []),
    ]);
    if ("refused" in (answer as Answer<T>))
      throw new Error(`${name}: ${(answer as { refused: readonly string[] }).refused.join(", ")}`);
    return (answer as { readonly data: T }).data;
  }
}

interface Own {
  readonly name: string;
  readonly area: Area;
}

interface Receipt {
  readonly turn: number;
  readonly contractorId: string;
  readonly method: string;
  readonly counted: boolean;
  readonly outOfOrder: boolean;
  readonly headHash: string;
}

const pick = <T>(list: readonly T[], chance: () => number): T =>
  list[Math.floor(chance() * list.length)] as T;
