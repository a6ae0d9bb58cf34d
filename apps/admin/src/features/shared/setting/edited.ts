import { SETTINGS, type SettingKey, type SettingValue } from "@kinward/domain/policy";

/** A setting while it is filled in: nothing is preselected. */
export interface EditedSetting {
  readonly key: SettingKey;
  readonly choice?: string;
  readonly number?: number | undefined;
  /** Switched off, where the setting allows it. */
  readonly off: boolean;
  /** A list of codes as it is typed. */
  readonly text: string;
}

export const newEdit = (key: SettingKey): EditedSetting => ({ key, off: false, text: "" });

const CODES = /[\s,;]+/;

/** The value as far as it is filled in. */
export function valueOf(edited: EditedSetting): SettingValue | undefined {
  const { shape } = SETTINGS[edited.key];
  switch (shape.kind) {
    case "yesNo":
      return edited.choice === undefined ? undefined : edited.choice === "yes";
    case "choice":
      return edited.choice as SettingValue | undefined;
    case "whole":
      return edited.off ? null : edited.number;
    case "codes": {
      const codes = edited.text.split(CODES).filter((code) => code !== "");
      return codes.length === 0 ? undefined : codes;
    }
  }
}

/** All values, if every one is filled in. */
export function valuesOf(
  edited: readonly EditedSetting[],
): Readonly<Partial<Record<SettingKey, SettingValue>>> | undefined {
  const pairs = edited.map((one) => [one.key, valueOf(one)] as const);
  return pairs.length === 0 || pairs.some(([, value]) => value === undefined)
    ? undefined
    : Object.fromEntries(pairs);
}
