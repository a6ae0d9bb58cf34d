import { isPlainDate, type PlainDate } from "@kinward/domain/kernel";
import type { ChangeEntry } from "@kinward/domain/views";
import { formatDate } from "@kinward/ui";
import { activityWords, kindOfOrganizationWords } from "./code-words.ts";
import { changeFields, shared as m } from "./messages.ts";
import { labelWords } from "./words.ts";

type FieldChange = ChangeEntry["changes"][number];

/** Codes that a column keeps, with their words. */
const CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "contract.capacities": activityWords,
  "organization.kinds": kindOfOrganizationWords,
  "staff.languages": labelWords.language,
  "staff_role.role": labelWords.role,
  "contract.position": { 1: m.changes.first, 2: m.changes.second },
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const labelOf = (field: string): string | undefined =>
  changeFields[field as keyof typeof changeFields];

const money = (cents: string): string =>
  new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" }).format(
    Number(cents) / 100,
  );

/** One value in words: dates by name, codes by their words, amounts in dollars. */
function valueWords(field: string, value: string): string {
  if (isPlainDate(value)) return formatDate(value as PlainDate, "en-US", { style: "day" });
  if (field === "contract_rate.cents") return money(value);
  return CODES[field]?.[value] ?? value;
}

const listOf = (value: string | undefined): readonly string[] | undefined => {
  if (value === undefined || !value.startsWith("[")) return undefined;
  const parsed: unknown = JSON.parse(value);
  return Array.isArray(parsed) ? parsed.map(String) : undefined;
};

function listLine(label: string, { field, before, after }: FieldChange): string | undefined {
  const was = listOf(before);
  const is = listOf(after);
  if (was === undefined && is === undefined) return undefined;
  const words = (codes: readonly string[]) =>
    codes.map((code) => valueWords(field, code)).join(", ");
  const added = (is ?? []).filter((code) => was?.includes(code) !== true);
  const removed = (was ?? []).filter((code) => is?.includes(code) !== true);
  const parts = [
    ...(added.length > 0 ? [m.changes.listAdded(words(added))] : []),
    ...(removed.length > 0 ? [m.changes.listRemoved(words(removed))] : []),
  ];
  return parts.length === 0 ? undefined : `${label}: ${parts.join("; ")}`;
}

/**
 * What happened to one field, in words. Columns without words of their own, moments that the title tells and links to
 * other records are left out or told without their value: an id says nothing to a reader.
 */
export function fieldLine(change: FieldChange): string | undefined {
  const { field, before, after } = change;
  const label = labelOf(field);
  if (label === undefined) return undefined;
  if ([before, after].some((value) => value !== undefined && UUID.test(value)))
    return m.changes.replaced(label);
  const list = listLine(label, change);
  if (list !== undefined) return list;
  const words = (value: string) => valueWords(field, value);
  if (before === undefined) return m.changes.added(label, words(after ?? ""));
  if (after === undefined) return m.changes.removed(label, words(before));
  return m.changes.changed(label, words(before), words(after));
}
