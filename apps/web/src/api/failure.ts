import type { Refusal } from "@kinward/domain/kernel";

/** What may come back instead of an answer; `OFFLINE` and `UNKNOWN` are ours, the others the API's. */
export type Failure =
  | { readonly kind: "REFUSED"; readonly refusals: readonly Refusal[] }
  | { readonly kind: "CONFLICT"; readonly revision?: number }
  | { readonly kind: "NOT_FOUND" }
  | { readonly kind: "FORBIDDEN"; readonly because?: string }
  | { readonly kind: "SIGNED_OUT" }
  | { readonly kind: "RATE_LIMITED"; readonly retryAfterSeconds: number }
  | { readonly kind: "REASON_NEEDED" }
  | {
      readonly kind: "INVALID";
      readonly issues: readonly {
        readonly path: readonly (string | number)[];
        readonly message: string;
      }[];
    }
  | { readonly kind: "BUG"; readonly reference?: string }
  | { readonly kind: "OFFLINE" }
  | { readonly kind: "UNKNOWN" };

const KINDS = new Set([
  "REFUSED",
  "CONFLICT",
  "NOT_FOUND",
  "FORBIDDEN",
  "SIGNED_OUT",
  "RATE_LIMITED",
  "REASON_NEEDED",
  "INVALID",
  "BUG",
]);

/** Reads what went wrong from an error of the client; never throws. */
export function failureOf(error: unknown): Failure {
  const data = field(error, "data");
  const known = field(data, "kinward");
  const kind = field(known, "kind");
  // Our own database is being restarted: to a user the same as no connection, and tried again in the same way.
  if (kind === "UNAVAILABLE") return { kind: "OFFLINE" };
  if (typeof kind === "string" && KINDS.has(kind)) return known as Failure;
  // No answer at all: the connection, or a server that is being restarted.
  if (data === undefined || data === null) return { kind: "OFFLINE" };
  return { kind: "UNKNOWN" };
}

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;

export const isKind = <K extends Failure["kind"]>(error: unknown, kind: K): boolean =>
  failureOf(error).kind === kind;
