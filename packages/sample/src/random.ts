/** Chance that repeats itself: the same seed gives the same agency, whatever machine it is made on. */
export interface Chance {
  /** 0 (included) to 1 (excluded). */
  readonly next: () => number;
  /** Whole number from `from` to `to`, both included. */
  readonly whole: (from: number, to: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  /** A stream of its own, so that one more question here changes no answer there. */
  readonly branch: (name: string) => Chance;
}

/** Mixes a text into 32 bits (FNV-1a). */
const seedOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
};

export const chanceOf = (seed: string): Chance => {
  let state = seedOf(seed);
  // mulberry32: small and good enough for invented families.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    happens: (probability) => next() < probability,
    pick: (from) => {
      const chosen = from[whole(0, from.length - 1)];
      if (chosen === undefined) throw new Error("nothing to pick from");
      return chosen;
    },
    branch: (name) => chanceOf(`${seed}/${name}`),
  };
};

/** Ids in the shape of UUIDv7, made from the moment and from chance, so that they too repeat themselves. */
export const idMaker = (chance: Chance) => {
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => chance.whole(0, 15).toString(16)).join("");
  return <Id extends string>(at: string): Id => {
    const time = Date.parse(at).toString(16).padStart(12, "0");
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${chance.pick(["8", "9", "a", "b"])}${hex(3)}-${hex(12)}` as Id;
  };
};
export type IdMaker = ReturnType<typeof idMaker>;
