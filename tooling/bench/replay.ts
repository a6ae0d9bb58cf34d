import { randomBytes, randomUUID } from "node:crypto";
import { type DatabaseUrls, pg } from "@kinward/postgres";
import type { Agency } from "../soak/agency.ts";
import type { Draft } from "./drafts.ts";
import type { Sent, Visit } from "./record.ts";

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The end of an area's ledger, as the locking statement answers it. */
interface Head {
  readonly head: { readonly seq: number };
  readonly hash: string;
  readonly at: Date | string | null;
}

/**
 * The reference: the statements of one submission, in the same transactions, sent by plain node-pg. Ids are fresh, the
 * worker, area and draft those of the next draft, and the line follows the one that the lock has read; nothing is judged,
 * nothing computed.
 */
export class Reference {
  readonly #visits: readonly Visit[];
  readonly #recorded: Draft;
  readonly #fixed: ReadonlySet<string>;
  readonly #pools: Readonly<Record<Visit["role"], pg.Pool>>;

  constructor(
    urls: DatabaseUrls,
    recorded: { readonly visits: readonly Visit[]; readonly draft: Draft },
    agency: Agency,
  ) {
    this.#visits = recorded.visits;
    this.#recorded = recorded.draft;
    this.#fixed = new Set(agency.contractors);
    // As many connections as the API has.
    this.#pools = {
      app: new pg.Pool({ connectionString: urls.appUrl, max: 20 }),
      auth: new pg.Pool({ connectionString: urls.authUrl, max: 10 }),
    };
  }

  /** Statements of one submission, without those that begin and end a transaction. */
  get size(): number {
    return this.#visits.reduce(
      (sum, visit) =>
        sum + visit.statements.filter(({ text }) => !/^\s*(begin|start|commit)/i.test(text)).length,
      0,
    );
  }

  async submit(draft: Draft): Promise<void> {
    const fresh = this.#renaming(draft);
    for (const { role, statements } of this.#visits) {
      const client = await this.#pools[role].connect();
      try {
        let head: Head | undefined;
        for (const statement of statements) {
          const sent = head === undefined ? statement : following(statement, head);
          const { rows } = await client.query<Head>({ ...sent, values: sent.values.map(fresh) });
          if (/"area_head".*for update/is.test(sent.text)) head = rows[0];
        }
      } finally {
        client.release();
      }
    }
  }

  async end(): Promise<void> {
    await Promise.all([this.#pools.app.end(), this.#pools.auth.end()]);
  }

  #renaming({ draftId, worker, area }: Draft): (value: unknown) => unknown {
    const was = this.#recorded;
    const names = new Map<string, string>([
      [was.draftId, draftId],
      [was.worker.id, worker.id],
      [was.area.serviceAreaId, area.serviceAreaId],
      [was.area.contractAreaId, area.contractAreaId],
      [was.area.contracts[0], area.contracts[0]],
      [was.area.contracts[1], area.contracts[1]],
    ]);
    const rename = (id: string): string => {
      if (this.#fixed.has(id)) return id;
      const known = names.get(id) ?? randomUUID();
      names.set(id, known);
      return known;
    };
    const fresh = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(fresh);
      if (typeof value !== "string") return value;
      return value === was.worker.token ? worker.token : value.replaceAll(UUID, rename);
    };
    return fresh;
  }
}

/** The statement that writes the turn, so that its line follows the newest one. */
function following(sent: Sent, { head, hash, at }: Head): Sent {
  const row = sent.values.find(
    (value): value is string => typeof value === "string" && value.includes('"prev":"'),
  );
  if (row === undefined) return sent;
  const [{ line: recorded }] = JSON.parse(row) as [{ line: Recorded }];
  const last = at === null ? 0 : new Date(at).getTime();
  const names = new Map([
    [recorded.prev, hash],
    [recorded.hash, randomBytes(32).toString("hex")],
    [recorded.at, new Date(Math.max(Date.now(), last + 1)).toISOString()],
    [`"seq":${recorded.seq}`, `"seq":${head.seq + 1}`],
  ]);
  const follow = (value: unknown): unknown => {
    if (value === recorded.seq) return head.seq + 1;
    if (typeof value !== "string") return value;
    let followed = value;
    for (const [was, is] of names) followed = followed.replaceAll(was, is);
    return followed;
  };
  return { ...sent, values: sent.values.map(follow) };
}

interface Recorded {
  readonly seq: number;
  readonly prev: string;
  readonly hash: string;
  readonly at: string;
}
