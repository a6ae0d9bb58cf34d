import type { Chance } from "./random.ts";

const FAMILY_BEGINNINGS =
  "Maple Thistle Bramble Willow Juniper Clover Fern Hazel Rowan Sorrel Teasel Yarrow Larch Alder Barley Bracken Quill Pebble Lantern Meadow".split(
    " ",
  );
const FAMILY_ENDINGS = "thorn feather brook wick dale ford ley more stead croft well field".split(
  " ",
);
const GIVEN_NAMES = {
  FEMALE:
    "Alma Beatriz Carmen Daisy Elena Fatima Grace Hana Ines Jada Kira Lucia Mina Nadia Opal Paloma Rosa Sofia Tessa Vera Willa Yara Zoe Ada Iris Leila Maya Nora".split(
      " ",
    ),
  MALE: "Abel Bruno Caleb Diego Elias Felix Gabriel Hugo Ivan Jonas Kofi Leo Mateo Nico Omar Pablo Quinn Rafael Samir Tomas Victor Wendell Yusuf Zane Amos Dario Emil Luis".split(
    " ",
  ),
} as const;
export type Sex = keyof typeof GIVEN_NAMES;

/** A family name that nobody bears: two words of plants and places. */
export const familyName = (chance: Chance): string =>
  chance.pick(FAMILY_BEGINNINGS) + chance.pick(FAMILY_ENDINGS);

/** A given name that is not among those already used in the family. */
export const givenName = (chance: Chance, sex: Sex, used: Set<string>): string => {
  const free = GIVEN_NAMES[sex].filter((name) => !used.has(name));
  const name = chance.pick(free.length > 0 ? free : GIVEN_NAMES[sex]);
  used.add(name);
  return name;
};

const STREETS = "Acorn Birch Cedar Dogwood Elder Foxglove Goldenrod Hawthorn Ivy Jasmine".split(
  " ",
);
const TOWNS = "Samplebury Testerton Mockville Fictional Falls Exampleton".split(/ (?!Falls)/);

/** An address in a town that does not exist. */
export const address = (chance: Chance, state = "IA"): string =>
  `${chance.whole(100, 9_900)} ${chance.pick(STREETS)} Street, ${chance.pick(TOWNS)}, ${state}`;
