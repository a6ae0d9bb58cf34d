import type { ReferralDraft } from "@kinward/domain/assignment";
import type { ReadTrx, Trx } from "../core/client.ts";
import { followMerged } from "../people/person-records.ts";

/** Somebody whose record was merged while the form waited is the one who stays. */
export async function withKeptPeople(
  trx: ReadTrx | Trx,
  draft: ReferralDraft,
): Promise<ReferralDraft> {
  const { family } = draft;
  const known = (family?.members ?? []).flatMap((member) => member.personId ?? []);
  if (family?.members === undefined || known.length === 0) return draft;
  const now = await followMerged(trx, known);
  const members = family.members.map((member) => {
    const personId = member.personId && now.get(member.personId);
    return personId === undefined ? member : { ...member, personId };
  });
  return { ...draft, family: { ...family, members } };
}
