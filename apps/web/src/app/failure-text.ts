import type { Failure } from "../api/failure.ts";
import { refusalText } from "@kinward/wording";
import { codes } from "@kinward/wording/en/codes";
import { app } from "../messages/en/app.ts";

/** What went wrong, in one sentence, where no field of a form can carry it. */
export function failureText(failure: Failure): string {
  switch (failure.kind) {
    case "REFUSED":
      return failure.refusals.map((refusal) => refusalText(codes, refusal)).join(". ");
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
