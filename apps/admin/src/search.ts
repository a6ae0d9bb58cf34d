import {
  type CaseId,
  type ContractAreaId,
  type ExampleId,
  isPlainDate,
  type PlainDate,
} from "@kinward/domain/kernel";
import { type CaseProfile, SETTING_KEYS } from "@kinward/domain/policy";
import { ROLES, type Role, type StaffView } from "@kinward/domain/views";
import type { CompareSearch, SimulationSearch } from "./paths.ts";

/**
 * What may stand behind the question mark of each screen. Anything that does not fit is left out: an address comes from
 * anywhere.
 */
type Raw = Record<string, unknown>;

const text = (raw: Raw, key: string): string | undefined => {
  const value = raw[key];
  // The router reads "2026" as a number.
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
};
const oneOf = <T extends string>(raw: Raw, key: string, of: readonly T[]): T | undefined =>
  of.find((entry) => entry === raw[key]);
const whole = (raw: Raw, key: string, min: number, max: number): number | undefined => {
  const value = Number(raw[key]);
  return Number.isInteger(value) && value >= min && value <= max ? value : undefined;
};
const date = (raw: Raw, key: string): PlainDate | undefined => {
  const value = text(raw, key);
  return value !== undefined && isPlainDate(value) ? value : undefined;
};

/** Drops keys without a value. */
const given = <T extends object>(search: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as never;

const PROFILES: readonly CaseProfile[] = ["IA_FSRP", "KY_IN_HOME"];
const STATUSES: readonly StaffView["status"][] = ["INVITED", "ACTIVE", "ENDED"];
const YES = ["yes"] as const;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

export const signIn = (raw: Raw) => given({ next: text(raw, "next") });
export const organizations = (raw: Raw) =>
  given({ text: text(raw, "text"), ended: oneOf(raw, "ended", YES) });
export const contracts = (raw: Raw) => given({ from: date(raw, "from") });
export const newContract = (raw: Raw) => given({ area: text(raw, "area") });
export const holidays = (raw: Raw) =>
  given({
    profile: oneOf(raw, "profile", PROFILES),
    year: whole(raw, "year", FIRST_YEAR, LAST_YEAR),
  });
export const editHolidays = (raw: Raw) =>
  given({ ...holidays(raw), propose: oneOf(raw, "propose", YES) });
export const people = (raw: Raw) =>
  given({
    text: text(raw, "text"),
    organizationId: text(raw, "organizationId"),
    role: oneOf<Role>(raw, "role", ROLES),
    status: oneOf(raw, "status", STATUSES),
    page: whole(raw, "page", 1, 10_000),
  });
const areaId = (raw: Raw) => text(raw, "area") as ContractAreaId | undefined;
export const fairness = (raw: Raw) =>
  given({ area: areaId(raw), year: whole(raw, "year", FIRST_YEAR, LAST_YEAR) });
const percent = (raw: Raw, key: string) => whole(raw, key, 0, 100);
export const simulation = (raw: Raw): SimulationSearch =>
  given({
    area: areaId(raw),
    arrivals: whole(raw, "arrivals", 1, 500),
    days: whole(raw, "days", 1, 3_650),
    safety: percent(raw, "safety"),
    asked: percent(raw, "asked"),
    lean: percent(raw, "lean"),
    withdrawn: percent(raw, "withdrawn"),
    seed: whole(raw, "seed", 0, 999_999),
    tie: oneOf(raw, "tie", ["ALTERNATE_FROM_LAST", "STARTER_FIRST"] as const),
    scope: oneOf(raw, "scope", ["COMBINED", "PER_SERVICE_TYPE"] as const),
    window: whole(raw, "window", 0, 366),
    overrides: percent(raw, "overrides"),
  });
export const settings = (raw: Raw) => given({ profile: oneOf(raw, "profile", PROFILES) });
export const workbench = (raw: Raw) =>
  given({
    example: text(raw, "example") as ExampleId | undefined,
    version: whole(raw, "version", 1, 1_000_000),
    from: text(raw, "from"),
    case: text(raw, "case") as CaseId | undefined,
  });
export const changeSettings = (raw: Raw) => given({ key: oneOf(raw, "key", SETTING_KEYS) });
export const compareBooks = (raw: Raw): CompareSearch =>
  given({
    profile: oneOf(raw, "profile", PROFILES),
    key: oneOf(raw, "key", SETTING_KEYS),
    first: whole(raw, "first", 0, 1_000_000),
    second: whole(raw, "second", 0, 1_000_000),
  });
