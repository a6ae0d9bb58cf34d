import { type CommandTools, newId, runCommand, system } from "@kinward/db";
import type { PersonId, ProposalId } from "@kinward/domain/kernel";
import { covers } from "@kinward/domain/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addFamily, type TestFamily } from "../testing/family.ts";
import { startWorldServer, type WorldServer } from "../testing/server.ts";
import { addTwin } from "../testing/twin.ts";
import type { PersonName } from "../testing/world.ts";

let server: WorldServer;
let family: TestFamily;
/** Ada again, in a case of another team. */
let distant: PersonId;
beforeAll(async () => {
  server = await startWorldServer();
  family = await addFamily(server);
  distant = await addTwin(server, "otherWorker", "2026-00003", "Aida");
});
afterAll(() => server.stop());

const SECRET = "Seen at the school of the Testfamily";
const api = async (name: PersonName) => (await server.as(name)).api.persons;
const propose = async (name: PersonName, personId = family.ada, otherId = distant) =>
  (await server.as(name)).call("persons.proposeMerge", {
    commandId: newId(),
    personId,
    otherId,
    reason: SECRET,
  });
const proposed = async (name: PersonName): Promise<ProposalId> => {
  const { data, failure } = await propose(name);
  if (data === undefined) throw new Error(JSON.stringify(failure));
  return (data as { readonly proposalId: ProposalId }).proposalId;
};
const approve = async (name: PersonName, proposalId: ProposalId, more: object = {}) =>
  (await server.as(name)).call("persons.approveMerge", {
    commandId: newId(),
    proposalId,
    keptId: family.ada,
    mergedId: distant,
    versions: { kept: 1, merged: 1 },
    choices: { given: "KEPT" },
    ...more,
  });
const withdraw = async (name: PersonName, proposalId: ProposalId) =>
  (await server.as(name)).call("persons.withdrawMerge", { commandId: newId(), proposalId });
const compared = async (name: PersonName) =>
  (await api(name)).compare.query({ personId: family.ada, otherId: distant });
const notices = async (name: PersonName) =>
  (await (await server.as(name)).api.inbox.list.query({ page: 1, unread: false })).rows;

test(`whoever has one of the two asks; the supervisor of the other is told without a name${covers("X-8", "DEC-41")}`, async () => {
  expect((await compared("worker")).mayPropose).toBe(true);
  expect((await compared("supervisor")).mayPropose).toBe(true);
  const proposalId = await proposed("worker");
  expect((await propose("supervisor")).failure).toMatchObject({
    refusals: [{ code: "PROPOSAL_OPEN" }],
  });
  // To the supervisor of the asker it can say nothing of the other record: nobody of its team was asked.
  expect((await notices("supervisor")).map((one) => one.kind)).not.toContain("MERGE_PROPOSED");
  const told = (await notices("otherSupervisor")).filter((one) => one.kind === "MERGE_PROPOSED");
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told)).not.toMatch(/Testfamily|Ada|Aida/);

  const { waiting } = await (await api("otherSupervisor")).mergeProposals.query({});
  expect(waiting).toMatchObject([{ proposalId, reason: SECRET, mayAnswer: true, own: false }]);
  const { mine } = await (await api("worker")).mergeProposals.query({});
  expect(mine).toMatchObject([{ proposalId, own: true, mayAnswer: false }]);
  for (const name of ["supervisor", "teammate", "otherWorker"] as const)
    expect(await (await api(name)).mergeProposals.query({})).toEqual({ waiting: [], mine: [] });
  await withdraw("worker", proposalId);
});

test(`the asker is shown no more of the other than a search shows; the second person who both are${covers("X-1")}`, async () => {
  const before = await compared("worker");
  const proposalId = await proposed("worker");
  const after = await compared("worker");
  expect(after.b).toEqual(before.b);
  expect(after.b.fields).toEqual({ given: "Aida", family: "Testfamily", birthDate: "2018-05-04" });
  expect(after).toMatchObject({ mayPropose: false, proposal: { own: true, reason: SECRET } });
  // Somebody else who has one of them sees that it waits, and not why.
  const teammate = (await compared("supervisor")).proposal;
  expect(teammate).toMatchObject({ proposalId, own: false, mayAnswer: false });
  expect(teammate?.reason).toBeUndefined();
  const second = await compared("otherSupervisor");
  expect(second).toMatchObject({ mayMerge: false, proposal: { mayAnswer: true } });
  expect(second.b.fields.phone).toBe("555-0100");
  expect(second.a.ofTeam).toBe(true);
  // Whose case it is not, opens it with a reason as ever.
  expect(second.a.cases.map((one) => one.mayOpen)).toEqual([false]);
  await withdraw("worker", proposalId);
});

