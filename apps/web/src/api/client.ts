import { QueryCache, QueryClient, MutationCache } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { failureOf } from "./failure.ts";
import { sessionClock } from "./session-clock.ts";
import type { AppRouter } from "./router-type.ts";

/** Answers outside 2xx still prove that the session lives, except 401. */
async function trackedFetch(
  input: RequestInfo | URL | string,
  init?: RequestInit,
): Promise<Response> {
  const response = await fetch(input as RequestInfo, init);
  if (response.status !== 401) sessionClock.answered();
  return response;
}

export const trpcClient = createTRPCClient<AppRouter>({
  links: [
    httpBatchLink({
      url: "/api/trpc",
      // Names and ids of a query must not stand in addresses, where logs and histories keep them.
      methodOverride: "POST",
      maxItems: 10,
      fetch: trackedFetch as never,
    }),
  ],
});

function onError(error: unknown): void {
  if (failureOf(error).kind === "SIGNED_OUT") sessionClock.ended();
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // What was refused stays refused; only a lost connection is worth another try.
      retry: (count, error) => count < 2 && failureOf(error).kind === "OFFLINE",
      retryDelay: (count) => 400 * 2 ** count,
      networkMode: "always",
    },
    mutations: { retry: false, networkMode: "always" },
  },
});

export const api = createTRPCOptionsProxy<AppRouter>({ client: trpcClient, queryClient });
