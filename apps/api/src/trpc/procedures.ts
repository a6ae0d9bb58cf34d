import {
  type Clock,
  type CommandRecord,
  type CommandRequest,
  type CommandTools,
  readAs,
  type ReadTrx,
  type Trx,
  writeAs,
} from "@kinward/db";
import { rederiveDue } from "@kinward/db/duties";
import { type CaseKey, recordAccess, type RelatedCase } from "@kinward/db/accounts";
import { type Action, may, mayRead, type Relation } from "@kinward/domain/access";
import type { CaseId, CommandId, Instant, PersonId } from "@kinward/domain/kernel";
import type { z } from "zod";
import { type Route, type RouteName, ROUTES, type RoutesWhere } from "../routes.ts";
import { act } from "./act.ts";
import { makeMutation, makeQuery } from "./base.ts";
import type { RequestContext, Services, SignedIn } from "./context.ts";
import { Failed } from "./failure.ts";
import { findCase } from "./guards.ts";

/** What a procedure for someone signed in is given. */
export interface StaffContext {
  readonly who: SignedIn;
  readonly services: Services;
  readonly request: RequestContext;
}
export interface QueryContext extends StaffContext, Clock {
  /** One read-only snapshot, in which row-level security hides what is not the caller's. */
  readonly trx: ReadTrx;
}
export interface ScopeContext extends QueryContext {
  /** Says which cases the answer shows, for the record of access; needed once, with none if it shows none. */
  readonly saw: (caseIds: readonly CaseId[]) => void;
}
export interface CaseContext extends QueryContext, RelatedCase {
  /** Whether the caller may do something else to this case: for buttons, with the same table as the guard. */
  readonly can: (action: Action, more?: Relation) => boolean;
}
export interface KeepContext extends StaffContext, Clock {
  readonly trx: Trx;
}
export interface CommandContext extends StaffContext, CommandTools {}
export interface CaseCommandContext extends CommandContext, RelatedCase {
  /** Leaves with the guard's answer unless the caller may do this with facts known only now (a date, an author). */
  readonly require: (action: Action, more: Relation) => void;
}

/** What every command's input has. */
interface Envelope {
  readonly commandId: CommandId;
  readonly recordedAt?: Instant | undefined;
  readonly reason?: string | undefined;
}

type PublicRoutes<D> = RoutesWhere<{ caller: "PUBLIC"; does: D }>;
type ScopeRoutes<D> = RoutesWhere<{ caller: "STAFF"; relation: "NONE" | "SCOPE"; does: D }>;
type CaseRoutes<D> = RoutesWhere<{ caller: "STAFF"; relation: { case: string }; does: D }>;

/** For everyone, signed in or not. */
export const publicQuery = <S extends z.ZodType, A>(
  name: PublicRoutes<"QUERY">,
  input: S,
  run: (context: RequestContext, input: z.output<S>) => Promise<A>,
) => makeQuery(name, input, run);

export const publicCommand = <S extends z.ZodType, A>(
  name: PublicRoutes<"COMMAND">,
  input: S,
  run: (context: RequestContext, input: z.output<S>) => Promise<A>,
) => makeMutation(name, input, run);

/** How a query is prepared. */
export interface QueryOptions {
  /** Derives the caller's cases whose day has come first, so that the answer is right even if no job ran. */
  readonly current?: true;
}

const prepare = async (
  ctx: RequestContext,
  who: SignedIn,
  options: QueryOptions,
): Promise<void> => {
  if (options.current) await rederiveDue(ctx.services.db, who.caller);
};

/** Reads what belongs to no case, or a list that the read function cuts to the caller's scope. */
export const query = <S extends z.ZodType, A>(
  name: ScopeRoutes<"QUERY">,
  input: S,
  run: (context: ScopeContext, input: z.output<S>) => Promise<A>,
  options: QueryOptions = {},
) =>
  makeQuery(name, input, async (ctx, given) => {
    const who = present(ctx.who);
    await prepare(ctx, who, options);
    let seen: readonly CaseId[] | undefined;
    const saw = (caseIds: readonly CaseId[]): void => void (seen = [...(seen ?? []), ...caseIds]);
    const answer = await readAs(ctx.services.db, who.caller, (trx, clock) =>
      run({ ...staffContext(ctx, who), ...clock, trx, saw }, given),
    );
    await note(ctx, who, name, seen);
    return answer;
  });

/** Reads one case, found by the input field that its row names. */
export const caseQuery = <S extends z.ZodType, A>(
  name: CaseRoutes<"QUERY">,
  input: S,
  run: (context: CaseContext, input: z.output<S>) => Promise<A>,
) =>
  makeQuery(name, input, async (ctx, given) => {
    const who = present(ctx.who);
    const found = await open(ctx, who, name, given);
    const can = (action: Action, more: Relation = {}): boolean =>
      may(who.actor, action, { ...found.relation, ...more }).allowed;
    const answer = await readAs(ctx.services.db, who.caller, (trx, clock) =>
      run({ ...staffContext(ctx, who), ...clock, ...found, trx, can }, given),
    );
    await note(ctx, who, name, [found.caseId]);
    return answer;
  });

