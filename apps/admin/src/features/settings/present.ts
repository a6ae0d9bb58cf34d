import type { PlainDate } from "@kinward/domain/kernel";
import {
  SETTINGS,
  type SettingKey,
  type SettingUnit,
  type SettingValue,
} from "@kinward/domain/policy";
import type { SettingView } from "@kinward/domain/views";
import type { DueState } from "@kinward/ui";
import { dateWords, labelWords } from "../shared/words.ts";
import { settings as m } from "./messages.ts";
import { choiceWords, choiceWordsOf, settingGroups, settingWords } from "./words.ts";

type Version = SettingView["versions"][number];

/** A value in words: "5 business days", "Yes", "Not used", "Calendar weeks". */
export function valueWords(key: SettingKey, value: SettingValue): string {
  if (value === null) return m.off;
  if (typeof value === "boolean") return value ? m.yes : m.no;
  if (typeof value === "number") {
    const { shape } = SETTINGS[key];
    return shape.kind === "whole" ? dateWords.count(value, shape.unit) : String(value);
  }
  const choice = (code: string) => choiceWordsOf[key]?.[code] ?? choiceWords[code] ?? code;
  return typeof value === "string" ? choice(value) : value.map(choice).join(", ");
}

/** The unit of a number field: "days". */
export const unitWords = (unit: SettingUnit): string => dateWords.count(2, unit).replace(/^2 /, "");

export const inForceVersion = (setting: SettingView): Version | undefined =>
  setting.versions.find((version) => version.inForce);

/** "Iowa, Topic 6, lines 60-63" of "IA_TOPIC_6:60-63"; other sources stand as they are. */
export function citeWords(cite: string): string {
  const parts = /^(IA_TOPIC_6|KY_SOP_3_4)[\s:]+(.+)$/.exec(cite);
  const text = parts?.[1] as keyof typeof labelWords.policyText | undefined;
  return text === undefined ? cite : m.linesOf(labelWords.policyText[text], parts?.[2] ?? "");
}

/** Where a version stands: in force, coming, former. */
export function versionState(
  version: Version & { readonly waits?: true },
  today: PlainDate,
): { readonly look: DueState; readonly word: string } {
  if (version.waits) return { look: "waiting", word: m.needsSecond };
  if (version.inForce) return { look: "done", word: m.inForce };
  return version.validFrom !== undefined && version.validFrom > today
    ? { look: "later", word: m.coming }
    : { look: "notDue", word: m.former };
}

/** The settings whose words or value hold the text that was typed. */
export const shownSettings = (
  all: readonly SettingView[],
  typed: string,
): readonly SettingView[] => {
  const wanted = typed.trim().toLowerCase();
  return all.filter((setting) => {
    const { name, decides } = settingWords[setting.key];
    const value = inForceVersion(setting)?.value;
    const words = [name, decides, setting.decision, setting.key];
    if (value !== undefined) words.push(valueWords(setting.key, value));
    return words.some((word) => word.toLowerCase().includes(wanted));
  });
};

/** The settings under their headings; headings without one are left out by the table. */
export const groupsOf = (settings: readonly SettingView[]) =>
  settingGroups.map(({ label, keys }) => ({
    id: label,
    label,
    rows: keys.flatMap((key) => settings.find((setting) => setting.key === key) ?? []),
  }));