test("nobody answers who proposed it, who has no part in it, or whose role does not decide", async () => {
  const proposalId = await proposed("supervisor");
  expect((await approve("supervisor", proposalId)).failure).toMatchObject({
    refusals: [{ code: "APPROVER_IS_REQUESTER" }],
  });
  expect((await approve("worker", proposalId)).failure).toMatchObject({ kind: "FORBIDDEN" });
  expect((await approve("coordinator", proposalId)).failure).toMatchObject({ kind: "FORBIDDEN" });
  expect((await withdraw("otherWorker", proposalId)).status).toBe(404);
  expect((await withdraw("otherSupervisor", proposalId)).status).toBe(404);
  const decline = { commandId: newId(), proposalId };
  const other = await server.as("otherSupervisor");
  expect(
    (await other.call("persons.declineMerge", { ...decline, reason: " " })).failure,
  ).toMatchObject({ kind: "INVALID" });
  await other.api.persons.declineMerge.mutate({ ...decline, reason: "Another mother" });
  const { mine } = await (await api("supervisor")).mergeProposals.query({});
  expect(mine[0]).toMatchObject({
    proposalId,
    answer: { decision: "REJECTED", by: "Test otherSupervisor", note: "Another mother" },
  });
  expect((await notices("supervisor")).map((one) => one.kind)).toContain("MERGE_ANSWERED");
  expect((await approve("otherSupervisor", proposalId)).failure).toMatchObject({
    refusals: [{ code: "INVALID_TRANSITION" }],
  });
  // Declined, the records are as they were, and the pair can be proposed again.
  expect((await compared("worker")).mayPropose).toBe(true);
});

test(`agreed to, the two are one in both cases, and either supervisor takes it back${covers("X-8")}`, async () => {
  const proposalId = await proposed("worker");
  expect((await approve("otherSupervisor", proposalId, { choices: {} })).failure).toMatchObject({
    refusals: [{ code: "FIELD_REQUIRED", path: ["choices", "given"] }],
  });
  expect(
    (await approve("otherSupervisor", proposalId, { mergedId: family.dana })).failure,
  ).toMatchObject({ refusals: [{ code: "PERSON_CHANGED" }] });
  expect((await approve("otherSupervisor", proposalId)).status).toBe(200);
  const found = await (await api("worker")).search.query({ text: "Aida Testfamily", page: 1 });
  expect(found.people.map((one) => [one.personId, one.cases.length])).toContainEqual([
    family.ada,
    2,
  ]);
  const supervisor = await api("supervisor");
  const [row] = (await supervisor.merges.query({})).rows;
  expect(row).toMatchObject({ by: "Test otherSupervisor", reason: SECRET, mayUndo: true });
  expect((await (await api("worker")).mergeProposals.query({})).mine[0]).toMatchObject({
    answer: { decision: "APPROVED" },
  });
  await supervisor.undoMerge.mutate({
    commandId: newId(),
    mergeId: row?.mergeId ?? "",
    reason: "Cousins after all",
  });
  expect((await compared("worker")).b).toMatchObject({ name: "Aida Testfamily" });
});

test("that they are two people answers the proposal with the same reason", async () => {
  const proposalId = await proposed("worker");
  await (
    await api("otherSupervisor")
  ).notSame.mutate({
    commandId: newId(),
    personId: distant,
    otherId: family.ada,
    reason: "Two birth certificates",
  });
  const { mine } = await (await api("worker")).mergeProposals.query({});
  expect(mine.find((one) => one.proposalId === proposalId)?.answer).toMatchObject({
    decision: "REJECTED",
    note: "Two birth certificates",
  });
  expect(server.bugs).toEqual([]);
});

const asSystem = (write: (tools: CommandTools) => Promise<unknown>) =>
  runCommand(
    server.services.db,
    { commandId: newId(), procedure: "test", caller: system("test"), input: {} },
    async (tools) => {
      await write(tools);
      return { done: { result: null } };
    },
  );
