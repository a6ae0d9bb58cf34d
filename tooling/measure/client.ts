export interface Client {
  /** Fetches a page of the app whole. */
  readonly page: (path: string) => Promise<void>;
  readonly query: <T = unknown>(name: string, input?: object) => Promise<T>;
}

/**
 * Signs someone in as a browser does and keeps the cookie.
 * @throws when an answer is not the one that was asked for
 */
export async function signIn(
  origin: string,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Client> {
  const entered = await post(origin, "/api/auth/sign-in/email", { email, password }, "");
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split("; ")[0])
    .join("; ");
  await entered.arrayBuffer();
  return {
    page: async (path) => {
      const answer = await fetch(`${origin}${path}`);
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      await answer.arrayBuffer();
    },
    query: async <T>(name: string, input: object = {}) => {
      const answer = await post(origin, `/api/trpc/${name}`, input, cookie);
      const body = (await answer.json()) as { readonly result: { readonly data: T } };
      return body.result.data;
    },
  };
}

async function post(origin: string, path: string, body: object, cookie: string): Promise<Response> {
  const answer = await fetch(`${origin}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin, cookie },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}
