import { addDays, isPlainDate, type PlainDate } from "../kernel/plain-date.ts";
import { nameKeys, type NameKey, nameWords, type NamePart } from "./name-keys.ts";
import { nicknameGroups } from "./nicknames.ts";
import type { Person, PersonName } from "./person.ts";
import { soundKey } from "./sound-key.ts";

/** What somebody looks for: parts of a name as typed, and a birth date where it is known. */
export interface PersonQuery {
  readonly given?: string;
  readonly family?: string;
  /** Words of which nobody said whether they are given or family names. */
  readonly words?: readonly string[];
  readonly birthDate?: PlainDate;
}

export type MatchReason = "SAME_NAME" | "NICKNAME" | "SOUNDS_LIKE" | "SIMILAR" | "BIRTH_DATE";

export interface Match {
  /** 0 to 100; for the order of a list, never shown as a probability. */
  readonly score: number;
  readonly why: readonly MatchReason[];
}

/** Reads a search text: `Maria Lopez 2019-03-04`, `lopez, maria`, `3/4/2019`. */
export const parsePersonQuery = (text: string): PersonQuery => {
  const birthDate = findDate(text);
  const rest = text.replaceAll(DATE, " ");
  const [family, given] = rest.split(",");
  const date = birthDate === undefined ? {} : { birthDate };
  if (family !== undefined && given !== undefined && given.trim() !== "")
    return { family, given, ...date };
  return { words: nameWords(rest), ...date };
};

const DATE = /\b(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})\/(\d{1,2})\/(\d{4}))\b/g;

const findDate = (text: string): PlainDate | undefined => {
  const [found] = text.matchAll(DATE);
  if (found === undefined) return undefined;
  const [, y1, m1, d1, m2, d2, y2] = found;
  const [year, month, day] = [y1 ?? y2, m1 ?? m2, d1 ?? d2].map(Number);
  return realDate(year ?? 0, month ?? 0, day ?? 0);
};

const realDate = (year: number, month: number, day: number): PlainDate | undefined => {
  const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isPlainDate(text) ? text : undefined;
};

/** One word of a search, normalized, with the parts of a name that it may stand for. */
export interface AskedWord {
  readonly word: string;
  readonly parts: readonly NamePart[];
}

/** The words of a search; a person has to fit each of them. */
export const askedWords = (query: PersonQuery): readonly AskedWord[] => [
  ...nameWords(query.given).map((word): AskedWord => ({ word, parts: ["GIVEN"] })),
  ...nameWords(query.family).map((word): AskedWord => ({ word, parts: ["FAMILY"] })),
  ...(query.words ?? []).map((word): AskedWord => ({ word, parts: ["GIVEN", "FAMILY"] })),
];

/**
 * The keys of names that a word fits: whoever fits the word has one of them, so that an index finds everyone.
 * @param similar words in use that resemble it; those that fit by more than chance are taken up
 */
export const keysOfWord = (
  { word, parts }: AskedWord,
  similar: readonly string[],
): readonly NameKey[] =>
  parts.flatMap((part) => [
    ...nameKeys(part === "GIVEN" ? { given: word } : { family: word }),
    ...similar
      .filter((known) => known !== word && fitOf(word, known, part) !== undefined)
      .map((key) => ({ kind: "EXACT", part, key }) as const),
  ]);

/**
 * How well a person fits a search, with the reasons; undefined where nothing but chance speaks for it. Every word of
 * the search has to fit a word of the name, exactly, by nickname, by sound, or with one letter wrong.
 */
export const scoreMatch = (query: PersonQuery, person: Person): Match | undefined => {
  const birth = birthScore(query.birthDate, person.birthDate);
  const fits = askedWords(query).map((asked) => bestFit(asked, person));
  if (fits.length === 0)
    return birth === EQUAL_DAY ? { score: 60, why: ["BIRTH_DATE"] } : undefined;
  if (fits.some((fit) => fit === undefined)) return undefined;
  const found = fits.filter((fit) => fit !== undefined);
  const name = found.reduce((sum, fit) => sum + fit.score, 0) / found.length;
  // A different birth date speaks against a name that many share.
  const score =
    query.birthDate === undefined || person.birthDate === undefined
      ? name * 0.9
      : name * 0.8 + birth;
  const why = [...new Set(found.map((fit) => fit.why))];
  return { score: Math.max(0, Math.round(score)), why: birth > 0 ? [...why, "BIRTH_DATE"] : why };
};

const EQUAL_DAY = 20;

const birthScore = (asked: PlainDate | undefined, known: PlainDate | undefined): number => {
  if (asked === undefined || known === undefined) return 0;
  if (asked === known) return EQUAL_DAY;
  return nearDates(asked).includes(known) ? 10 : -15;
};

/** A birth date as it may have been misheard or mistyped: days near by, a year apart, month and day exchanged. */
export const nearDates = (day: PlainDate): readonly PlainDate[] => {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split("-").map(Number);
  const others = [
    realDate(year - 1, month, dayOfMonth),
    realDate(year + 1, month, dayOfMonth),
    realDate(year, dayOfMonth, month),
  ];
  // Beside the first and the last day that can be written there is none.
  return [...[-3, -2, -1, 0, 1, 2, 3].map((days) => addDays(day, days)), ...others].filter(
    (one) => one !== undefined && isPlainDate(one),
  );
};

interface Fit {
  readonly score: number;
  readonly why: MatchReason;
}

const bestFit = ({ word, parts }: AskedWord, person: Person): Fit | undefined =>
  [person, ...(person.otherNames ?? [])]
    .flatMap((name) =>
      parts.flatMap((part) => wordsOf(name, part).map((known) => ({ known, part }))),
    )
    .map(({ known, part }) => fitOf(word, known, part))
    .reduce<Fit | undefined>(
      (a, b) => (b !== undefined && (a === undefined || b.score > a.score) ? b : a),
      undefined,
    );

const wordsOf = (name: PersonName, part: NamePart): readonly string[] =>
  part === "GIVEN"
    ? [name.given, name.middle, name.preferred].flatMap(nameWords)
    : nameWords(name.family);

const fitOf = (word: string, candidate: string, part: NamePart): Fit | undefined => {
  if (word === candidate) return { score: 100, why: "SAME_NAME" };
  const groups = part === "GIVEN" ? nicknameGroups(word) : [];
  if (groups.some((group) => nicknameGroups(candidate).includes(group)))
    return { score: 85, why: "NICKNAME" };
  // The beginning of a name while it is typed.
  if (word.length >= 3 && candidate.startsWith(word)) return { score: 80, why: "SIMILAR" };
  if (word.length >= 2 && soundKey(word) !== "" && soundKey(word) === soundKey(candidate))
    return { score: 75, why: "SOUNDS_LIKE" };
  return word.length >= 4 && isOneEditApart(word, candidate)
    ? { score: 65, why: "SIMILAR" }
    : undefined;
};

/** One letter more, less, other, or two neighbors exchanged. */
const isOneEditApart = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
};
