import type {
  CaseId,
  CommandId,
  Instant,
  Params,
  PersonId,
  PlainDate,
  Refusal,
} from "@kinward/domain/kernel";
import { sql } from "kysely";
import { deriveCases } from "../duties/derive.ts";
import { tellOfAct } from "../notices/tell.ts";
import { actorOf, type Caller } from "./caller.ts";
import type { Database, Trx } from "./client.ts";
import { canonical, sha256 } from "./digest.ts";
import { lockCases, lockCasesOf } from "./lock-cases.ts";
import { identify } from "./transaction.ts";
import { json } from "./values.ts";
import { PREPARED } from "./prepared.ts";

/** One act, as its caller asks for it. */
export interface CommandRequest {
  /** Made by the client once: a retry carries the same. */
  readonly commandId: CommandId;
  readonly procedure: string;
  readonly caller: Caller;
  /** What was asked, whole: another input under the same id is another act. */
  readonly input: unknown;
  /** When the device recorded it, if earlier. */
  readonly recordedAt?: Instant | undefined;
  readonly reason?: string | undefined;
  /** Cases whose facts are written. A given revision is what the user saw: a newer one is a conflict. */
  readonly cases?: readonly {
    readonly caseId: CaseId;
    readonly revision?: number | undefined;
  }[];
  /** People whose own facts are written: all cases in which they are, are locked and derived with the others. */
  readonly people?: readonly PersonId[];
}

export interface CommandTools {
  readonly trx: Trx;
  readonly caller: Caller;
  readonly commandId: CommandId;
  readonly today: PlainDate;
  /** When the act takes place: after every earlier act on the same cases. */
  readonly at: Instant;
  /**
   * Locks a case that the act found out about only now, before anything is written. Ends the act when it is not there,
   * or changed since the given revision.
   * @returns the moment of the act, now that it waited for earlier ones
   */
  readonly lock: (caseId: CaseId, revision?: number) => Promise<Instant>;
  /** Has the duties of a case derived in this transaction, though it did not exist when the act began. */
  readonly touch: (caseId: CaseId) => void;
  /** The act has raised the revision of a case and derived its duties itself. */
  readonly settle: (caseId: CaseId) => void;
}

/** What is kept of an act that was done. */
export interface CommandRecord<Result> {
  readonly result: Result;
  readonly caseId?: CaseId;
  /** The administrative record it concerns. */
  readonly subject?: { readonly kind: string; readonly id: string };
  /** Ids, codes and dates for the sentence about it. */
  readonly params?: Params;
  readonly reason?: string;
}

/** The answer of an act: done, or why not (then nothing was written). */
export type CommandAnswer<Result, No = readonly Refusal[]> =
  | { readonly done: CommandRecord<Result> }
  | { readonly no: No };

export type CommandOutcome<Result, No = readonly Refusal[]> =
  | {
      readonly kind: "DONE";
      readonly result: Result;
      /** The act had been done before; this is its stored result. */
      readonly repeated: boolean;
    }
  | { readonly kind: "NO"; readonly no: No }
  /** Someone else changed the case since it was read. */
  | { readonly kind: "CONFLICT"; readonly caseId: CaseId; readonly revision: number }
  | { readonly kind: "NOT_FOUND" }
  /** The command id stands for another act. */
  | { readonly kind: "REUSED" };

