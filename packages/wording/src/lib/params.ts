import type { Params } from "@kinward/domain/kernel";

/** One parameter as text; empty when it is missing, so that a sentence can leave its part out. */
export const text = (params: Params, name: string): string => {
  const value = params[name];
  return value === undefined ? "" : Array.isArray(value) ? value.join(", ") : String(value);
};

export const list = (params: Params, name: string): readonly string[] => {
  const value = params[name];
  return value === undefined ? [] : Array.isArray(value) ? value : [String(value)];
};

export const number = (params: Params, name: string): number | undefined => {
  const value = params[name];
  return typeof value === "number" ? value : undefined;
};

/** `words(value)` when there is a value, else nothing. */
export const when = (value: string, words: (value: string) => string): string =>
  value === "" ? "" : words(value);

/** The label of a code, or the code itself: a record may be newer than the words. */
export const labelOf = (labels: Readonly<Record<string, string>>, code: string): string =>
  labels[code] ?? code;
