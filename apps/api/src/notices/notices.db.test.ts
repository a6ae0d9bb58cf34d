import { newId } from "@kinward/db";
import type { CommandId, PlainDate } from "@kinward/domain/kernel";
import { covers } from "@kinward/domain/testing";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addFamily } from "../testing/family.ts";
import { startWorldServer, type WorldServer } from "../testing/server.ts";

let server: WorldServer;
beforeAll(async () => {
  // A mail server that nobody reaches: the job waits in the queue.
  server = await startWorldServer({ config: { smtpUrl: "smtp://127.0.0.1:9" } });
  const { ada, dana } = await addFamily(server);
  const { api } = await server.as("coordinator");
  await api.contacts.record.mutate({
    commandId: newId<CommandId>(),
    caseId: server.world.theCase.caseId,
    date: "2026-11-19" as PlainDate,
    mode: "FACE_TO_FACE",
    place: "FAMILY_HOME",
    with: [ada, dana],
  });
});
afterAll(() => server.stop());

const ofEpisode = () => {
  const { caseId, episodeId } = server.world.theCase;
  return { caseId, episodeId };
};
const notice = (statedMeetingDate = "2026-11-19") => ({
  commandId: newId<CommandId>(),
  ...ofEpisode(),
  statedMeetingDate: statedMeetingDate as PlainDate,
});
const mails = () =>
  server.services.db.selectFrom("mail").selectAll().where("template", "=", "LETTER").execute();
/** What the queue holds, or held, about mail. */
async function mailJobs(): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: server.database.ownerUrl });
  await client.connect();
  const { rows } = await client.query(`SELECT data FROM jobs.job WHERE name = 'mail'`);
  await client.end();
  return rows.map((row: { data: unknown }) => row.data);
}

test(`the e-mail is read before it goes: to the worker, with the date, and no name of the family${covers("REP-2")}`, async () => {
  const { api } = await server.as("coordinator");
  const preview = await api.notices.previewFirstMeeting.query(ofEpisode());
  expect(preview).toEqual({
    to: { name: "Test worker", email: "worker@kinward.test" },
    subject: "First meeting with the family, case 2026-00001",
    body: [
      "Test worker,",
      "The first face-to-face meeting with the family of case 2026-00001 took place on Thursday, November 19, 2026.",
      "Test coordinator\nCare coordinator, Test contractor",
    ].join("\n\n"),
    meetingOn: "2026-11-19",
  });
  expect(JSON.stringify(preview)).not.toMatch(/Testfamily|Ada|Dana/);
});

test(`only the care coordinator of the day sends it, and only with the recorded date${covers("REP-2", "EXP-4")}`, async () => {
  const refusedTo = async (name: Parameters<WorldServer["as"]>[0]) =>
    (await (await server.as(name)).call("notices.sendFirstMeeting", notice())).failure?.kind;
  const others = [
    "foreignCoordinator",
    "otherCoordinator",
    "worker",
    "contractorSupervisor",
    "auditor",
  ] as const;
  for (const name of others) expect([name, await refusedTo(name)]).toEqual([name, "NOT_FOUND"]);
  const coordinator = await server.as("coordinator");
  const wrong = await coordinator.call("notices.sendFirstMeeting", notice("2026-11-18"));
  expect(wrong.failure).toMatchObject({
    refusals: [
      {
        code: "FIRST_MEETING_DATE_MISMATCH",
        path: ["statedMeetingDate"],
        params: { meetingOn: "2026-11-19" },
      },
    ],
  });
  expect(await mails()).toEqual([]);
});

test(`however often and at once one command is sent, one e-mail waits and one job${covers("REP-2")}`, async () => {
  const coordinator = await server.as("coordinator");
  const given = notice();
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => coordinator.call("notices.sendFirstMeeting", given)),
  );
  answers.push(await coordinator.call("notices.sendFirstMeeting", given));
  expect(answers.map((answer) => answer.data)).toEqual(answers.map(() => ({ ok: true })));
  const sent = await mails();
  expect(sent).toMatchObject([
    {
      toAddress: "worker@kinward.test",
      toStaffId: server.world.people.worker.staffId,
      commandId: given.commandId,
      params: { subject: "First meeting with the family, case 2026-00001" },
    },
  ]);
  expect(await mailJobs()).toEqual([{ mailId: sent[0]?.mailId }]);
  const { caseId } = ofEpisode();
  const tasks = await coordinator.api.cases.overview.query({ caseId });
  expect(tasks.duties.find((duty) => duty.key === "TASK:FIRST_MEETING_EMAIL")).toMatchObject({
    settledOn: "2026-11-20",
  });
  // Sent is sent: another command has nothing to send.
  const again = await coordinator.call("notices.sendFirstMeeting", notice());
  expect(again.failure).toMatchObject({ refusals: [{ code: "INVALID_TRANSITION" }] });
  expect(await mails()).toHaveLength(1);
  const { entries } = await coordinator.api.cases.history.query({ caseId, page: 1 });
  expect(entries[0]).toMatchObject({
    procedure: "notices.sendFirstMeeting",
    params: { to: "Test worker", meetingOn: "2026-11-19" },
  });
});

test("nothing of it was a bug", () => {
  expect(server.bugs).toEqual([]);
});
