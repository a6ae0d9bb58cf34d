import { newId, readAs, system, writeAs } from "@kinward/db";
import { tellDueDates } from "@kinward/db/notices";
import type { CommandId } from "@kinward/domain/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addFamily, type TestFamily } from "../testing/family.ts";
import { startWorldServer, type WorldServer } from "../testing/server.ts";
import type { PersonName } from "../testing/world.ts";
import { sendDigests } from "./digests.ts";

let server: WorldServer;
let family: TestFamily;
beforeAll(async () => {
  server = await startWorldServer();
  family = await addFamily(server);
});
afterAll(() => server.stop());

const commandId = () => newId<CommandId>();
const inbox = async (person: PersonName) =>
  (await (await server.as(person)).api.inbox.list.query({ page: 1 })).rows;
const mails = () =>
  readAs(server.services.db, system("test"), (trx) =>
    trx
      .selectFrom("mail")
      .select(["toAddress", "params"])
      .where("template", "=", "DIGEST")
      .orderBy("toAddress")
      .execute(),
  );

test("an act is told in its own transaction to those whom it concerns, and to nobody else", async () => {
  const { theCase, people } = server.world;
  const supervisor = await server.as("contractorSupervisor");
  const assign = {
    commandId: commandId(),
    episodeId: theCase.episodeId,
    staffId: people.otherCoordinator.staffId,
    from: "2026-11-20" as never,
    endPrevious: true,
  };
  await supervisor.api.intake.assignCoordinator.mutate(assign);
  // The same act again is told once.
  await supervisor.api.intake.assignCoordinator.mutate(assign);
  for (const person of ["otherCoordinator", "worker"] as const)
    expect(await inbox(person)).toMatchObject([
      {
        kind: "COORDINATOR_ASSIGNED",
        isRead: false,
        case: { caseId: theCase.caseId, familyName: "Testfamily" },
      },
    ]);
  for (const person of ["contractorSupervisor", "teammate", "foreignCoordinator"] as const)
    expect(await inbox(person)).toEqual([]);
  // Refused, and so never told.
  expect(
    (await supervisor.call("intake.assignCoordinator", { ...assign, commandId: commandId() }))
      .status,
  ).toBe(422);
  expect(await inbox("otherCoordinator")).toHaveLength(1);
});

test("what is late is told once to the one who owes it, by its date and number alone", async () => {
  const { db } = server.services;
  await Promise.all([tellDueDates(db), tellDueDates(db)]);
  await tellDueDates(db);
  const late = (await inbox("otherCoordinator")).filter((one) => one.kind === "DUTY_LATE");
  expect(late).toMatchObject([{ dueOn: "2026-11-09", duties: 2 }]);
  expect((await inbox("worker")).filter((one) => one.kind === "DUTY_LATE")).toEqual([]);
  const rows = await readAs(db, system("test"), (trx) =>
    trx.selectFrom("notice").select(["params", "about"]).execute(),
  );
  expect(JSON.stringify(rows)).not.toMatch(/Testfamily|Ada|Dana/u);
  expect(family.ada).toBeDefined();
});

test("notices are read, kept out by kind, and counted", async () => {
  const { api } = await server.as("otherCoordinator");
  const unread = async () => (await api.inbox.count.query({})).unread;
  expect(await unread()).toBe(2);
  const [first] = await inbox("otherCoordinator");
  if (first === undefined) throw new Error("no notice");
  const ids = [first.noticeId];
  await api.inbox.mark.mutate({ commandId: commandId(), ids, isRead: true });
  expect(await unread()).toBe(1);
  // Nobody marks another's.
  const worker = await server.as("worker");
  await worker.api.inbox.mark.mutate({ commandId: commandId(), ids, isRead: false });
  expect(await unread()).toBe(1);
  await api.inbox.mark.mutate({ commandId: commandId(), ids, isRead: false });
  await api.inbox.choose.mutate({
    commandId: commandId(),
    kind: "COORDINATOR_ASSIGNED",
    channel: "NONE",
  });
  expect((await inbox("otherCoordinator")).map((one) => one.kind)).toEqual(["DUTY_LATE"]);
  const { choices } = await api.inbox.choices.query({});
  expect(choices).toContainEqual({ kind: "COORDINATOR_ASSIGNED", channel: "NONE" });
  expect(choices).toContainEqual({ kind: "DUTY_LATE", channel: "DIGEST" });
  expect(choices.map((one) => one.kind)).not.toContain("PROPOSAL_MADE");
});

test("the digest counts what is new, names nobody, and goes out once a day from half past seven", async () => {
  const clock = (timeZone: string) =>
    writeAs(server.services.db, system("test"), (trx) =>
      trx.updateTable("agency").set({ timeZone }).execute(),
    );
  // A zone in which it is early morning now, and one in which it is noon.
  const hour = new Date().getUTCHours();
  const zoneAt = (wanted: number) => {
    const ahead = ((wanted - hour + 36) % 24) - 12;
    return ahead === 0 ? "Etc/GMT" : `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
  };
  await clock(zoneAt(5));
  await sendDigests(server.services);
  expect(await mails()).toEqual([]);
  await clock(zoneAt(12));
  await Promise.all([sendDigests(server.services), sendDigests(server.services)]);
  await sendDigests(server.services);
  const { people } = server.world;
  expect(await mails()).toEqual([
    {
      toAddress: people.otherCoordinator.email,
      params: { counts: "- 1 case with something late" },
    },
    { toAddress: people.worker.email, params: { counts: "- 1 care coordinator assigned" } },
  ]);
});

test("nothing above was a bug", () => {
  expect(server.bugs).toEqual([]);
});
