import { pg } from "@kinward/postgres";

/** One statement as it was sent. */
export interface Sent {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Under which the connection keeps its plan. */
  readonly name?: string;
}

/** Statements on one connection, one after the other: a transaction, or one alone. */
export interface Visit {
  readonly role: "app" | "auth";
  readonly statements: readonly Sent[];
}

interface OpenVisit {
  readonly client: pg.Client;
  readonly role: Visit["role"];
  readonly statements: Sent[];
  isOpen: boolean;
}

type Query = (...given: unknown[]) => unknown;

/** Writes down the statements of this process; made before its connections are. */
export class Recorder {
  readonly #original = pg.Client.prototype.query as Query;
  #visits: OpenVisit[] | undefined;

  constructor() {
    const [original, note] = [this.#original, this.#note.bind(this)];
    pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]): unknown {
      note(this, given);
      return original.apply(this, given);
    } as typeof pg.Client.prototype.query;
  }

  /** Every statement that is sent while `work` runs, connection by connection, in order. */
  async record(work: () => Promise<unknown>): Promise<readonly Visit[]> {
    const visits: OpenVisit[] = [];
    this.#visits = visits;
    await work();
    this.#visits = undefined;
    return visits.map(({ role, statements }) => ({ role, statements }));
  }

  end(): void {
    pg.Client.prototype.query = this.#original as typeof pg.Client.prototype.query;
  }

  #note(client: pg.Client, given: readonly unknown[]): void {
    if (this.#visits === undefined) return;
    const sent = sentOf(given);
    // The queue of jobs looks for work of its own accord.
    if (/\bjobs\./.test(sent.text)) return;
    const known = this.#visits.findLast((visit) => visit.client === client && visit.isOpen);
    const role = client.user === "kinward_auth" ? "auth" : "app";
    const visit: OpenVisit = known ?? { client, role, statements: [], isOpen: false };
    if (known === undefined) this.#visits.push(visit);
    visit.statements.push(sent);
    if (/^\s*(begin|start transaction)/i.test(sent.text)) visit.isOpen = true;
    if (/^\s*(commit|rollback)/i.test(sent.text)) visit.isOpen = false;
  }
}

function sentOf([first, second]: readonly unknown[]): Sent {
  if (typeof first === "string")
    return { text: first, values: Array.isArray(second) ? [...(second as unknown[])] : [] };
  const { text, values = [], name } = first as Partial<Sent> & { readonly text: string };
  return { text, values: [...values], ...(name !== undefined && { name }) };
}
