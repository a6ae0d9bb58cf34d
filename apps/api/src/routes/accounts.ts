import { type Route, SECURITY, unrecorded } from "./route.ts";

/** Who am I, first set-up, invitations. Signing in itself: AUTH_ROUTES of auth-routes.ts. */
export const ACCOUNT_ROUTES = {
  "session.me": {
    does: "QUERY",
    caller: "STAFF",
    relation: "NONE",
    audit: unrecorded("the caller's own account"),
  },
  "session.signOutEverywhere": {
    does: "COMMAND",
    caller: "STAFF",
    relation: "NONE",
    audit: SECURITY,
  },
  "setup.status": {
    does: "QUERY",
    caller: "PUBLIC",
    relation: "NONE",
    audit: unrecorded("says only whether set-up is needed"),
  },
  "setup.create": {
    does: "COMMAND",
    caller: "PUBLIC",
    relation: "NONE",
    audit: SECURITY,
    perMinute: 10,
  },
  "invitations.find": {
    does: "QUERY",
    caller: "PUBLIC",
    relation: "NONE",
    audit: unrecorded("shown to whoever holds the token"),
    perMinute: 30,
  },
  "invitations.accept": {
    does: "COMMAND",
    caller: "PUBLIC",
    relation: "NONE",
    audit: SECURITY,
    perMinute: 10,
  },
} as const satisfies Record<string, Route>;
