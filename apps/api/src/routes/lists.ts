import { readsAdministration, readsScope, type Route, unrecorded } from "./route.ts";

const EXPORT = { kind: "CASE_READ", purpose: "EXPORT" } as const;

/** Reads what belongs to the caller alone. */
const readsOwn = (because: string) =>
  ({
    does: "QUERY",
    caller: "STAFF",
    relation: "SCOPE",
    audit: unrecorded(because),
  }) as const satisfies Route;
/** Writes what belongs to the caller alone. */
const writesOwn = (because: string) =>
  ({
    does: "COMMAND",
    caller: "STAFF",
    relation: "SCOPE",
    audit: unrecorded(because),
  }) as const satisfies Route;

const OWN_VIEWS = "the caller's own saved views of lists";

/** Lists: their views and files. */
export const LIST_ROUTES = {
  "views.list": readsOwn(OWN_VIEWS),
  "views.save": writesOwn(OWN_VIEWS),
  "views.remove": writesOwn(OWN_VIEWS),
  "inbox.list": {
    does: "QUERY",
    caller: "STAFF",
    relation: "SCOPE",
    audit: { kind: "CASE_READ", purpose: "LIST" },
  },
  "inbox.count": readsOwn("a number"),
  "inbox.mark": writesOwn("the caller's own marks of what is read"),
  "inbox.choices": readsOwn("the caller's own choices"),
  "inbox.choose": writesOwn("the caller's own choices"),
  "state.view": readsAdministration("STATE_SEE"),
  "calendar.view": readsScope("CASE_READ"),
  "calendar.feed": readsOwn("whether the caller's own calendar has an address"),
  "calendar.renewFeed": { ...writesOwn("the caller's own address"), perMinute: 5 },
  "calendar.revokeFeed": writesOwn("the caller's own address"),
  "cases.export": { ...readsScope("CASE_READ", EXPORT), perMinute: 20 },
  "work.export": { ...readsScope("CASE_READ", EXPORT), perMinute: 20 },
} as const satisfies Record<string, Route>;