/**
 * Changes what belongs to no case yet: one transaction, one command with its reason. `finish` makes the answer of the
 * stored result, for what must not be stored.
 */
export const command = <S extends z.ZodType<Envelope>, R, A = R>(
  name: ScopeRoutes<"COMMAND">,
  input: S,
  run: (context: CommandContext, input: z.output<S>) => Promise<CommandRecord<R>>,
  finish: (context: StaffContext, result: R) => A | Promise<A> = (_, result) =>
    result as unknown as A,
) =>
  makeMutation(name, input, async (ctx, given): Promise<A> => {
    const who = present(ctx.who);
    const context = staffContext(ctx, who);
    const result = await execute(ctx, who, name, given, {}, (tools) =>
      run({ ...context, ...tools }, given),
    );
    return finish(context, result);
  });

/**
 * Writes what is no fact and leaves no command: the caller's own drafts, saved again with every pause in typing. It has to
 * be repeatable by itself.
 */
export const keep = <S extends z.ZodType<Envelope>, A>(
  name: ScopeRoutes<"COMMAND">,
  input: S,
  run: (context: KeepContext, input: z.output<S>) => Promise<A>,
) =>
  makeMutation(name, input, async (ctx, given) => {
    const who = present(ctx.who);
    return writeAs(ctx.services.db, who.caller, (trx, clock) =>
      run({ ...staffContext(ctx, who), ...clock, trx }, given),
    );
  });

/** How a change of a case is prepared. */
export interface CaseCommandOptions<Input> {
  /** People whose own facts it writes: their other cases are locked with the case, and follow. */
  readonly people?: (input: Input) => readonly PersonId[];
}

/** Changes one case, found by the input field that its row names and locked before `run` reads it. */
export const caseCommand = <S extends z.ZodType<Envelope>, A>(
  name: CaseRoutes<"COMMAND">,
  input: S,
  run: (context: CaseCommandContext, input: z.output<S>) => Promise<CommandRecord<A>>,
  options: CaseCommandOptions<z.output<S>> = {},
) =>
  makeMutation(name, input, async (ctx, given) => {
    const who = present(ctx.who);
    const found = await open(ctx, who, name, given);
    const require = (action: Action, more: Relation): void =>
      void ctx.services.guards.relation(
        { ...ROUTES[name], action },
        who,
        { ...found, relation: { ...found.relation, ...more } },
        { given: given.reason !== undefined },
      );
    const { revision } = given as { readonly revision?: number };
    const facts = {
      cases: [{ caseId: found.caseId, revision }],
      people: options.people?.(given) ?? [],
    };
    return execute(ctx, who, name, given, facts, (tools) =>
      run({ ...staffContext(ctx, who), ...tools, ...found, require }, given),
    );
  });

/** Whether someone may read a record that was found by another way than the row's field. */
export const canRead = (who: SignedIn, action: Action, relation: Relation): boolean =>
  mayRead(who.actor, action, relation).allowed;

const staffContext = (request: RequestContext, who: SignedIn): StaffContext => ({
  who,
  services: request.services,
  request,
});

/** The caller guard has made sure; without it there is no one to act for. */
function present(who: SignedIn | undefined): SignedIn {
  if (who === undefined) throw new Failed({ kind: "SIGNED_OUT" });
  return who;
}

async function open(
  context: RequestContext,
  who: SignedIn,
  name: RouteName,
  input: unknown,
): Promise<RelatedCase> {
  const route: Route = ROUTES[name];
  if (typeof route.relation === "string") throw new Error(`${name} leads to no case`);
  const field = route.relation.case;
  const fields = input as Readonly<Record<string, string | undefined>>;
  const found = await findCase(context, who, { [field]: fields[field] } as unknown as CaseKey);
  return context.services.guards.relation(route, who, found, {
    given: fields["reason"] !== undefined,
  });
}

const execute = <A>(
  { services }: RequestContext,
  who: SignedIn,
  name: RouteName,
  input: Envelope,
  facts: Pick<CommandRequest, "cases" | "people">,
  run: (tools: CommandTools) => Promise<CommandRecord<A>>,
): Promise<A> => {
  const { commandId, recordedAt, reason } = input;
  return act(
    services,
    { commandId, procedure: name, caller: who.caller, input, recordedAt, reason, ...facts },
    run,
  );
};

/** The row of access is there before the answer leaves. */
async function note(
  { services, address }: RequestContext,
  who: SignedIn,
  name: RouteName,
  caseIds: readonly CaseId[] | undefined,
): Promise<void> {
  const { audit }: Route = ROUTES[name];
  if (audit.kind !== "CASE_READ") return;
  if (caseIds === undefined) throw new Error(`${name} does not say which cases it showed`);
  await recordAccess(services.db, who.caller, {
    purpose: audit.purpose,
    procedure: name,
    caseIds,
    address,
  });
}
