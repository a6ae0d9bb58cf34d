import type { ReferralDraft } from "@kinward/domain/assignment";
import type { CommandId, DraftId, PlainDate, StaffId } from "@kinward/domain/kernel";
import { system } from "../core/caller.ts";
import type { Database } from "../core/client.ts";
import { runCommand } from "../core/command.ts";
import { readAs, writeAs } from "../core/transaction.ts";
import { json, newId } from "../core/values.ts";
import {
  type SubmitReferral,
  type SubmittedReferral,
  submitReferral,
} from "../referrals/submit.ts";
import type { TestArea } from "./agency.ts";

/** A referral that can be submitted as it is: a mother at home with an abused girl and her brother. */
export async function familyDraft(
  db: Database,
  area: TestArea,
  options: { readonly effectiveOn?: string; readonly family?: string } = {},
): Promise<ReferralDraft> {
  const { serviceAreaId, today } = await readAs(db, system("test"), async (trx, clock) => ({
    ...(await trx
      .selectFrom("contractArea")
      .select("serviceAreaId")
      .where("contractAreaId", "=", area.areaId)
      .executeTakeFirstOrThrow()),
    today: clock.today,
  }));
  const family = options.family ?? "Moss";
  const home = { setting: "PARENTAL_HOME", state: "IA" } as const;
  const day = (options.effectiveOn ?? today) as PlainDate;
  return {
    family: {
      members: [
        {
          ref: "ann",
          given: "Ann",
          family,
          birthDate: "2018-05-04" as PlainDate,
          birthDateKind: "EXACT",
          role: "CHILD",
          bases: [
            { basis: "ABUSE_VICTIM", on: "2026-11-01" as PlainDate, meetsOpeningCriteria: true },
          ],
          living: home,
          purpose: "PRESERVE",
        },
        {
          ref: "ben",
          given: "Benjamin",
          family,
          birthDate: "2020-02-29" as PlainDate,
          birthDateKind: "EXACT",
          role: "CHILD",
          bases: [{ basis: "SIBLING", siblingKind: "WHOLE" }],
          living: { setting: "KINSHIP", state: "IA" },
          purpose: "REUNIFY",
        },
        {
          ref: "mom",
          given: "Maria",
          family,
          role: "PARENT",
          bases: [{ basis: "PARENT" }],
          living: home,
        },
      ],
      relationships: [{ from: "mom", to: "ann", kind: "PARENT", parentKind: "BIOLOGICAL" }],
    },
    service: { serviceType: "FSRP", serviceAreaId, purpose: "PRESERVE" },
    legalBasis: {
      openingBasis: "CHILD_PROTECTIVE_ASSESSMENT",
      openedOn: day < today ? day : today,
    },
    form: { effectiveDate: day, signedOn: today },
    priorServices: { noneKnown: true },
    risks: { noneKnown: true },
  };
}

/** Saves a draft of a worker. */
export async function saveDraft(
  db: Database,
  staffId: StaffId,
  content: ReferralDraft,
): Promise<DraftId> {
  const draftId = newId<DraftId>();
  await writeAs(db, { kind: "person", staffId }, (trx, { now }) =>
    trx
      .insertInto("draft")
      .values({
        draftId,
        staffId,
        kind: "REFERRAL",
        caseId: content.caseId ?? null,
        title: "Referral",
        content: json(content),
        savedAt: now,
      })
      .execute(),
  );
  return draftId;
}

/** Submits a draft as the API does. */
export const submit = (db: Database, input: SubmitReferral, commandId = newId<CommandId>()) =>
  runCommand(
    db,
    {
      commandId,
      procedure: "referrals.submit",
      caller: { kind: "person", staffId: input.worker },
      input,
    },
    (tools) => submitReferral(tools, input),
  );

/** Refers a family and gives the result; throws when it was refused. */
export async function refer(
  db: Database,
  staffId: StaffId,
  content: ReferralDraft,
): Promise<SubmittedReferral> {
  const draftId = await saveDraft(db, staffId, content);
  const outcome = await submit(db, {
    worker: staffId,
    draftId,
    expectedVersion: 1,
    acceptWarnings: ["BACKDATED", "EFFECTIVE_IN_FUTURE", "PERSON_IN_TWO_OPEN_CASES"],
  });
  if (outcome.kind !== "DONE") throw new Error(JSON.stringify(outcome));
  return outcome.result;
}
