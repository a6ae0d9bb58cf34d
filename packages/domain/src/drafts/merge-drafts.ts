/** A form as it was typed, as JSON. */
export type DraftContent = Readonly<Record<string, unknown>>;

/** The two copies of a draft that was written in two places. */
export type DraftSide = "HERE" | "THERE";

/** What goes on: one of the two, or of texts and lists both. */
export type DraftChoice = DraftSide | "BOTH";

/** An answer that the two copies give differently. */
export interface DraftDifference {
  /** Keys of the form; an entry of a list goes by its `ref`. */
  readonly path: readonly string[];
  /** Missing: not answered there. */
  readonly here?: unknown;
  readonly there?: unknown;
  /** The only side that changed it since the copies were one: nothing speaks against it. */
  readonly changed?: DraftSide;
}

/**
 * What two copies of one draft say differently, answer by answer and in the order of the form.
 * @param base what both began with, where that is known
 */
export function differingAnswers(
  here: DraftContent,
  there: DraftContent,
  base?: DraftContent,
): readonly DraftDifference[] {
  const found: DraftDifference[] = [];
  walk([], here, there, base, (difference, before) => {
    const changed =
      base === undefined
        ? undefined
        : isSame(before, difference.here)
          ? "THERE"
          : isSame(before, difference.there)
            ? "HERE"
            : undefined;
    found.push({ ...difference, ...(changed && { changed }) });
    return undefined;
  });
  return found;
}

/** One draft of two: all that they share, and of each answer that differs what was chosen. */
export const mergeDrafts = (
  here: DraftContent,
  there: DraftContent,
  choose: (difference: DraftDifference) => DraftChoice,
): DraftContent =>
  (walk([], here, there, undefined, (difference) => chosen(difference, choose(difference))) ??
    {}) as DraftContent;

/** Whether an answer can keep what both sides say: two texts one below the other, or two lists as one. */
export const canKeepBoth = ({ here, there }: DraftDifference): boolean =>
  (typeof here === "string" && typeof there === "string") ||
  (Array.isArray(here) && Array.isArray(there));

function chosen({ here, there }: DraftDifference, choice: DraftChoice): unknown {
  if (choice === "HERE") return here;
  if (choice === "THERE") return there;
  if (typeof here === "string" && typeof there === "string")
    return here.includes(there) ? here : there.includes(here) ? there : `${here}\n\n${there}`;
  if (Array.isArray(here) && Array.isArray(there))
    return [...here, ...there.filter((one) => !here.some((other) => isSame(one, other)))];
  return here ?? there;
}

/** Goes through both copies at once: what is the same stays, and what differs is as `leaf` says. */
function walk(
  path: readonly string[],
  here: unknown,
  there: unknown,
  base: unknown,
  leaf: (difference: DraftDifference, base: unknown) => unknown,
): unknown {
  if (isSame(here, there)) return here;
  const step = (key: string, of: (side: unknown) => unknown): unknown =>
    walk([...path, key], of(here), of(there), of(base), leaf);
  if (isListed(here) && isListed(there)) {
    const refs = new Set([...entries(here), ...entries(there)].map(({ ref }) => ref));
    const merged = [...refs].map((ref) =>
      step(ref, (side) => entries(side).find((entry) => entry.ref === ref)),
    );
    return orMissing(merged.filter((entry) => entry !== undefined));
  }
  // An entry that only one side has is taken or left as a whole.
  if (isForm(here) && isForm(there) && isEntry(here) === isEntry(there)) {
    const keys = new Set([...Object.keys(here ?? {}), ...Object.keys(there ?? {})]);
    const merged = [...keys].map((key) => [key, step(key, (side) => valueOf(side, key))] as const);
    return orMissing(Object.fromEntries(merged.filter(([, value]) => value !== undefined)));
  }
  return leaf(
    { path, ...(here !== undefined && { here }), ...(there !== undefined && { there }) },
    base,
  );
}

type Entry = DraftContent & { readonly ref: string };

const isObject = (value: unknown): value is DraftContent =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A part of the form, or one that was not begun. */
const isForm = (value: unknown): value is DraftContent | undefined =>
  value === undefined || isObject(value);

const isEntry = (value: unknown): value is Entry => typeof valueOf(value, "ref") === "string";

/** A list whose entries have names of their own, or one that was not begun. */
const isListed = (value: unknown): value is readonly Entry[] | undefined =>
  value === undefined ||
  (Array.isArray(value) &&
    value.every(isEntry) &&
    new Set(value.map(({ ref }) => ref)).size === value.length);

const entries = (value: unknown): readonly Entry[] =>
  Array.isArray(value) ? value.filter(isEntry) : [];

const valueOf = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** A part of which nothing is left is not there. */
const orMissing = <T extends object>(part: T): T | undefined =>
  Object.keys(part).length === 0 ? undefined : part;

function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, at) => isSame(one, b[at]));
  if (!isObject(a) || !isObject(b)) return Object.is(a, b);
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
  );
}
