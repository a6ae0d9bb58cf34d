import { nicknameGroups } from "./nicknames.ts";
import type { Person, PersonName } from "./person.ts";
import { soundKey } from "./sound-key.ts";

/** `EXACT`: the normalized part; `NICKNAME`: group of a given name; `SOUND`: how a part sounds. */
export type NameKeyKind = "EXACT" | "NICKNAME" | "SOUND";
export type NamePart = "GIVEN" | "FAMILY";

export interface NameKey {
  readonly kind: NameKeyKind;
  readonly part: NamePart;
  readonly key: string;
}

/** Lower case, without accents, apostrophes and hyphens: `O'Brien-Núñez` becomes `obrien nunez`. */
export const normalizeName = (text: string): string =>
  text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/['’‘`.]/gu, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The words of a normalized name part. */
export const nameWords = (text: string | undefined): readonly string[] =>
  text === undefined
    ? []
    : normalizeName(text)
        .split(" ")
        .filter((word) => word !== "");

const keysOfPart = (part: NamePart, words: readonly string[]): readonly NameKey[] =>
  words.flatMap((word) => [
    { kind: "EXACT", part, key: word } as const,
    { kind: "SOUND", part, key: soundKey(word) } as const,
    ...(part === "GIVEN"
      ? nicknameGroups(word).map((key) => ({ kind: "NICKNAME", part, key }) as const)
      : []),
  ]);

const keysOfName = (name: PersonName): readonly NameKey[] => [
  ...keysOfPart("GIVEN", [
    ...nameWords(name.given),
    ...nameWords(name.middle),
    ...nameWords(name.preferred),
  ]),
  ...keysOfPart("FAMILY", nameWords(name.family)),
];

/** The keys under which a person is found, other names included; each once, none empty. To be stored and indexed. */
export const nameKeys = (
  person: PersonName & Pick<Partial<Person>, "otherNames">,
): readonly NameKey[] => {
  const keys = [person, ...(person.otherNames ?? [])]
    .flatMap(keysOfName)
    .filter((key) => key.key !== "");
  return [...new Map(keys.map((key) => [`${key.kind} ${key.part} ${key.key}`, key])).values()];
};
