import { pg } from "@kinward/postgres";

/** One statement as it was sent. */
export interface Sent {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Statements on one connection, one after the other: a transaction, or one alone. */
export interface Visit {
  readonly role: "app" | "auth";
  readonly statements: readonly Sent[];
}

type Query = (...given: unknown[]) => unknown;

/** Writes down every statement that this process sends while `work` runs, connection by connection, in order. */
export async function recordStatements(work: () => Promise<unknown>): Promise<readonly Visit[]> {
  const visits: { client: object; role: Visit["role"]; statements: Sent[]; isOpen: boolean }[] = [];
  const { prototype } = pg.Client;
  const original = prototype.query as Query;
  const note = (client: pg.Client, given: readonly unknown[]): void => {
    const [first, second] = given;
    const { text, values } =
      typeof first === "string"
        ? { text: first, values: Array.isArray(second) ? second : [] }
        : (first as { text: string; values?: readonly unknown[] });
    // The queue of jobs looks for work of its own accord.
    if (/\bjobs\./.test(text)) return;
    const known = visits.findLast((visit) => visit.client === client && visit.isOpen);
    const visit = known ?? {
      client,
      role: client.user === "kinward_auth" ? ("auth" as const) : ("app" as const),
      statements: [],
      isOpen: false,
    };
    if (known === undefined) visits.push(visit);
    visit.statements.push({ text, values: [...(values ?? [])] });
    if (/^\s*(begin|start transaction)/i.test(text)) visit.isOpen = true;
    if (/^\s*(commit|rollback)/i.test(text)) visit.isOpen = false;
  };
  prototype.query = function (this: pg.Client, ...given: unknown[]): unknown {
    note(this, given);
    return original.apply(this, given);
  } as typeof prototype.query;
  try {
    await work();
  } finally {
    prototype.query = original as typeof prototype.query;
  }
  return visits.map(({ role, statements }) => ({ role, statements }));
}
