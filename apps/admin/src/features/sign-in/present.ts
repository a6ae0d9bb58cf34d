import type { FieldFault } from "@kinward/ui/ErrorSummary";
import type { SignInAnswer } from "../../api/auth.ts";
import { BASE, paths } from "../../paths.ts";
import { signIn as m } from "./messages.ts";

export type Step = "PASSWORD" | "APP" | "BACKUP";

/** What must be typed before anything is sent. */
export function missingFaults(
  step: Step,
  typed: { readonly email: string; readonly password: string; readonly code: string },
): readonly FieldFault[] {
  if (step !== "PASSWORD")
    return typed.code.trim() === "" ? [{ name: "code", message: m.codeMissing }] : [];
  return [
    ...(typed.email.trim() === "" ? [{ name: "email", message: m.emailMissing }] : []),
    ...(typed.password === "" ? [{ name: "password", message: m.passwordMissing }] : []),
  ];
}

/** What an answer means to the person. E-mail and password are never told apart. */
export function answerFaults(answer: SignInAnswer, step: Step): readonly FieldFault[] {
  switch (answer.kind) {
    case "IN":
    case "SECOND_STEP":
      return [];
    case "REFUSED":
      return [
        step === "PASSWORD"
          ? { name: "password", message: m.refused }
          : { name: "code", message: m.codeRefused },
      ];
    case "RATE_LIMITED":
      return [{ message: m.rateLimited }];
    case "UNREACHABLE":
      return [{ message: m.unreachable }];
  }
}

/** Where to go after signing in: only to a screen of this app, whatever the address asks for. */
export const safeNext = (next: string | undefined): string =>
  next !== undefined && next.startsWith(`${BASE}/`) && !next.includes("//") ? next : paths.home();