/** Ends the transaction without writing, with an answer. */
class NotDone<Result, No> extends Error {
  readonly outcome: CommandOutcome<Result, No>;
  constructor(outcome: CommandOutcome<Result, No>) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

/**
 * Does one act in one transaction: locks its cases (by id), lets `act` write, raises their revisions, derives their
 * duties and records the command. Asked again with the same id and input, it gives the stored result.
 */
export async function runCommand<Result, No = readonly Refusal[]>(
  db: Database,
  request: CommandRequest,
  act: (tools: CommandTools) => Promise<CommandAnswer<Result, No>>,
): Promise<CommandOutcome<Result, No>> {
  const digest = digestOf(request);
  try {
    return await db.transaction().execute((trx) => attempt(trx, request, digest, act));
  } catch (error) {
    const outcome: CommandOutcome<Result, No> | undefined =
      error instanceof NotDone
        ? error.outcome
        : isRepetition(error)
          ? { kind: "REUSED" }
          : undefined;
    if (outcome === undefined) throw error;
    // The same command may have been done by a parallel request, which is why this one found things changed.
    const stored = await db.transaction().execute(async (trx) => {
      await identify(trx, request.caller);
      return findStored<Result, No>(trx, request.commandId, digest);
    });
    return stored ?? outcome;
  }
}

async function attempt<Result, No>(
  trx: Trx,
  request: CommandRequest,
  digest: string,
  act: (tools: CommandTools) => Promise<CommandAnswer<Result, No>>,
): Promise<CommandOutcome<Result, No>> {
  const { today } = await identify(trx, request.caller);
  const stored = await findStored<Result, No>(trx, request.commandId, digest);
  if (stored !== undefined) return stored;

  const touched = new Set(await lockAsSeen(trx, request.cases ?? [], request.people));
  let at = await beginAct(trx, request.commandId, [...touched]);
  const answer = await act({
    trx,
    caller: request.caller,
    commandId: request.commandId,
    today,
    at,
    lock: async (caseId, revision) => {
      for (const locked of await lockAsSeen(trx, [{ caseId, revision }])) touched.add(locked);
      at = await beginAct(trx, request.commandId, [...touched]);
      return at;
    },
    touch: (caseId) => touched.add(caseId),
    settle: (caseId) => touched.delete(caseId),
  });
  if ("no" in answer) throw new NotDone<Result, No>({ kind: "NO", no: answer.no });
  if (touched.size > 0) await deriveCases(trx, [...touched], today, at);
  await record(trx, request, digest, at, answer.done);
  return { kind: "DONE", result: answer.done.result, repeated: false };
}

/** Locks the cases of an act; ends it when one is not there, or is not what the user saw. */
async function lockAsSeen(
  trx: Trx,
  cases: NonNullable<CommandRequest["cases"]>,
  people: readonly PersonId[] = [],
): Promise<readonly CaseId[]> {
  const ids = cases.map((one) => one.caseId);
  const ofPeople = await lockCasesOf(trx, people, ids);
  const revisions = await lockCases(trx, [...ids, ...(ofPeople ?? [])]);
  for (const { caseId, revision } of cases) {
    const now = revisions.get(caseId);
    if (now === undefined) throw new NotDone({ kind: "NOT_FOUND" });
    if (ofPeople === undefined || (revision !== undefined && revision !== now))
      throw new NotDone({ kind: "CONFLICT", caseId, revision: now });
  }
  return [...revisions.keys()];
}

/**
 * Tells the history trigger which act this is and when. The moment is taken after the locks, since a transaction that
 * waited began before the one it waited for; of one case no two acts have the same.
 */
async function beginAct(
  trx: Trx,
  commandId: CommandId,
  caseIds: readonly CaseId[],
): Promise<Instant> {
  const { rows } = await sql<{ at: Instant }>`${PREPARED}
    WITH moment AS (
      SELECT greatest(date_trunc('milliseconds', clock_timestamp()), (
        SELECT max(changed_at) + interval '1 millisecond' FROM app.case_record WHERE case_id = ANY (${caseIds}::uuid[])
      )) AS at
    )
    SELECT at, set_config('app.command', ${commandId}, true), set_config('app.at', at::text, true) FROM moment
  `.execute(trx);
  const [row] = rows;
  if (row === undefined) throw new Error("no moment");
  return row.at;
}

async function findStored<Result, No>(
  trx: Trx,
  commandId: CommandId,
  digest: string,
): Promise<CommandOutcome<Result, No> | undefined> {
  const row = await trx
    .selectFrom("command")
    .select(["inputDigest", "result"])
    .where("commandId", "=", commandId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (row.inputDigest !== digest) return { kind: "REUSED" };
  return { kind: "DONE", result: row.result as Result, repeated: true };
}

async function record(
  trx: Trx,
  request: CommandRequest,
  digest: string,
  at: Instant,
  done: CommandRecord<unknown>,
): Promise<void> {
  await trx
    .insertInto("command")
    .values({
      commandId: request.commandId,
      procedure: request.procedure,
      ...actorOf(request.caller),
      at,
      recordedAt: request.recordedAt ?? null,
      caseId: done.caseId ?? null,
      subjectKind: done.subject?.kind ?? null,
      subjectId: done.subject?.id ?? null,
      reason: done.reason ?? request.reason ?? null,
      inputDigest: digest,
      params: json(done.params ?? {}),
      result: json(done.result ?? null),
    })
    .execute();
  await tellOfAct(trx, { ...request, ...done, at });
}

function digestOf(request: CommandRequest): string {
  const { procedure, caller, input } = request;
  return sha256(canonical({ procedure, caller, input }));
}

/** A second insert of the same command id: it was done in the meantime. */
function isRepetition(error: unknown): boolean {
  return (error as { constraint?: string } | null)?.constraint === "command_pkey";
}
