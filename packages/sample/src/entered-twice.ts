import type { PlainDate } from "@kinward/domain/kernel";
import type { DraftPerson, SampleFamily } from "./family.ts";

/** What somebody is called at home; only names of which the sample has any. */
const CALLED: Readonly<Record<string, string>> = {
  Diego: "Santiago",
  Gabriel: "Gabe",
  Leo: "Leonardo",
  Luis: "Lucho",
  Mateo: "Teo",
  Rafael: "Rafa",
  Victor: "Vic",
};
/** Names of twins that sound alike, and are two. */
const TWIN_OF: Readonly<Record<string, string>> = {
  Elena: "Elina",
  Emil: "Emilio",
  Hana: "Hanna",
  Jada: "Jade",
  Jonas: "Jonah",
  Maya: "Mya",
  Mina: "Mila",
  Nora: "Norah",
  Sofia: "Sonia",
  Tomas: "Thomas",
};

type Name = Pick<DraftPerson, "given" | "family" | "birthDate">;

/** Two letters in the wrong order, as somebody in a hurry types. */
const misspelt = (name: string): string => {
  const at = name.length - 4;
  return `${name.slice(0, at)}${name.charAt(at + 1)}${name.charAt(at)}${name.slice(at + 2)}`;
};
/** The day for the month and the month for the day, where that is a date too. */
const swapped = (date: PlainDate): PlainDate | undefined => {
  const [year, month, day] = date.split("-");
  return Number(day) > 12 || day === month ? undefined : (`${year}-${day}-${month}` as PlainDate);
};

/** How a person comes to stand in the record twice: what the second worker wrote down, or nothing where it does not fit. */
const SLIPS: readonly ((person: DraftPerson) => Name | undefined)[] = [
  ({ given, ...rest }) => {
    const called = CALLED[given ?? ""];
    return called === undefined ? undefined : { ...rest, given: called };
  },
  ({ birthDate, ...rest }) => {
    const other = birthDate && swapped(birthDate);
    return other === undefined ? undefined : { ...rest, birthDate: other };
  },
  ({ family = "", ...rest }) => ({ ...rest, family: misspelt(family) }),
];

/** Every so many fathers who live elsewhere are those of an earlier family too. */
const FATHERS = 3;
/** Every so many families that could have twins have some. */
const TWINS = 6;

/**
 * Makes some people of new families the same as of earlier ones, entered a second time by someone who did not search, and
 * some brothers and sisters twins, so that there is something to look at and something to leave as it is. It draws no
 * chances, so that the rest of the story stays the same.
 */
export const enteringTwice = (): ((family: SampleFamily) => SampleFamily) => {
  const known: DraftPerson[] = [];
  let [fathers, families, pairs] = [0, 0, 0];

  /** The same man as in an earlier family, with the next slip that fits one of them. */
  const again = (father: DraftPerson): DraftPerson => {
    const slip = SLIPS[pairs % SLIPS.length];
    for (const [index, person] of known.entries()) {
      const name = slip?.(person);
      if (name === undefined) continue;
      pairs += 1;
      known.splice(index, 1);
      const { given, family, birthDate } = name;
      return {
        ...father,
        ...(given !== undefined && { given }),
        ...(family !== undefined && { family }),
        ...(birthDate !== undefined && { birthDate }),
      };
    }
    known.push(father);
    return father;
  };
  const asKnown = (person: DraftPerson): DraftPerson => {
    if (person.ref !== "parent2" || person.living?.setting !== "NONRESIDENT") return person;
    fathers += 1;
    if (fathers % FATHERS === 0) return again(person);
    known.push(person);
    return person;
  };

  return (family) => {
    const people = family.people.map(asKnown);
    const [one, two] = ["child1", "child2"].map((ref) => people.find((each) => each.ref === ref));
    const given = TWIN_OF[one?.given ?? ""];
    const mayBeTwins = given !== undefined && one?.sex === two?.sex && one?.birthDate !== undefined;
    if (one === undefined || two === undefined || !mayBeTwins) return { ...family, people };
    families += 1;
    if (families % TWINS !== 1) return { ...family, people };
    const twin = { ...two, given, ...(one.birthDate && { birthDate: one.birthDate }) };
    return { ...family, people: people.map((each) => (each === two ? twin : each)) };
  };
};
