import { newId, system, writeAs } from "@kinward/db";
import { loadPolicyBook, publishBook } from "@kinward/db/admin";
import { withSettings } from "@kinward/domain/policy";
import type { ReferralDraft } from "@kinward/domain/assignment";
import type {
  CaseId,
  ContractAreaId,
  ContractId,
  PersonId,
  PlainDate,
  ServiceAreaId,
} from "@kinward/domain/kernel";
import { covers } from "@kinward/domain/testing";
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

const setToday = (today: string) =>
  writeAs(server.services.db, system("test"), (trx) =>
    trx
      .updateTable("agency")
      .set({ fixedToday: today as PlainDate })
      .execute(),
  );
/** A next policy book in which supervisors approve overrides (DEC-34). */
const askSupervisors = () =>
  writeAs(server.services.db, system("test"), async (trx, { now }) => {
    const book = await loadPolicyBook(trx, "IA_FSRP");
    const next = withSettings(book, { overrideRequiresSupervisor: true });
    await publishBook(
      trx,
      { ...next, number: book.number + 1, publishedAt: now },
      { publishedBy: server.world.people.administrator.staffId, commandId: newId() },
    );
  });

/** The family of a case again, by its people as the search finds them. */
async function sameFamily(caseId: CaseId): Promise<ReferralDraft> {
  const worker = await server.as("worker");
  const { people } = await worker.api.referrals.caseForReferral.query({ caseId });
  const draft = await family();
  return {
    ...draft,
    caseId,
    family: {
      members: (draft.family?.members ?? []).map((one) => ({
        ...one,
        personId: people.find((person) => person.name.startsWith(one.given ?? "?"))
          ?.personId as PersonId,
      })),
    },
  };
}
const later = (draft: ReferralDraft): ReferralDraft => ({
  ...draft,
  form: { ...draft.form, effectiveDate: "2026-12-07" as PlainDate },
});
const accepting = (draftId: string) => ({
  ...submission(draftId),
  acceptWarnings: ["EFFECTIVE_IN_FUTURE" as const],
});

test(`a referral is withdrawn with a reason: the receipt shows the line, and the contractor sees it no more${covers("ASG-10", "DEC-35")}`, async () => {
  const worker = await server.as("worker");
  const draftId = await saveDraft(later(await family()));
  const { referralId, caseId } = await worker.api.referrals.submit.mutate(accepting(draftId));
  const before = await worker.api.referrals.receipt.query({ referralId });
  expect(before).toMatchObject({ status: "ASSIGNED", withdraw: { reverses: true } });
  const contractor = await server.as(
    before.contractorId === server.world.organizations.contractor
      ? "contractorSupervisor"
      : "foreignContractorSupervisor",
  );
  expect(await contractor.api.referrals.receipt.query({ referralId })).not.toHaveProperty(
    "withdraw",
  );
  // No reason, no withdrawal; another team learns nothing of it.
  expect(
    (await worker.call("referrals.withdraw", { commandId: newId(), referralId, reason: " " }))
      .failure,
  ).toMatchObject({ kind: "INVALID" });
  const withdrawal = { commandId: newId() as never, referralId, reason: "The family moved away" };
  for (const stranger of ["otherWorker", "contractorSupervisor", "auditor"] as const)
    expect(
      (await (await server.as(stranger)).call("referrals.withdraw", withdrawal)).status,
    ).not.toBe(200);

  const done = await worker.api.referrals.withdraw.mutate(withdrawal);
  expect(await worker.api.referrals.withdraw.mutate(withdrawal)).toEqual(done);
  const after = await worker.api.referrals.receipt.query({ referralId });
  expect(after).toMatchObject({
    status: "WITHDRAWN_REVERSED",
    withdrawal: {
      reason: "The family moved away",
      by: "Test worker",
      line: { turn: done.line?.seq, hash: done.line?.hash },
    },
  });
  expect(after.withdraw).toBeUndefined();
  expect((await contractor.call("referrals.receipt", { referralId })).status).toBe(404);
  const again = { ...withdrawal, commandId: newId() };
  expect((await worker.call("referrals.withdraw", again)).failure).toMatchObject({
    kind: "REFUSED",
    refusals: [{ code: "INVALID_TRANSITION" }],
  });
  const history = await worker.api.cases.history.query({ caseId, page: 1 });
  expect(JSON.stringify(history)).toContain("referrals.withdraw");

  // Referred again inside the window it returns to the same contractor.
  const next = await worker.api.referrals.submit.mutate(
    submission(await saveDraft(await sameFamily(caseId))),
  );
  expect(await worker.api.referrals.receipt.query({ referralId: next.referralId })).toMatchObject({
    method: "RESUBMISSION",
    contractorId: before.contractorId,
  });
  expect(server.bugs).toEqual([]);
});

