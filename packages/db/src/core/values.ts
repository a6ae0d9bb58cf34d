import { type RawBuilder, sql } from "kysely";
import { v7 } from "uuid";

/** A new id: a UUIDv7, so that rows made together lie together. */
export const newId = <Id extends string = string>(): Id => v7() as Id;

/** A document as one value; without this an array would become a PostgreSQL array. */
export const json = <T>(value: T): RawBuilder<T> => sql<T>`${JSON.stringify(value)}::jsonb`;

/** A row whose empty columns are missing keys. */
export type Present<Row> = {
  [Key in keyof Row as null extends Row[Key] ? never : Key]: Row[Key];
} & {
  [Key in keyof Row as null extends Row[Key] ? Key : never]?: NonNullable<Row[Key]>;
};

/** Null is how the database says "missing"; beyond this border a missing value is a missing key. */
export function present<Row extends object>(row: Row): Present<Row> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(row)) if (value !== null) kept[key] = value;
  return kept as Present<Row>;
}
