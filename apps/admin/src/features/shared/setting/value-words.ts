import {
  SETTINGS,
  type SettingKey,
  type SettingUnit,
  type SettingValue,
} from "@kinward/domain/policy";
import { dateWords } from "../words.ts";
import { setting as m } from "./messages.ts";
import { choiceWords, choiceWordsOf } from "./words.ts";

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
