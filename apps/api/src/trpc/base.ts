import { isUnavailable } from "@kinward/db";
import { initTRPC, type TRPCMutationProcedure, type TRPCQueryProcedure } from "@trpc/server";
import type { z } from "zod";
import { type RouteName, ROUTES } from "../routes.ts";
import { isDanglingId, refusalOfConstraint } from "./constraints.ts";
import type { RequestContext, SignedIn } from "./context.ts";
import { failureOf, toTrpcError } from "./errors.ts";
import { Failed } from "./failure.ts";

const t = initTRPC
  .context<RequestContext>()
  .meta<{ readonly route: RouteName }>()
  .create({
    isDev: false,
    errorFormatter: ({ shape, error, ctx }) => {
      const kinward = failureOf(error, ctx?.requestId ?? "none");
      // No message of an exception reaches a client, and the same failure is the same bytes whatever the record.
      return { code: shape.code, message: kinward.kind, data: { ...shape.data, kinward } };
    },
  });

export const { router } = t;

type Query<S, A> = TRPCQueryProcedure<{ input: z.input<S>; output: A; meta: unknown }>;
type Mutation<S, A> = TRPCMutationProcedure<{ input: z.input<S>; output: A; meta: unknown }>;
type Resolve<S, A> = (context: Admitted, input: z.output<S>) => Promise<A>;

/** The request with the one who was let in. */
export interface Admitted extends RequestContext {
  readonly who: SignedIn | undefined;
}

/**
 * Procedures of the table of routes up to their input: how often, who, which role, and only then the input. What
 * `procedures.ts` offers begins with one of these two; there is no other way to make a procedure.
 */
export const makeQuery = <S extends z.ZodType, A>(
  name: RouteName,
  input: S,
  resolve: Resolve<S, A>,
): Query<S, A> =>
  guarded(name, input).query(({ ctx, input: given }) =>
    resolve(ctx, given as z.output<S>),
  ) as unknown as Query<S, A>;

export const makeMutation = <S extends z.ZodType, A>(
  name: RouteName,
  input: S,
  resolve: Resolve<S, A>,
): Mutation<S, A> =>
  guarded(name, input).mutation(({ ctx, input: given }) =>
    resolve(ctx, given as z.output<S>),
  ) as unknown as Mutation<S, A>;

const guarded = (name: RouteName, input: z.ZodType) =>
  t.procedure
    .meta({ route: name })
    .use(async ({ next }) => {
      const result = await next();
      if (result.ok) return result;
      const { cause } = result.error;
      if (cause instanceof Failed) throw toTrpcError(cause.failure);
      if (isDanglingId(cause)) throw toTrpcError({ kind: "NOT_FOUND" });
      if (isUnavailable(cause)) throw toTrpcError({ kind: "UNAVAILABLE" });
      const refusal = refusalOfConstraint(cause);
      if (refusal !== undefined) throw toTrpcError({ kind: "REFUSED", refusals: [refusal] });
      return result;
    })
    .use(async ({ ctx, next }) => next({ ctx: { who: await admit(ctx, name) } }))
    .input(input);

async function admit(context: RequestContext, name: RouteName): Promise<SignedIn | undefined> {
  const { guards } = context.services;
  const who = ROUTES[name].caller === "STAFF" ? await context.signedIn() : undefined;
  await guards.rate(context, name, who);
  guards.caller(ROUTES[name], who);
  if (who !== undefined) guards.role(ROUTES[name], who);
  return who;
}
