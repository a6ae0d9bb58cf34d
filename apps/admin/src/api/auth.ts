import { createAuthClient } from "better-auth/client";
import { twoFactorClient } from "better-auth/client/plugins";

const auth = createAuthClient({ basePath: "/api/auth", plugins: [twoFactorClient()] });

export type SignInAnswer =
  | { readonly kind: "IN" }
  | { readonly kind: "SECOND_STEP" }
  | { readonly kind: "REFUSED" }
  | { readonly kind: "RATE_LIMITED"; readonly retryAfterSeconds?: number }
  | { readonly kind: "UNREACHABLE" };

interface AuthError {
  status: number;
}
const refusal = (error: AuthError): SignInAnswer => {
  if (error.status === 429) return { kind: "RATE_LIMITED" };
  return error.status >= 400 && error.status < 500 ? { kind: "REFUSED" } : { kind: "UNREACHABLE" };
};

const attempt = async (
  call: () => Promise<{ data: unknown; error: AuthError | null }>,
): Promise<SignInAnswer> => {
  try {
    const { data, error } = await call();
    if (error) return refusal(error);
    const second = typeof data === "object" && data !== null && "twoFactorRedirect" in data;
    return second ? { kind: "SECOND_STEP" } : { kind: "IN" };
  } catch {
    return { kind: "UNREACHABLE" };
  }
};

export const signIn = (email: string, password: string): Promise<SignInAnswer> =>
  attempt(() => auth.signIn.email({ email, password }));

/** Second step: the six digits of an authenticator app, or a backup code. */
export const verifyCode = (code: string, kind: "APP" | "BACKUP"): Promise<SignInAnswer> =>
  attempt(() =>
    kind === "APP"
      ? auth.twoFactor.verifyTotp({ code })
      : auth.twoFactor.verifyBackupCode({ code }),
  );

export const signOut = async (): Promise<void> => {
  await auth.signOut();
};
