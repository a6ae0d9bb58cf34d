/**
 * How a name sounds, as a short key: our own reduction in the manner of Metaphone, made for names as they are heard and
 * misspelled in US English and Spanish. Consonants that sound alike become one letter, repeated sounds become one,
 * vowels count only at the beginning. `catherine` and `kathryn` give `K0RN`, `hernandez` and `ernandes` give `ARNTS`.
 * Takes a normalized word (`normalizeName`).
 */
export const soundKey = (word: string): string => {
  let rest = word.replaceAll(/[^a-z]/g, "");
  for (const [beginning, sound] of BEGINNINGS) rest = rest.replace(beginning, sound);
  let key = "";
  while (rest !== "") {
    const [sound, length] = firstSound(rest);
    if (sound === VOWEL) key ||= VOWEL;
    else if (!key.endsWith(sound)) key += sound;
    rest = rest.slice(length);
  }
  return key.slice(0, 8);
};

const VOWEL = "A";

/** Letters that are silent or sound otherwise at the beginning of a word; in Spanish h is silent everywhere. */
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/^[kgp]n/, "n"],
  [/^wr/, "r"],
  [/^ps/, "s"],
  [/^wh/, "w"],
  [/^h(?=[aeiou])/, ""],
];

/** Letters at the beginning of the rest and their sound: the first row that fits. What fits none is a vowel. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^ght/, "T"],
  [/^gh/, ""],
  [/^(?:sch|tch|sh|ch)/, "X"],
  [/^th/, "0"],
  [/^ph|^f/, "F"],
  [/^(?:dg(?=[eiy])|g(?=[eiy])|j)/, "J"],
  [/^(?:ck|cq|qu?|c(?![eiy])|k|g)/, "K"],
  [/^[cszx]/, "S"],
  [/^[bv]/, "B"],
  [/^[dt]/, "T"],
  [/^l/, "L"],
  [/^(?:m|n(?=[bpv]))/, "M"],
  [/^n/, "N"],
  [/^p/, "P"],
  [/^r/, "R"],
  [/^[wy](?=[aeiou])/, "W"],
  [/^[hw]/, ""],
];

const firstSound = (rest: string): readonly [sound: string, length: number] => {
  for (const [letters, sound] of SOUNDS) {
    const found = letters.exec(rest);
    if (found !== null) return [sound, found[0].length];
  }
  return [VOWEL, 1];
};