test(`an override rests on what the search found; where the agency wants it, a supervisor of the team agrees first${covers("ASG-7", "DEC-34")}`, async () => {
  const worker = await server.as("worker");
  const served = await worker.api.referrals.submit.mutate(
    submission(await saveDraft(await family())),
  );
  await worker.api.referrals.withdraw.mutate({
    commandId: newId() as never,
    referralId: served.referralId,
    reason: "Served for a day",
  });
  const first = await worker.api.referrals.receipt.query({ referralId: served.referralId });
  await askSupervisors();
  await setToday("2026-11-23");

  const same = {
    ...(await sameFamily(served.caseId)),
    form: { effectiveDate: "2026-11-23" as PlainDate, signedOn: "2026-11-23" as PlainDate },
    legalBasis: {
      openingBasis: "CINA_ASSESSMENT" as const,
      openedOn: "2026-11-23" as PlainDate,
    },
  };
  const draftId = await saveDraft(same);
  const { found, targets, approval } = await worker.api.referrals.priorServices.query({
    draftId: draftId as never,
  });
  expect(found).toMatchObject([
    {
      organizationId: first.contractorId,
      to: "2026-11-20",
      through: ["Elizabeth Thornfield", "Maria Thornfield"],
    },
  ]);
  expect(targets?.map((one) => one.name)).toEqual(["Test contractor", "Test foreignContractor"]);
  expect(approval).toEqual({ state: "NOT_ASKED" });
  // Whatever could tell the next turn stays out of it.
  expect(JSON.stringify({ targets })).not.toMatch(/balance|position|next|turn|starter/u);

  const asking: ReferralDraft = {
    ...same,
    priorServices: {
      records: [{ ref: "found", foundId: found[0]?.foundId as never }],
    },
    override: {
      target: first.contractorId,
      believedBeneficialBy: ["FAMILY"],
      reason: "CONTINUITY",
    },
  };
  const save = (content: ReferralDraft, expectedVersion: number) =>
    worker.api.drafts.save.mutate({
      commandId: newId() as never,
      draftId: draftId as never,
      kind: "REFERRAL",
      title: "Referral",
      content: content as never,
      expectedVersion,
    });
  await save(asking, 1);
  const codes = async () =>
    (await worker.api.referrals.check.query({ draftId: draftId as never })).refusals.map(
      (one) => one.code,
    );
  expect(await codes()).toEqual(["SUPERVISOR_APPROVAL_REQUIRED"]);
  const requesting = {
    commandId: newId() as never,
    draftId: draftId as never,
    expectedVersion: 2,
    reason: "The girl trusts her worker there",
  };
  expect(
    (await worker.call("overrides.request", { ...requesting, expectedVersion: 1 })).failure,
  ).toMatchObject({ kind: "CONFLICT" });
  await worker.api.overrides.request.mutate(requesting);
  const supervisor = await server.as("supervisor");
  // What waits for an answer goes with the draft; whoever takes the draft back asks again.
  await worker.api.drafts.discard.mutate({
    commandId: newId() as never,
    draftId: draftId as never,
  });
  expect((await supervisor.api.overrides.list.query({})).rows).toEqual([]);
  await worker.api.drafts.restore.mutate({
    commandId: newId() as never,
    draftId: draftId as never,
  });
  const { proposalId } = await worker.api.overrides.request.mutate({
    ...requesting,
    commandId: newId() as never,
  });

  const answer = { commandId: newId() as never, proposalId, decision: "APPROVED" as const };
  const { rows } = await supervisor.api.overrides.list.query({});
  expect(rows).toMatchObject([
    {
      proposalId,
      familyName: "Thornfield",
      areaName: "Ames",
      targetName: first.contractorName,
      service: { organizationName: first.contractorName, found: true },
      reason: "The girl trusts her worker there",
      askedBy: "Test worker",
      own: false,
    },
  ]);
  // Not those of another team, not the one who asked, not a contractor, not an administrator.
  const others = await server.as("otherSupervisor");
  expect((await others.api.overrides.list.query({})).rows).toEqual([]);
  expect((await others.call("overrides.answer", answer)).status).toBe(404);
  for (const stranger of ["worker", "contractorSupervisor", "administrator", "auditor"] as const)
    expect((await (await server.as(stranger)).call("overrides.answer", answer)).status).toBe(403);
  expect(
    (await supervisor.call("overrides.answer", { ...answer, decision: "REJECTED" })).failure,
  ).toMatchObject({ kind: "REFUSED", refusals: [{ code: "REASON_REQUIRED" }] });
  await supervisor.api.overrides.answer.mutate({ ...answer, commandId: newId() as never });
  expect(await codes()).toEqual([]);

  // The approval holds for what was asked, and for nothing else.
  await save(
    { ...asking, override: { ...asking.override, believedBeneficialBy: ["DEPARTMENT_WORKER"] } },
    2,
  );
  expect(await codes()).toEqual(["SUPERVISOR_APPROVAL_REQUIRED"]);
  const changed = (asking.family?.members ?? []).map((one) => ({
    ...one,
    given: "Somebody",
    personId: newId() as PersonId,
  }));
  await save({ ...asking, family: { members: changed } }, 3);
  expect(await codes()).toContain("SUPERVISOR_APPROVAL_REQUIRED");
  await save(asking, 4);
  const { referralId } = await worker.api.referrals.submit.mutate({
    ...submission(draftId),
    expectedVersion: 5,
  });
  expect(await worker.api.referrals.receipt.query({ referralId })).toMatchObject({
    method: "OVERRIDE",
    contractorId: first.contractorId,
    override: {
      believedBeneficialBy: ["FAMILY"],
      reason: "CONTINUITY",
      requestedBy: "Test worker",
      approvedBy: "Test supervisor",
      service: {
        organizationName: first.contractorName,
        found: true,
        caseNumber: first.caseNumber,
      },
    },
  });
  // An administrator reads the turn without the family and without the reasons.
  const administrator = await server.as("administrator");
  const bare = await administrator.api.referrals.receipt.query({ referralId });
  expect(bare).toMatchObject({ method: "OVERRIDE", turn: expect.any(Number) });
  expect(JSON.stringify(bare)).not.toContain("Thornfield");
  expect(bare.override).toBeUndefined();
  expect(server.bugs).toEqual([]);
});

test(`a client cannot say that an override was approved${covers("ASG-7")}`, async () => {
  const worker = await server.as("worker");
  const draftId = await saveDraft({
    ...(await family()),
    override: {
      target: server.world.organizations.contractor,
      approvedBy: server.world.people.supervisor.staffId,
    },
  } as never);
  expect((await worker.call("referrals.submit", submission(draftId))).failure).toMatchObject({
    kind: "INVALID",
  });
});
