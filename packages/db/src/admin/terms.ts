import type { PlainDate } from "@kinward/domain/kernel";

/** A dated row of the database, and a term as a decider wants it from now on. */
export interface Row<Key extends string> {
  readonly rowId: string;
  readonly key: Key;
  readonly fromOn: PlainDate;
  readonly toOn: PlainDate | null;
}
export interface Term<Key extends string> {
  readonly key: Key;
  readonly from: PlainDate;
  readonly to?: PlainDate | undefined;
}

/** What has to be written so that the rows say what the terms say. */
export interface TermChanges<Key extends string> {
  readonly insert: readonly Term<Key>[];
  readonly update: readonly { readonly rowId: string; readonly toOn: PlainDate | null }[];
}

/**
 * Compares rows with the terms that shall stand. Nothing is removed: a row whose term is gone ends on its first day. A
 * term that begins on the day on which another of its key ended goes on in that one's row, since a row has both its days.
 */
export function termChanges<Key extends string>(
  rows: readonly Row<Key>[],
  terms: readonly Term<Key>[],
): TermChanges<Key> {
  const left = new Set(rows);
  const insert: Term<Key>[] = [];
  const update: { rowId: string; toOn: PlainDate | null }[] = [];
  const settle = (row: Row<Key>, toOn: PlainDate | null): void => {
    left.delete(row);
    if (row.toOn !== toOn) update.push({ rowId: row.rowId, toOn });
  };
  for (const term of joined(terms)) {
    const to = term.to ?? null;
    const of = [...left].filter((row) => row.key === term.key);
    const row = of.find((one) => one.fromOn === term.from);
    if (row === undefined) insert.push(term);
    else settle(row, to);
  }
  for (const row of left) if (row.toOn === null || row.toOn > row.fromOn) settle(row, row.fromOn);
  return { insert, update };
}

/** Terms of one key that meet on a day, as one. */
function joined<Key extends string>(terms: readonly Term<Key>[]): readonly Term<Key>[] {
  const result: Term<Key>[] = [];
  for (const term of terms.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const index = result.findIndex((one) => one.key === term.key && one.to === term.from);
    const before = result[index];
    if (before === undefined) result.push(term);
    else result[index] = { ...before, to: term.to };
  }
  return result;
}
