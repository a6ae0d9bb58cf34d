import type { Failure } from "../api/failure.ts";
import { app } from "../messages/en/app.ts";

/**
 * What went wrong, in one sentence, where no field of a form can carry it. Refusals by code are for forms
 * (features/shared/faults.ts): their words are not loaded before the first rows.
 */
export function failureText(failure: Failure): string {
  switch (failure.kind) {
    case "INVALID":
      return app.failure.UNKNOWN;
    case "RATE_LIMITED":
      return app.failure.RATE_LIMITED(Math.ceil(failure.retryAfterSeconds / 60));
    case "FORBIDDEN":
      return app.failure.because[failure.because ?? ""] ?? app.failure.FORBIDDEN;
    default:
      return app.failure[failure.kind];
  }
}

/** What support can look a bug up by. */
export const referenceOf = (failure: Failure): string | undefined =>
  failure.kind === "BUG" ? failure.reference : undefined;
