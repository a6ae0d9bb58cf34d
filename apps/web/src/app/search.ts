import {
  CASE_COLUMNS,
  CASE_SORTS,
  BUCKETS,
  DUE_FILTERS,
  SEEN_FILTERS,
  WORK_WITHIN,
  type CaseColumn,
  type Bucket,
  type CaseSort,
  type CaseStage,
} from "@kinward/domain/views";

type Raw = Record<string, unknown>;

/** Reads a word of an address; anything else than one of the list is left out. */
const oneOf = <T extends string>(value: unknown, list: readonly T[]): T | undefined =>
  (list as readonly unknown[]).includes(value) ? (value as T) : undefined;
const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== ""
    ? value
    : typeof value === "number"
      ? String(value)
      : undefined;
const whole = (value: unknown): number | undefined => {
  const number = Number(value);
  return Number.isInteger(number) && number > 1 ? number : undefined;
};
const given = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;

const day = (value: unknown): string | undefined =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/u.test(value) ? value : undefined;

/** Ways in which a line of a referral order came about, as its filter names them. */
export const ORDER_METHODS = [
  "ROTATION",
  "EQUALIZING",
  "OVERRIDE",
  "CARRY_OVER",
  "RESUBMISSION",
  "TRANSFER",
  "FORCED",
  "REVERSAL",
  "MOVE",
  "CORRECTION",
] as const;

export const STAGES: readonly CaseStage[] = [
  "REFERRED",
  "SAFETY_PLAN",
  "FIRST_30_DAYS",
  "ONGOING",
  "ENDED",
  "OPEN",
  "CLOSED",
];

/** Columns by their names with commas between, in their usual order; family is always there. */
const columnsText = (value: unknown): string | undefined => {
  const columns = columnsOf(text(value));
  return columns.length === 0 ? undefined : columns.join(",");
};
export const columnsOf = (value: string | undefined): readonly CaseColumn[] => {
  const names = new Set(value?.split(","));
  const known = CASE_COLUMNS.filter((column) => names.has(column));
  return known.length === 0 ? [] : [...new Set<CaseColumn>(["family", ...known])];
};

/** What stands behind the question mark of each address; no schema library before the first rows. */
export const searches = {
  work: (raw: Raw) =>
    given({
      bucket: oneOf<Bucket>(raw["bucket"], BUCKETS),
      staffId: text(raw["staffId"]),
      within: WORK_WITHIN.find((days) => days === Number(raw["within"])),
      rule: text(raw["rule"]),
      family: text(raw["family"]),
      contractor: text(raw["contractor"]),
      worker: text(raw["worker"]),
      columns: text(raw["columns"]),
      view: text(raw["view"]),
    }),
  cases: (raw: Raw) =>
    given({
      page: whole(raw["page"]),
      sort: oneOf<CaseSort>(raw["sort"], CASE_SORTS),
      direction: oneOf(raw["direction"], ["ascending", "descending"] as const),
      text: text(raw["text"]),
      stage: oneOf(raw["stage"], STAGES),
      area: text(raw["area"]),
      contractor: text(raw["contractor"]),
      worker: text(raw["worker"]),
      coordinator: text(raw["coordinator"]),
      late: raw["late"] === true || raw["late"] === "true" ? true : undefined,
      due: oneOf(raw["due"], DUE_FILTERS),
      seen: oneOf(text(raw["seen"]), SEEN_FILTERS),
      columns: columnsText(raw["columns"]),
      view: text(raw["view"]),
    }),
  contact: (raw: Raw) => given({ caseId: text(raw["caseId"]), draft: text(raw["draft"]) }),
  draft: (raw: Raw) => given({ draft: text(raw["draft"]) }),
  order: (raw: Raw) =>
    given({
      page: whole(raw["page"]),
      method: oneOf(raw["method"], ORDER_METHODS),
      contractor: text(raw["contractor"]),
      from: day(raw["from"]),
      to: day(raw["to"]),
    }),
  onDay: (raw: Raw) => given({ on: day(raw["on"]), at: text(raw["at"]) }),
  /** Who did what to a case, and who saw it. */
  trail: (raw: Raw) =>
    given({
      page: whole(raw["page"]),
      kind: text(raw["kind"]),
      person: text(raw["person"]),
      by: text(raw["by"]),
      from: day(raw["from"]),
      to: day(raw["to"]),
    }),
  calendar: (raw: Raw) =>
    given({
      day: day(raw["day"]),
      show: oneOf(raw["show"], ["month"] as const),
      staffId: text(raw["staffId"]),
    }),
  inbox: (raw: Raw) =>
    given({
      page: whole(raw["page"]),
      unread: raw["unread"] === true || raw["unread"] === "true" ? true : undefined,
    }),
  person: (raw: Raw) => given({ person: text(raw["person"]) }),
  page: (raw: Raw) => given({ page: whole(raw["page"]) }),
  signIn: (raw: Raw) =>
    given({ next: text(raw["next"]), why: oneOf(raw["why"], ["time-out", "signed-out"] as const) }),
};
export type WorkSearch = ReturnType<typeof searches.work>;
/** Whether the work list is narrowed beyond its groups. */
export const usesWorkFilter = (search: WorkSearch): boolean =>
  [search.within, search.rule, search.family, search.contractor, search.worker].some(Boolean);
export type OrderSearch = ReturnType<typeof searches.order>;
export type TrailSearch = ReturnType<typeof searches.trail>;
export type CaseSearch = ReturnType<typeof searches.cases>;
