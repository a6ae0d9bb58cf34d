import type { Refusal } from "@kinward/domain/kernel";
import { TRPCClientError } from "@trpc/client";

/** Why a call failed, as the API says it; `UNREACHABLE` when there was no answer at all. */
export type Fault =
  | { readonly kind: "REFUSED"; readonly refusals: readonly Refusal[] }
  | { readonly kind: "CONFLICT" }
  | { readonly kind: "NOT_FOUND" }
  | { readonly kind: "FORBIDDEN"; readonly because?: string }
  | { readonly kind: "SIGNED_OUT" }
  | { readonly kind: "RATE_LIMITED"; readonly retryAfterSeconds: number }
  | { readonly kind: "REASON_NEEDED" }
  | {
      readonly kind: "INVALID";
      readonly issues: readonly {
        readonly path?: readonly (string | number)[];
        readonly message: string;
      }[];
    }
  | { readonly kind: "BUG"; readonly reference?: string }
  | { readonly kind: "UNREACHABLE" };

const isFault = (value: unknown): value is Fault =>
  typeof value === "object" && value !== null && "kind" in value;

/** Reads a failed call. Anything the API did not explain is a bug of ours. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof TRPCClientError)) return { kind: "BUG" };
  const data: unknown = error.data;
  const told =
    typeof data === "object" && data !== null && "kinward" in data ? data.kinward : undefined;
  // Our own database is being restarted: to a user the same as no connection.
  if (isFault(told))
    return (told.kind as string) === "UNAVAILABLE" ? { kind: "UNREACHABLE" } : told;
  // Without `data` nothing was parsed: no connection, or a proxy answered in the place of the API.
  return data === undefined || data === null ? { kind: "UNREACHABLE" } : { kind: "BUG" };
}
