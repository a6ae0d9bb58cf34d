import { QueryCache, QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { AppRouter } from "./contract.ts";
import { faultOf } from "./fault.ts";
import { noteCall, noteSignedOut } from "./session-watch.ts";

/** Lists stay as they are for half a minute; what others changed shows when a screen is opened again. */
const FRESH_MS = 30_000;
const MOST_IN_A_BATCH = 10;

/** Calls by name: `api.areas.setCounty.mutate(...)`. */
export const api = createTRPCClient<AppRouter>({
  links: [
    // By POST, queries too: names and search words never stand in an address.
    httpBatchLink({
      url: "/api/trpc",
      methodOverride: "POST",
      maxItems: MOST_IN_A_BATCH,
      fetch: (url, options) => {
        noteCall();
        return fetch(url, options as RequestInit);
      },
    }),
  ],
});

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    // Before there was a session the sign-in page is shown instead; see the gate in `routes.tsx`.
    onError: (error, query) => {
      if (query.state.data !== undefined && faultOf(error).kind === "SIGNED_OUT") noteSignedOut();
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      // Only a lost connection is worth a second try; an answer stays the same.
      retry: (failures, error) => failures < 2 && faultOf(error).kind === "UNREACHABLE",
    },
  },
});

/** Query options by procedure: `trpc.areas.list.queryOptions({})`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: api, queryClient });
