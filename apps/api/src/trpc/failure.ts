import type { Refusal, Result } from "@kinward/domain/kernel";

/** Why a procedure did not do what was asked, as clients read it in `error.data.kinward`. */
export type Failure =
  | { readonly kind: "REFUSED"; readonly refusals: readonly Refusal[] }
  | { readonly kind: "CONFLICT"; readonly revision: number }
  | { readonly kind: "NOT_FOUND" }
  | { readonly kind: "FORBIDDEN"; readonly because: string }
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
  /** The database cannot be reached for now; nothing was lost, and the same may be sent again. */
  | { readonly kind: "UNAVAILABLE" }
  | { readonly kind: "BUG"; readonly reference: string };

/**
 * Leaves a procedure, and the transaction around it, with an answer for the client. Made by the functions below; no
 * package under this one throws it.
 */
export class Failed extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.kind);
    this.name = "Failed";
    this.failure = failure;
  }
}

/** Missing and foreign records alike: nobody learns which ids exist. */
export const notFound = (): Failed => new Failed({ kind: "NOT_FOUND" });
export const forbidden = (because: string): Failed => new Failed({ kind: "FORBIDDEN", because });
export const refused = (...refusals: readonly Refusal[]): Failed =>
  new Failed({ kind: "REFUSED", refusals });

type Accepted<T> = Extract<Result<T>, { ok: true }>;

/** The record, or the one answer for what is missing or not open to the caller. */
export function orNotFound<T>(record: T | undefined): T {
  if (record === undefined) throw notFound();
  return record;
}

/** What the domain decided with its warnings, or its refusals as the answer. */
export function decided<T>(result: Result<T>): Accepted<T> {
  if (!result.ok) throw refused(...result.refusals);
  return result;
}
