/**
 * What is mounted beside the procedures, in this order. Nothing here shows a record: who asks is checked inside of
 * `/api`, and the apps are the same files for everyone.
 */
export const HTTP_ROUTES = [
  { path: "/healthz", because: "says that the process lives" },
  { path: "/readyz", because: "says that the database answers" },
  { path: "/api", because: "checks of origin and content type in front of everything below" },
  { path: "/api/auth", because: "the account paths of AUTH_ROUTES, each with its fields" },
  { path: "/api/trpc", because: "the procedures of ROUTES" },
  {
    path: "/public/ledger",
    because: "the ledgers for everyone, where KINWARD_PUBLIC_LEDGER says so",
  },
  {
    path: "/feeds",
    because: "someone's due dates without names, by an address that only they know",
  },
  { path: "/admin", because: "the admin app's files" },
  { path: "/", because: "the web app's files" },
] as const;

export type HttpRoute = (typeof HTTP_ROUTES)[number]["path"];
