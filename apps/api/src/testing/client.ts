import { createTRPCClient, httpLink, type TRPCClient } from "@trpc/client";
import type { AppRouter } from "../router.ts";
import type { Failure } from "../trpc/failure.ts";

/** What came back, as text too: two answers can be compared byte by byte. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** Result of the procedure, if it did what was asked. */
  readonly data: unknown;
  readonly failure: Failure | undefined;
}

export interface TestClient {
  /** The procedures with their types; failures are thrown as tRPC errors. */
  readonly api: TRPCClient<AppRouter>;
  /** One call by name with whatever input. */
  readonly call: (
    name: string,
    input?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  /** A post to any path, such as an account's. */
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  /** The session's cookies as they are now. */
  readonly cookies: () => string;
}

/** A browser in small: keeps cookies, posts JSON to its own origin. */
export function createClient(origin: string, cookie = ""): TestClient {
  const jar = new Map<string, string>();
  const keep = (pair: string): void => {
    const [name = "", ...value] = pair.split("=");
    if (name === "") return;
    if (value.join("=") === "") jar.delete(name);
    else jar.set(name, value.join("="));
  };
  for (const pair of cookie.split("; ")) keep(pair);
  const cookies = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");

  const request = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (jar.size > 0 && !headers.has("cookie")) headers.set("cookie", cookies());
    const response = await fetch(`${origin}${path}`, { ...init, headers, redirect: "manual" });
    for (const set of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = set.split("; ");
      keep(
        attributes.some((attribute) => /^max-age=0$/i.test(attribute))
          ? `${pair.split("=")[0]}=`
          : pair,
      );
    }
    return response;
  };
  const post = async (
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> =>
    answerOf(
      await request(path, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          origin,
          "sec-fetch-site": "same-origin",
          ...headers,
        },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    );

  return {
    api: createTRPCClient<AppRouter>({
      links: [
        httpLink({
          url: `${origin}/api/trpc`,
          methodOverride: "POST",
          fetch: (url, init) => request(String(url).slice(origin.length), init as RequestInit),
        }),
      ],
    }),
    call: (name, input = {}, headers) => post(`/api/trpc/${name}`, input, headers),
    post,
    get: async (path, headers = {}) => answerOf(await request(path, { headers })),
    cookies,
  };
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    body = undefined;
  }
  const { result, error } = (body ?? {}) as {
    result?: { data?: unknown };
    error?: { data?: { kinward?: Failure } };
  };
  return {
    status: response.status,
    text,
    headers: response.headers,
    data: result?.data,
    failure: error?.data?.kinward,
  };
}
