import type { ReferralChange } from "@kinward/domain/assignment";
import type { CaseId, PersonId, StaffId } from "@kinward/domain/kernel";
import type { Trx } from "../core/client.ts";
import type { CommandTools } from "../core/command.ts";
import { newId } from "../core/values.ts";

/** Begins the case of a referral, or opens again the one that it continues. */
export async function writeCase(
  { trx, at, today }: CommandTools,
  referral: {
    readonly caseId: CaseId;
    readonly change: ReferralChange;
    readonly worker: StaffId;
  },
): Promise<void> {
  const { caseId, change, worker } = referral;
  const { opens, family, familyName } = change;
  const said = {
    ...(opens && { openedOn: opens.openedOn, openingBasis: opens.openingBasis, closedOn: null }),
    ...(family.culturalNotes !== undefined && { culturalNotes: family.culturalNotes }),
    ...(family.languages !== undefined && { languages: family.languages }),
    ...(family.interpreterNeeded !== undefined && { interpreterNeeded: family.interpreterNeeded }),
  };
  if (change.caseId !== undefined) {
    if (Object.keys(said).length > 0)
      await trx.updateTable("caseRecord").set(said).where("caseId", "=", caseId).execute();
    return;
  }
  await trx
    .insertInto("caseRecord")
    .values({
      caseId,
      // Until it is numbered, at the end of the act.
      number: caseId,
      profile: "IA_FSRP",
      familyName: familyName ?? "",
      changedAt: at,
      ...said,
    })
    .execute();
  await trx
    .insertInto("caseTeam")
    .values({ caseTeamId: newId(), caseId, staffId: worker, role: "CASEWORKER", fromOn: today })
    .execute();
}

/** Relationships and earlier services, as the form gives them. */
export async function writeFamily(
  trx: Trx,
  caseId: CaseId,
  change: ReferralChange,
  people: ReadonlyMap<string, PersonId>,
): Promise<void> {
  const relationships = (change.family.relationships ?? []).flatMap((one) => {
    const [personId, otherPersonId] = [people.get(one.from), people.get(one.to)];
    return one.kind === undefined || personId === undefined || otherPersonId === undefined
      ? []
      : [
          {
            relationshipId: newId(),
            caseId,
            personId,
            otherPersonId,
            kind: one.kind,
            siblingKind: one.siblingKind ?? null,
            parentKind: one.parentKind ?? null,
          },
        ];
  });
  if (relationships.length > 0) {
    const known = await trx
      .selectFrom("relationship")
      .select(["personId", "otherPersonId", "kind"])
      .where("caseId", "=", caseId)
      .where("toOn", "is", null)
      .execute();
    const isNew = (one: (typeof relationships)[number]) =>
      !known.some(
        (row) =>
          row.personId === one.personId &&
          row.otherPersonId === one.otherPersonId &&
          row.kind === one.kind,
      );
    const added = relationships.filter(isNew);
    if (added.length > 0) await trx.insertInto("relationship").values(added).execute();
  }
  // What was found stands on record already.
  const services = (change.priorServices?.records ?? []).filter(
    (one) =>
      one.foundId === undefined &&
      (one.organizationId !== undefined || one.organizationName !== undefined),
  );
  if (services.length > 0)
    await trx
      .insertInto("priorService")
      .values(
        services.map((one) => ({
          priorServiceId: newId(),
          caseId,
          organizationId: one.organizationId ?? null,
          organizationName: one.organizationName ?? null,
          fromOn: one.from ?? null,
          toOn: one.to ?? null,
          note: one.note ?? null,
        })),
      )
      .execute();
}