/** From now on, or no longer, somebody stands in for the other supervisor. */
const standIn = (isOn: boolean, name: PersonName = "teammate") =>
  asSystem(({ trx, today }) => {
    const { [name]: cover, otherSupervisor } = server.world.people;
    const days = { fromOn: today, toOn: today };
    const staff = { staffId: otherSupervisor.staffId, coveredBy: cover.staffId };
    return isOn
      ? trx
          .insertInto("cover")
          .values({ coverId: newId(), ...staff, ...days })
          .execute()
      : trx.updateTable("cover").set({ cancelled: true }).execute();
  });

test(`who stands in for the absent supervisor is told and answers, until that is over${covers("X-1", "X-8")}`, async () => {
  await asSystem(({ trx, today }) =>
    trx
      .insertInto("staffRole")
      .values({
        staffRoleId: newId(),
        staffId: server.world.people.teammate.staffId,
        role: "SUPERVISOR",
        fromOn: today,
      })
      .execute(),
  );
  await standIn(true);
  const proposalId = await proposed("worker");
  const told = async (name: PersonName) =>
    (await notices(name)).filter((one) => one.kind === "MERGE_PROPOSED").length;
  expect(await told("teammate")).toBe(1);
  expect(await told("supervisor")).toBe(0);
  const waiting = async () => (await (await api("teammate")).mergeProposals.query({})).waiting;
  expect(await waiting()).toMatchObject([{ proposalId, reason: SECRET, mayAnswer: true }]);
  const both = await compared("teammate");
  expect(both).toMatchObject({ mayMerge: false, proposal: { mayAnswer: true } });
  expect(both.b.fields.phone).toBe("555-0100");
  await standIn(false);
  expect(await waiting()).toEqual([]);
  expect((await approve("teammate", proposalId)).status).toBe(404);
  await standIn(true);
  const cover = await server.as("teammate");
  await cover.api.persons.declineMerge.mutate({ commandId: newId(), proposalId, reason: "Two" });
  const { mine } = await (await api("worker")).mergeProposals.query({});
  expect(mine.find((one) => one.proposalId === proposalId)).toMatchObject({
    answer: { decision: "REJECTED", by: "Test teammate" },
  });
  // Standing in for whoever proposed, nobody answers in their place.
  const own = await proposed("otherSupervisor");
  expect(await waiting()).toEqual([]);
  expect((await approve("teammate", own)).status).toBe(404);
  await withdraw("otherSupervisor", own);
  await standIn(false);
});

test(`records that one person joins alone leave no proposal behind: it is answered with the reason, and its maker told${covers("X-8")}`, async () => {
  const proposalId = await proposed("worker");
  const answers = async () =>
    (await notices("worker")).filter((one) => one.kind === "MERGE_ANSWERED").length;
  const before = await answers();
  // In the place of the other supervisor too, the supervisor has both.
  await standIn(true, "supervisor");
  expect((await compared("supervisor")).mayMerge).toBe(true);
  const joined = {
    keptId: family.ada,
    mergedId: distant,
    versions: {
      kept: (await compared("supervisor")).a.version,
      merged: (await compared("supervisor")).b.version,
    },
    choices: { given: "KEPT" as const },
    reason: "Both mothers say so",
  };
  const supervisor = await server.as("supervisor");
  const { mergeId } = await supervisor.api.persons.merge.mutate({ commandId: newId(), ...joined });
  const { mine } = await (await api("worker")).mergeProposals.query({});
  expect(mine.find((one) => one.proposalId === proposalId)?.answer).toMatchObject({
    decision: "APPROVED",
    by: "Test supervisor",
    note: "Both mothers say so",
  });
  expect(await answers()).toBe(before + 1);
  const undo = { commandId: newId(), mergeId, reason: "Two" };
  await supervisor.api.persons.undoMerge.mutate(undo);
  await standIn(false);
  // Two records again, they can be proposed again.
  await withdraw("worker", await proposed("worker"));
});

test("whoever has to do with neither proposes nothing", async () => {
  const stranger = await addTwin(server, "otherWorker", "2026-00004", "Adda");
  expect((await propose("worker", distant, stranger)).status).toBe(404);
  expect((await propose("worker", family.ada, newId<PersonId>())).status).toBe(404);
});
