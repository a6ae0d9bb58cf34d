import type { DraftMember, ReferralDraft } from "@kinward/domain/assignment";
import type { PersonView } from "@kinward/domain/views";

export type Key = string | number;

/** Changes one answer; an answer that is taken back is a missing key again, and so is a part without answers. */
export function setIn<T>(content: T, path: readonly Key[], value: unknown): T {
  const [key, ...rest] = path;
  if (key === undefined) return value as T;
  if (typeof key === "number") {
    const list = [...((content as readonly unknown[] | undefined) ?? [])];
    list[key] = setIn(list[key], rest, value) ?? {};
    return list as T;
  }
  const { [key]: before, ...others } = (content ?? {}) as Record<string, unknown>;
  const next = setIn(before, rest, value);
  return (isEmpty(next) ? others : { ...others, [key]: next }) as T;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === "" ||
  (Array.isArray(value)
    ? value.length === 0
    : typeof value === "object" && value !== null && Object.keys(value).length === 0);

export const getIn = (content: unknown, path: readonly Key[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null
        ? (value as Record<Key, unknown>)[key]
        : undefined,
    content,
  );

export const membersOf = (content: ReferralDraft): readonly DraftMember[] =>
  content.family?.members ?? [];

export const memberName = (
  member: Pick<DraftMember, "given" | "middle" | "family" | "suffix" | "preferred">,
  unnamed: string,
): string =>
  [member.preferred ?? member.given, member.family, member.suffix]
    .filter((part) => part !== undefined && part !== "")
    .join(" ") || unnamed;

/** Name of the family for titles of drafts: the children's family names, else anyone's. */
export function familyOf(content: ReferralDraft): string | undefined {
  const members = membersOf(content);
  const children = members.filter((member) => member.role === "CHILD");
  const names = [
    ...new Set(
      (children.length > 0 ? children : members).flatMap((member) => member.family?.trim() || []),
    ),
  ];
  return names.length === 0 ? undefined : names.slice(0, 2).join(" / ");
}

/**
 * A referral that was put together from two versions: nothing is said of people who are not in it, and "none known"
 * does not stand over what is known.
 */
export function consistent(content: ReferralDraft): ReferralDraft {
  const refs = new Set(membersOf(content).map((member) => member.ref));
  const { family, priorServices, risks } = content;
  const relationships = family?.relationships?.filter(
    ({ from, to }) => refs.has(from) && refs.has(to),
  );
  return [
    [["family", "relationships"], relationships] as const,
    ...(risks?.notes ? [[["risks", "noneKnown"], undefined] as const] : []),
    ...(priorServices?.records ? [[["priorServices", "noneKnown"], undefined] as const] : []),
  ].reduce((whole, [path, value]) => setIn(whole, path, value), content);
}

/** Takes a person out, and what was said about the relation to others with them. */
export function removeMember(content: ReferralDraft, ref: string): ReferralDraft {
  const members = membersOf(content).filter((member) => member.ref !== ref);
  const relationships = (content.family?.relationships ?? []).filter(
    (each) => each.from !== ref && each.to !== ref,
  );
  return setIn(
    setIn(content, ["family", "members"], members),
    ["family", "relationships"],
    relationships,
  );
}

/** A known person as an entry of the form: what is recorded comes along, what is not stays open. */
export function memberOf(person: PersonView): DraftMember {
  const { given, family } = splitName(person.name);
  return {
    ref: person.personId,
    personId: person.personId,
    given,
    ...(family === undefined ? {} : { family }),
    ...(person.birthDate === undefined ? {} : { birthDate: person.birthDate }),
    ...(person.birthDateKind === undefined ? {} : { birthDateKind: person.birthDateKind }),
    ...(person.languages.length === 0 ? {} : { languages: [...person.languages] }),
    role: person.role,
    ...(person.bases.length === 0
      ? {}
      : {
          bases: person.bases
            .filter((basis) => basis.to === undefined)
            .map((basis) => ({
              basis: basis.basis,
              ...(basis.from === undefined ? {} : { on: basis.from }),
              ...(basis.meetsOpeningCriteria === undefined
                ? {}
                : { meetsOpeningCriteria: basis.meetsOpeningCriteria }),
              ...(basis.siblingKind === undefined ? {} : { siblingKind: basis.siblingKind }),
              ...(basis.caretakerKind === undefined ? {} : { caretakerKind: basis.caretakerKind }),
            })),
        }),
    ...(person.living === undefined
      ? {}
      : {
          living: {
            setting: person.living.setting,
            state: person.living.state,
            ...(person.living.address === undefined ? {} : { address: person.living.address }),
            ...(person.living.from === undefined ? {} : { from: person.living.from }),
          },
        }),
  };
}

/** Shown names have the family name last. It is only shown again: the known person keeps their own record. */
const splitName = (name: string): { given: string; family: string | undefined } => {
  const parts = name.split(" ");
  return parts.length < 2
    ? { given: name, family: undefined }
    : { given: parts.slice(0, -1).join(" "), family: parts.at(-1) };
};
