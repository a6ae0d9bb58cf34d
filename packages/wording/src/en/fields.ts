import { labelOf } from "../lib/params.ts";
import { dates } from "./dates.ts";
import { labels } from "./labels.ts";

/** What the columns of a case are called, `table.column` where one name means several things. */
const FIELDS: Readonly<Record<string, string>> = {
  number: "Case number",
  profile: "Kind of case",
  family_name: "Family name",
  opened_on: "Opened",
  opening_basis: "Opening basis",
  assigned_on: "Assigned to the worker",
  closed_on: "Closed",
  cultural_notes: "Cultural notes",
  languages: "Languages",
  interpreter_needed: "Interpreter needed",
  needs_confirmed: "Language and culture confirmed by the Department",
  role: "Role",
  from_on: "From",
  to_on: "Until",
  on_date: "Day",
  mode: "How",
  place: "Place",
  starts_at: "Began at",
  minutes: "Minutes",
  interpreter: "Interpreter",
  safety_concern: "Safety concern",
  notes: "Notes",
  people: "People",
  counts_as: "Whose staff",
  "contact.withdrawn": "Entered in error",
  "episode.withdrawn": "Referral taken back before services began",
  key: "Duty",
  note: "Note",
  no: "Number of the services",
  service_type: "Services",
  effective_date: "Effective date",
  last_service_day: "Last service day",
  seq: "Turn",
  times: "Contacts",
  per: "In each",
  source: "Set by",
  approved_on: "Approved",
  kind: "Kind",
  notified_department_on: "Department told",
  who: "Who",
  received_on: "Notice read",
  setting: "Lives in",
  state: "State",
  address: "Address",
  confirmed: "Confirmed by the Department",
  joined_on: "In the case from",
  left_on: "In the case until",
  left_because: "Left because",
  continues_past_majority: "Services go on past 18",
  basis: "Basis",
  meets_opening_criteria: "Meets the criteria for opening services",
  sibling_kind: "Kind of sibling",
  caretaker_kind: "Kind of caretaker",
  purpose: "Purpose",
  given: "Given name",
  middle: "Middle name",
  family: "Family name",
  suffix: "Suffix",
  preferred: "Called",
  other_names: "Other names",
  birth_date: "Born",
  birth_date_kind: "How exact the birth date is",
  deceased_on: "Died",
  sex: "Sex",
  phone: "Phone",
  email: "E-mail",
  merged_into: "Merged into another record",
  organization_name: "Organization",
  risks: "Risks",
  override: "Continuity override",
  submitted_at: "Submitted",
  acknowledged_at: "Acknowledged",
  withdrawn_on: "Withdrawn",
  withdrawal_reversed: "Turn given back",
  transfer_reason: "Why services were transferred",
  ended_previous: "Ended the services before",
  signed_on: "Signed",
  parent_kind: "Kind of parent",
  type: "Task",
  worker_present: "Department worker present",
  stated_meeting_date: "Meeting date told",
  parts: "What was handed over",
  read_at: "Read",
};

/** Codes of a column in words. */
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  profile: labels.profile,
  opening_basis: labels.openingBasis,
  role: labels.memberRole,
  mode: labels.mode,
  place: labels.place,
  interpreter: labels.interpreterUse,
  service_type: labels.serviceType,
  source: labels.frequencySource,
  setting: labels.setting,
  basis: labels.basis,
  sibling_kind: labels.siblingKind,
  caretaker_kind: labels.caretakerKind,
  purpose: labels.purpose,
  birth_date_kind: labels.birthDateKind,
  "relationship.kind": labels.relationship,
  "case_team.role": labels.role,
};
const YES_NO: Readonly<Record<string, string>> = { true: "Yes", false: "No" };

/** The word for a column of a table; undefined where there is none of its own. */
export const fieldWord = (table: string, field: string): string | undefined =>
  FIELDS[`${table}.${field}`] ?? FIELDS[field];

/** A value of a column in words: dates, codes, yes and no; anything else as it stands. */
export function fieldValue(table: string, field: string, value: string, today?: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(value)) return dates.date(value, { today, style: "day" });
  if (field === "languages")
    return value
      .split(", ")
      .map((code) => labelOf(labels.language, code))
      .join(", ");
  const words = VALUES[`${table}.${field}`] ?? VALUES[field];
  return words === undefined ? (YES_NO[value] ?? value) : labelOf(words, value);
}
