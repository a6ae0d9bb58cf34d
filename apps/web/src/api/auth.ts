export type AuthAnswer<T = Record<string, unknown>> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly code: string; readonly retryAfterSeconds?: number };

/** The few account routes of the server; the cookie does the rest. */
export async function authPost<T = Record<string, unknown>>(
  path: string,
  body: object,
): Promise<AuthAnswer<T>> {
  let response: Response;
  try {
    response = await fetch(`/api/auth${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    return { ok: false, code: "OFFLINE" };
  }
  const data = (await response.json().catch(() => ({}))) as { code?: unknown };
  if (response.ok) return { ok: true, data: data as T };
  const retryAfter = Number(response.headers.get("retry-after"));
  return {
    ok: false,
    code:
      response.status === 429
        ? "TOO_MANY_ATTEMPTS"
        : typeof data.code === "string"
          ? data.code
          : "UNKNOWN",
    ...(retryAfter > 0 ? { retryAfterSeconds: retryAfter } : {}),
  };
}
