import type { RefusalCode, WarningCode } from "./codes.ts";

/** Values that a sentence about a code needs: ids, dates, counts, names of fields. Never free text of a record. */
export type Params = Readonly<Record<string, string | number | readonly string[]>>;

/** Why an act is refused: a code of the public vocabulary, the field it belongs to, its parameters. */
export interface Refusal {
  readonly code: RefusalCode;
  /** Path of the input field, for example `["members", 2, "dob"]`. */
  readonly path?: readonly (string | number)[];
  readonly params?: Params;
}

/** Something to be shown that refuses nothing. */
export interface Warning {
  readonly code: WarningCode;
  readonly path?: readonly (string | number)[];
  readonly params?: Params;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Warning[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

export const accept = <T>(value: T, warnings: readonly Warning[] = []): Result<T> => ({
  ok: true,
  value,
  warnings,
});
export const refuse = (...refusals: readonly Refusal[]): Result<never> => ({ ok: false, refusals });

/** Code and parameter as one text, `PARENT_NOT_INVITED:sam`, as the requirements and worked cases spell it. */
export const codeText = (entry: { readonly code: string; readonly params?: Params }): string => {
  const of = entry.params?.["of"];
  return of === undefined ? entry.code : [entry.code, ...(Array.isArray(of) ? of : [of])].join(":");
};
