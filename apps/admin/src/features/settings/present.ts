import type { PlainDate } from "@kinward/domain/kernel";
import type { SettingView } from "@kinward/domain/views";
import type { DueState } from "@kinward/ui";
import { labelWords } from "../shared/words.ts";
import { settings as m } from "./messages.ts";
import { valueWords } from "../shared/setting/value-words.ts";
import { settingGroups, settingWords } from "../shared/setting/words.ts";

type Version = SettingView["versions"][number];

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
