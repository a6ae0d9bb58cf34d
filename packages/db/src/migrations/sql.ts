/** Columns of a row whose former versions are kept (see `keep_history`). */
export const VERSIONED = `
  version integer NOT NULL DEFAULT 1,
  known_from timestamptz NOT NULL DEFAULT now(),
  command_id uuid`;

/** Checks that a dated row does not end before it begins; both days are inclusive and either may be open. */
export const inOrder = (from: string, to: string): string =>
  `CHECK (${from} IS NULL OR ${to} IS NULL OR ${from} <= ${to})`;

/** No two rows of the same key on one day. */
export const noOverlap = (
  keys: readonly string[],
  from: string,
  to: string,
  where?: string,
): string =>
  `EXCLUDE USING gist (${keys.map((key) => `${key} WITH =`).join(", ")}, daterange(${from}, ${to}, '[]') WITH &&)` +
  (where === undefined ? "" : ` WHERE (${where})`);

export const oneOf = (column: string, values: readonly string[]): string =>
  `CHECK (${column} IN (${values.map((value) => `'${value}'`).join(", ")}))`;

/** Lets a column hold more than `oneOf` said, whatever was added to it since. */
export const alsoOneOf = (table: string, column: string, values: readonly string[]): string => `
DO $do$
DECLARE
  name text := '${table}_${column}_check';
  known text := (SELECT pg_get_constraintdef(k.oid) FROM pg_constraint k WHERE k.conrelid = 'app.${table}'::regclass AND k.conname = name);
BEGIN
  EXECUTE format('ALTER TABLE app.${table} DROP CONSTRAINT %I, ADD CONSTRAINT %I %s', name, name,
    replace(known, '])', $also$${values.map((value) => `, '${value}'::text`).join("")}])$also$));
END $do$;`;

export const everyOf = (column: string, values: readonly string[]): string =>
  `CHECK (${column} <@ ARRAY[${values.map((value) => `'${value}'`).join(", ")}]::text[])`;

/**
 * Keeps former rows of a table. `key` names the columns that identify a row; `derived` those whose change is no new
 * version, because they can be computed again from the rest.
 */
export const keepHistory = (
  table: string,
  key: readonly string[],
  derived: readonly string[] = [],
): string => `
CREATE TRIGGER keep_history BEFORE INSERT OR UPDATE OR DELETE ON app.${table}
  FOR EACH ROW EXECUTE FUNCTION app.keep_history('${key.join(",")}', '${derived.join(",")}');`;
