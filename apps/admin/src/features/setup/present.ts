import type { FieldFault } from "@kinward/ui/ErrorSummary";
import type { Choice } from "@kinward/ui/RadioGroup";
import { checkRequired } from "../shared/required.ts";
import { isEmail, isLongEnough } from "../shared/account.ts";
import { setup as m } from "./messages.ts";

export interface SetupValues {
  agencyName: string;
  timeZone: string | undefined;
  name: string;
  email: string;
  password: string;
  token: string;
}

export function checkSetup(values: SetupValues): readonly FieldFault[] {
  const faults = checkRequired(values, m.missing);
  const isMissing = (name: string) => faults.some((fault) => fault.name === name);
  if (!isMissing("email") && !isEmail(values.email))
    faults.push({ name: "email", message: m.emailInvalid });
  if (!isMissing("password") && !isLongEnough(values.password))
    faults.push({ name: "password", message: m.passwordShort });
  return faults;
}

/** Zones of the United States come first; the rest of the world follows. */
const FIRST = [
  "America/Chicago",
  "America/New_York",
  "America/Denver",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Anchorage",
  "Pacific/Honolulu",
  "America/Kentucky/Louisville",
  "America/Puerto_Rico",
];

const zoneWords = (zone: string): string => {
  const name = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longGeneric" })
    .formatToParts(0)
    .find((part) => part.type === "timeZoneName")?.value;
  return `${zone.replaceAll("_", " ")}${name === undefined ? "" : `, ${name}`}`;
};

/** Time zones to search by place or by name ("Central Time"). */
export function zoneChoices(zones: readonly string[]): readonly Choice[] {
  const first = FIRST.filter((zone) => zones.includes(zone));
  const rest = zones.filter((zone) => !first.includes(zone));
  return [...first, ...rest].map((zone) => ({ id: zone, label: zoneWords(zone) }));
}
