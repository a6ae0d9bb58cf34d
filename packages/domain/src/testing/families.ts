import type { CaseFile, Contact, LivingSituation, Member } from "../casefile/case-file.ts";
import type { ContactId, PersonId } from "../kernel/ids.ts";
import { type PlainDate, plainDate } from "../kernel/plain-date.ts";

/** Short ways to write down a family in tests. */

export const day = (date: string): PlainDate => plainDate(date);

type Details = Omit<Partial<Member>, "id" | "role" | "living">;

const member = (
  role: Member["role"],
  id: string,
  living: readonly LivingSituation[],
  details: Details,
): Member => ({ id: id as PersonId, role, living, ...details });

export const at = (
  setting: LivingSituation["setting"],
  from?: string,
  state?: string,
): LivingSituation => ({
  setting,
  ...(from !== undefined && { from: day(from) }),
  ...(state !== undefined && { state }),
});

export const mother = (details: Details = {}): Member =>
  member("PARENT", "mother", [at("PARENTAL_HOME")], details);

export const adult = (
  role: Exclude<Member["role"], "CHILD">,
  id: string,
  living: readonly LivingSituation[],
  details: Details = {},
): Member => member(role, id, living, details);

/** A child marked abuse victim unless said otherwise. */
export const child = (
  id: string,
  living: readonly LivingSituation[],
  details: Details = {},
): Member => member("CHILD", id, living, { criteria: ["ABUSE_VICTIM"], ...details });

let count = 0;

/** A face-to-face contact of the contractor. */
export const visit = (date: string, ...people: readonly string[]): Contact => ({
  id: `v${++count}` as ContactId,
  date: day(date),
  mode: "FACE_TO_FACE",
  with: people as readonly PersonId[],
});

/** A case effective Friday 2026-11-20 unless said otherwise: five days until 12-01, day 30 on 12-19. */
export const family = (
  members: readonly Member[],
  contacts: readonly Contact[] = [],
  more: Partial<CaseFile> = {},
): CaseFile => ({ effectiveDate: day("2026-11-20"), members, contacts, ...more });
