import { newId, system, writeAs } from "@kinward/db";
import type { ReferralDraft } from "@kinward/domain/assignment";
import type { ContractAreaId, ContractId, PlainDate, ServiceAreaId } from "@kinward/domain/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startWorldServer } from "../testing/server.ts";

let server: Awaited<ReturnType<typeof startWorldServer>>;
/** A contract area whose ledger is still empty. */
const contractAreaId = newId<ContractAreaId>();
beforeAll(async () => {
  server = await startWorldServer();
  const { contractor, foreignContractor } = server.world.organizations;
  const contracts = [newId<ContractId>(), newId<ContractId>()] as const;
  await writeAs(server.services.db, system("test"), async (trx, { today, now }) => {
    const serviceAreaId = newId<ServiceAreaId>();
    await trx.insertInto("serviceArea").values({ serviceAreaId, name: "Ames" }).execute();
    await trx
      .insertInto("contractArea")
      .values({ contractAreaId, serviceAreaId, fromOn: today })
      .execute();
    for (const [index, organizationId] of [contractor, foreignContractor].entries())
      await trx
        .insertInto("contract")
        .values({
          contractId: contracts[index] as ContractId,
          contractAreaId,
          organizationId,
          position: index === 0 ? 1 : 2,
          fromOn: today,
          toOn: "2027-12-31" as PlainDate,
          procurementRef: "TEST",
          activatedAt: now,
        })
        .execute();
    await trx
      .insertInto("areaStarter")
      .values({
        areaStarterId: newId(),
        contractAreaId,
        contractId: contracts[0],
        fromOn: today,
      })
      .execute();
  });
});
afterAll(() => server.stop());

async function saveDraft(content: ReferralDraft): Promise<string> {
  const worker = await server.as("worker");
  const draftId = newId();
  await worker.api.drafts.save.mutate({
    commandId: newId() as never,
    draftId: draftId as never,
    kind: "REFERRAL",
    title: "Referral",
    content: content as never,
    expectedVersion: 0,
  });
  return draftId;
}

/** A mother at home with an abused girl. */
async function family(): Promise<ReferralDraft> {
  const worker = await server.as("worker");
  const { areas, today } = await worker.api.referrals.options.query({});
  const area = areas.find((one) => one.contractAreaId === contractAreaId);
  const home = { setting: "PARENTAL_HOME", state: "IA" } as const;
  return {
    family: {
      members: [
        {
          ref: "girl",
          given: "Elizabeth",
          family: "Thornfield",
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
          ref: "mom",
          given: "Maria",
          family: "Thornfield",
          role: "PARENT",
          bases: [{ basis: "PARENT" }],
          living: home,
        },
      ],
    },
    service: {
      serviceType: "FSRP",
      serviceAreaId: area?.serviceAreaId ?? (newId() as never),
      purpose: "PRESERVE",
    },
    legalBasis: { openingBasis: "CHILD_PROTECTIVE_ASSESSMENT", openedOn: today as PlainDate },
    form: { effectiveDate: today as PlainDate, signedOn: today as PlainDate },
    priorServices: { noneKnown: true },
    risks: { noneKnown: true },
  };
}

const submission = (draftId: string) => ({
  commandId: newId() as never,
  draftId: draftId as never,
  expectedVersion: 1,
  acceptWarnings: [],
});

test("a referral is checked, submitted, received and found again", async () => {
  const worker = await server.as("worker");
  const draftId = await saveDraft(await family());
  expect(await worker.api.referrals.check.query({ draftId: draftId as never })).toEqual({
    refusals: [],
    warnings: [],
  });
  const { referralId, caseId } = await worker.api.referrals.submit.mutate(submission(draftId));

  const receipt = await worker.api.referrals.receipt.query({ referralId });
  expect(receipt).toMatchObject({ caseId, familyName: "Thornfield", counted: true });
  // Whose turn comes next is nothing for the worker (ASG-4).
  expect(receipt.balance).toBeUndefined();
  const supervisor = await server.as("supervisor");
  expect((await supervisor.api.referrals.receipt.query({ referralId })).balance).toBeDefined();

  const { rows } = await worker.api.referrals.list.query({});
  expect(rows[0]).toMatchObject({ referralId, status: "ACTIVE" });

  // By nickname, by sound, by number.
  const { people } = await worker.api.cases.find.query({ text: "Liz Thornfeeld" });
  expect(people[0]).toMatchObject({
    name: "Elizabeth Thornfield",
    cases: [{ caseId, mayOpen: true, open: true }],
  });
  expect(people[0]?.why).toContain("NICKNAME");
  const byNumber = await worker.api.cases.find.query({ text: receipt.caseNumber });
  expect(byNumber.cases).toMatchObject([{ caseId, familyName: "Thornfield" }]);

  // Another team's supervisor finds the family, without being able to open it unasked.
  const other = await server.as("otherWorker");
  const found = await other.api.referrals.findPeople.query({ family: "Thornfield" });
  expect(found.people[0]?.cases[0]).toMatchObject({ caseId, mayOpen: false });
  // A contractor that does not serve the case finds nobody.
  const foreign =
    receipt.contractorId === server.world.organizations.contractor
      ? "foreignContractorSupervisor"
      : "contractorSupervisor";
  const contractor = await server.as(foreign);
  expect(await contractor.api.cases.find.query({ text: "Thornfield" })).toEqual({
    people: [],
    cases: [],
  });
  expect(server.bugs).toEqual([]);
});

test("a second referral for a case that is served already, and a draft of another shape, are refused", async () => {
  const worker = await server.as("worker");
  const first = await worker.api.referrals.submit.mutate(
    submission(await saveDraft(await family())),
  );
  const again = await saveDraft({ ...(await family()), caseId: first.caseId });
  const refusal = await worker.call("referrals.submit", submission(again));
  expect(refusal.failure).toMatchObject({
    kind: "REFUSED",
    refusals: expect.arrayContaining([expect.objectContaining({ code: "CASE_ALREADY_ASSIGNED" })]),
  });
  const prefill = await worker.api.referrals.caseForReferral.query({ caseId: first.caseId });
  expect(prefill).toMatchObject({ open: true, standingEpisode: { serviceType: "FSRP" } });
  expect(prefill.people).toHaveLength(2);

  const odd = await saveDraft({ service: { serviceType: "OTHER" } } as never);
  expect((await worker.call("referrals.submit", submission(odd))).failure).toMatchObject({
    kind: "INVALID",
  });
  const stranger = await server.as("otherWorker");
  expect((await stranger.call("referrals.submit", submission(again))).status).toBe(404);
  expect(server.bugs).toEqual([]);
});
