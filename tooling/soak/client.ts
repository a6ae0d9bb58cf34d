import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Acknowledged, Asked, Call } from "../ledger-checker/history.ts";

/** An answer that will be the same however often one asks. */
export type Answer<T> = { readonly data: T } | { readonly refused: readonly string[] };

export interface ClientOptions {
  readonly who: string;
  /** Where API processes listen now: it changes with every restart. */
  readonly origins: () => readonly string[];
  readonly chance: () => number;
  readonly history: Call[];
}

/** What a call is written down as: what was asked, and what the answer acknowledges. */
export interface Told<T> {
  readonly commandId: string;
  readonly asked: Asked;
  readonly acknowledges: (data: T) => Acknowledged;
}

const PATIENCE_MS = 120_000;
const ANSWER_MS = 15_000;

/** A browser in small that asks again, by the same command, until there is an answer, at whichever process is there. */
export class Client {
  readonly #options: ClientOptions;
  #cookie = "";

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  async signIn(email: string, password: string): Promise<void> {
    const response = await this.#until((origin) =>
      this.#post(origin, "/api/auth/sign-in/email", { email, password }),
    );
    this.#cookie = response.headers
      .getSetCookie()
      .map((one) => one.split("; ")[0])
      .join("; ");
    if (response.status !== 200)
      throw new Error(`sign-in: ${response.status} ${await response.text()}`);
  }

  /** A procedure that is not written down. @throws when it is refused */
  async ask<T>(name: string, input: object): Promise<T> {
    const answer = await this.call<T>(name, input);
    if ("refused" in answer) throw new Error(`${name}: ${answer.refused.join(", ")}`);
    return answer.data;
  }

  /** A procedure, asked until it answers; each time is written down. */
  async call<T>(name: string, input: object, told?: Told<T>): Promise<Answer<T>> {
    const until = performance.now() + PATIENCE_MS;
    while (performance.now() < until) {
      const answer = await this.once(name, input, told);
      if (answer !== undefined) return answer;
      await sleep(20 + this.#options.chance() * 200);
    }
    throw new Error(`${name}: no answer in ${PATIENCE_MS / 1_000} seconds`);
  }

  /** One call; undefined when nobody knows what became of it. */
  async once<T>(name: string, input: object, told?: Told<T>): Promise<Answer<T> | undefined> {
    const invokedAt = performance.now();
    const answer = await this.#answer<T>(name, input);
    const answeredAt = performance.now();
    if (told !== undefined)
      this.#options.history.push({
        who: this.#options.who,
        commandId: told.commandId,
        asked: told.asked,
        invokedAt,
        ...(answer !== undefined && { answeredAt }),
        ...(answer !== undefined && "data" in answer
          ? { acknowledged: told.acknowledges(answer.data) }
          : {}),
        ...(answer !== undefined && "refused" in answer ? { refused: answer.refused } : {}),
      });
    return answer;
  }

  async #answer<T>(name: string, input: object): Promise<Answer<T> | undefined> {
    const path = `/api/trpc/${name}`;
    let status: number;
    let text: string;
    try {
      const response = await this.#post(this.#anyOrigin(), path, input);
      status = response.status;
      text = await response.text();
    } catch {
      return undefined;
    }
    // What failed inside may have been done or not, like what was broken off; a limit passes.
    if (status >= 500 || status === 429) return undefined;
    const body = JSON.parse(text) as {
      readonly result?: { readonly data: T };
      readonly error?: { readonly data?: { readonly kinward?: Failure } };
    };
    if (status === 200 && body.result !== undefined) return { data: body.result.data };
    const failure = body.error?.data?.kinward;
    return {
      refused: failure?.refusals?.map((one) => one.code) ?? [failure?.kind ?? `STATUS ${status}`],
    };
  }

  #anyOrigin(): string {
    const origins = this.#options.origins();
    return origins[Math.floor(this.#options.chance() * origins.length)] ?? "";
  }

  async #until(work: (origin: string) => Promise<Response>): Promise<Response> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const response = await work(this.#anyOrigin()).catch(() => undefined);
      if (response !== undefined && response.status < 500) return response;
      if (performance.now() > until) throw new Error("nobody answers");
      await sleep(100);
    }
  }

  #post(origin: string, path: string, body: object): Promise<Response> {
    return fetch(`${origin}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin, cookie: this.#cookie },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
  }
}

interface Failure {
  readonly kind: string;
  readonly refusals?: readonly { readonly code: string }[];
}

export const newId = (): string => randomUUID();
