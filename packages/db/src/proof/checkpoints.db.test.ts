import {
  type PublishedLedger,
  PublishedLedgerSchema,
  publishedText,
  verifyPublished,
} from "@kinward/domain/assignment";
import type { CommandId, ContractAreaId, PlainDate } from "@kinward/domain/kernel";
import { defaultPolicyBook } from "@kinward/domain/policy";
import { covers } from "@kinward/domain/testing";
import { sql } from "kysely";
import { afterAll, beforeEach, expect, test } from "vitest";
import { system } from "../core/caller.ts";
import { runCommand } from "../core/command.ts";
import { sha256 } from "../core/digest.ts";
import { readAs, writeAs } from "../core/transaction.ts";
import { json, newId } from "../core/values.ts";
import { makeAgency, type TestAgency, type TestArea } from "../testing/agency.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import { familyDraft, refer } from "../testing/referral.ts";
import { isCheckpointDue, makeCheckpoints } from "./checkpoints.ts";
import { listHeads } from "./heads.ts";
import {
  developmentSigner,
  ledgerSigner,
  newLedgerKey,
  publicKeyPem,
  readPublicKey,
  verifySignature,
} from "./keys.ts";
import { findReceiptFile, loadCheckpointsFile, loadPublishedLedger } from "./load-published.ts";
import { loadLedgerKeys, revokeLedgerKey } from "./signing-keys.ts";

const opened: Opened[] = [];
afterAll(() => Promise.all(opened.map((one) => one.close())));

let db: Opened["db"];
let owner: Opened["owner"];
let agency: TestAgency;
let area: TestArea;
const signer = developmentSigner();
const ports = { sha256, verifySignature };

beforeEach(async () => {
  const fresh = await openDatabase();
  opened.push(fresh);
  ({ db, owner } = fresh);
  agency = await makeAgency(owner, { areas: 2 });
  [area] = agency.areas as readonly [TestArea];
});

const referFamily = async (family: string, where = area) =>
  refer(db, agency.worker, await familyDraft(db, where, { family }));
const make = async (by = signer, ofEarlierDays = false) => {
  const outcome = await runCommand(
    db,
    {
      commandId: newId<CommandId>(),
      procedure: "ledger.checkpoint",
      caller: system("test"),
      input: {},
    },
    async (tools) => {
      const result = await makeCheckpoints(tools, by, ofEarlierDays);
      return { done: { result: result ?? "REFUSED" } };
    },
  );
  if (outcome.kind !== "DONE") throw new Error(outcome.kind);
  return outcome.result;
};
const published = async (
  contractAreaId: ContractAreaId = area.areaId,
): Promise<PublishedLedger> => {
  const ledger = await readAs(db, system("test"), (trx) =>
    loadPublishedLedger(trx, contractAreaId),
  );
  if (ledger === undefined) throw new Error("no ledger");
  return PublishedLedgerSchema.parse(JSON.parse(publishedText(ledger))) as PublishedLedger;
};
const faults = async (witnesses: Parameters<typeof verifyPublished>[1] = {}) =>
  verifyPublished(await published(), witnesses, ports).faults;

test(
  "each new end of a ledger is signed once, and the published ledger is verified" + covers("ASG-9"),
  async () => {
    expect(await make()).toEqual([]);
    await referFamily("Moss");
    const { referralId } = await referFamily("Reed");
    await referFamily("Fern", agency.areas[1]);
    const made = await make();
    expect(made).toHaveLength(2);
    expect(made).toContainEqual({ contractAreaId: area.areaId, seq: 2 });
    expect(await make()).toEqual([]);
    await referFamily("Hill");
    expect(await make()).toEqual([{ contractAreaId: area.areaId, seq: 3 }]);

    const ledger = await published();
    expect(ledger.lines).toHaveLength(3);
    expect(ledger.checkpoints.map(({ seq }) => seq)).toEqual([2, 3]);
    expect(ledger.area.name).toBe("Area 1");
    expect(ledger.contractors.map(({ name }) => name).toSorted()).toEqual([
      "Prairie Family Services",
      "River Bend Family Care",
    ]);
    const kept = await readAs(db, system("test"), (trx) => loadCheckpointsFile(trx, area.areaId));
    const receipt = await readAs(db, system("test"), (trx) => findReceiptFile(trx, referralId));
    expect(receipt).toMatchObject({ seq: 2, checkpoint: { seq: 2 } });
    expect(receipt && (await faults({ receipts: [receipt], checkpoints: [kept] }))).toEqual([]);
    // Nothing in the document leads to a case.
    expect(publishedText(ledger)).not.toMatch(/Moss|Reed|Hill|2026-0000/);
    const rows = await readAs(db, system("test"), (trx) =>
      trx.selectFrom("referral").select(["referralId", "caseId", "episodeId"]).execute(),
    );
    for (const id of rows.flatMap((row) => Object.values(row)))
      expect(publishedText(ledger)).not.toContain(id);
  },
);

test("epochs and settings of a published book are signed as well", async () => {
  await referFamily("Moss");
  const book = { ...defaultPolicyBook("IA_FSRP"), number: 1 };
  const settings = [
    ...book.settings,
    {
      key: "tieBreak" as const,
      value: "STARTER_FIRST" as const,
      validFrom: "2099-01-01" as PlainDate,
      source: "test",
    },
  ];
  await writeAs(db, system("test"), (trx) =>
    trx
      .insertInto("policyBook")
      .values({
        profile: "IA_FSRP",
        number: 1,
        digest: newId(),
        document: json({ ...book, settings }),
        publishedAt: "2026-11-22T00:00:00.000Z" as never,
        commandId: newId<CommandId>(),
      })
      .execute(),
  );
  await referFamily("Reed");
  await make();
  const ledger = await published();
  expect(ledger.policies.map(({ policyNumber }) => policyNumber)).toEqual([0, 1]);
  expect(ledger.policies[1]?.versions.map(({ from }) => from)).toEqual([undefined, "2099-01-01"]);
  expect(verifyPublished(ledger, {}, ports).faults).toEqual([]);
  const [, second] = ledger.policies;
  const fitted = { ...second, versions: second?.versions.slice(0, 1) } as typeof second;
  expect(
    verifyPublished(
      {
        ...ledger,
        policies: [...ledger.policies.slice(0, 1), fitted as NonNullable<typeof fitted>],
      },
      {},
      ports,
    ).faults.map(({ code }) => code),
  ).toEqual(["CHECKPOINT_TERMS"]);
});

test("a line changed by the owner of the database itself is named" + covers("ASG-9"), async () => {
  for (const family of ["Moss", "Reed", "Fern", "Hill"]) await referFamily(family);
  await make();
  const [[, second]] = [(await published()).lines];
  await sql`UPDATE app.ledger_line SET line = jsonb_set(line, '{contractor}', ${json(agency.prairie)})
    WHERE contract_area_id = ${area.areaId} AND seq = 2`.execute(owner);
  expect(second?.contractor).toBe(agency.riverBend);
  expect(await faults()).toMatchObject([
    { code: "CHAIN_HASH", seq: 2 },
    { code: "REPLAY", seq: 2, field: "after" },
  ]);
});

test("another key takes over, old checkpoints stay good, and the old key signs no more", async () => {
  await referFamily("Moss");
  await make();
  const next = ledgerSigner(newLedgerKey());
  // The same end is signed by the new key too, so that it stands for everything before.
  expect(await make(next)).toEqual([{ contractAreaId: area.areaId, seq: 1 }]);
  expect(await make(next)).toEqual([]);
  await referFamily("Reed");
  expect(await make(signer)).toBe("REFUSED");
  expect(await readAs(db, system("test"), (trx) => isCheckpointDue(trx, signer))).toBe(false);
  expect(await make(next)).toEqual([{ contractAreaId: area.areaId, seq: 2 }]);
  expect(await faults()).toEqual([]);
  const keys = await readAs(db, system("test"), loadLedgerKeys);
  expect(keys.map((key) => [key.publicKey, key.to === undefined])).toEqual([
    [signer.publicKey, false],
    [next.publicKey, true],
  ]);
});

test("a revoked key signs no more, and what it signed from that day on is not believed", async () => {
  await referFamily("Moss");
  await make();
  const [key] = await readAs(db, system("test"), loadLedgerKeys);
  const today = await readAs(db, system("test"), async (_, clock) => clock.today);
  const revoke = (id: string) =>
    runCommand(
      db,
      {
        commandId: newId<CommandId>(),
        procedure: "ledger.revokeKey",
        caller: system("test"),
        input: {},
        reason: "Lost",
      },
      async (tools) => ({ done: { result: await revokeLedgerKey(tools, id, today) } }),
    );
  expect(await revoke("0".repeat(64))).toMatchObject({ result: false });
  expect(await revoke(key?.id ?? "")).toMatchObject({ result: true });
  expect(await revoke(key?.id ?? "")).toMatchObject({ result: false });
  expect(await make()).toBe("REFUSED");
  expect((await faults()).map(({ code }) => code)).toEqual(["CHECKPOINT_KEY"]);
});

test("the job signs once for each day, after it is over", async () => {
  await referFamily("Moss");
  // Its moment is of today.
  expect(await readAs(db, system("test"), (trx) => isCheckpointDue(trx, signer))).toBe(false);
  expect(await make(signer, true)).toEqual([]);
  await sql`UPDATE app.agency SET fixed_today = app.today() + 1`.execute(owner);
  expect(await readAs(db, system("test"), (trx) => isCheckpointDue(trx, signer))).toBe(true);
  expect(await make(signer, true)).toEqual([{ contractAreaId: area.areaId, seq: 1 }]);
  expect(await readAs(db, system("test"), (trx) => isCheckpointDue(trx, signer))).toBe(false);
});

test("two processes at once sign one after the other", async () => {
  for (const family of ["Moss", "Reed"]) await referFamily(family);
  const made = await Promise.all([make(), make(), make()]);
  expect(made.flat()).toEqual([{ contractAreaId: area.areaId, seq: 2 }]);
  expect(await faults()).toEqual([]);
});

test("the database refuses a checkpoint of another line, without the one before, or twice", async () => {
  for (const family of ["Moss", "Reed"]) await referFamily(family);
  await make();
  const write = (change: object, columns: object = {}) =>
    writeAs(db, system("test"), async (trx) => {
      const row = await trx.selectFrom("checkpoint").selectAll().executeTakeFirstOrThrow();
      const checkpoint = { ...row.checkpoint, prev: row.digest, ...change };
      await trx
        .insertInto("checkpoint")
        .values({ ...row, number: 2, ...columns, checkpoint: json(checkpoint) })
        .execute();
    });
  await expect(write({ hash: "a".repeat(64) })).rejects.toThrow(/another line/);
  await expect(write({ prev: "a".repeat(64) })).rejects.toThrow(/does not follow/);
  await expect(write({}, { number: 3 })).rejects.toThrow(/does not follow/);
  await expect(write({ seq: 1 }, { seq: 1 })).rejects.toThrow(/does not follow/);
  await expect(write({ note: "Moss" })).rejects.toThrow(/check/);
  await expect(write({})).rejects.toThrow(/duplicate key/);
});

test("heads are those of one's own areas", async () => {
  await referFamily("Moss");
  await make();
  await referFamily("Reed");
  const all = await readAs(db, system("test"), (trx) => listHeads(trx));
  expect(all).toMatchObject([
    { areaName: "Area 1", seq: 2, checkpoints: 1, checkpoint: { seq: 1 } },
    { areaName: "Area 2", seq: 0, hash: "0".repeat(64), checkpoints: 0 },
  ]);
  const caller = {
    kind: "person",
    staffId: agency.prairieCoordinator,
    organizationId: agency.prairie,
  } as const;
  expect(await readAs(db, caller, (trx) => listHeads(trx, agency.prairie))).toEqual(all);
  expect(await readAs(db, caller, (trx) => listHeads(trx, newId()))).toEqual([]);
});

test("keys are read from PEM and from base64, and nothing else is one", () => {
  const own = ledgerSigner(newLedgerKey().replaceAll("\n", "\\n"));
  expect(readPublicKey(publicKeyPem(own.publicKey))).toBe(own.publicKey);
  expect(readPublicKey(` ${own.publicKey}\n`)).toBe(own.publicKey);
  expect(readPublicKey("no key")).toBeUndefined();
  expect(() => ledgerSigner("no key")).toThrow();
  const signature = own.sign("text");
  expect(verifySignature(own.publicKey, "text", signature)).toBe(true);
  expect(verifySignature(own.publicKey, "texts", signature)).toBe(false);
  expect(verifySignature("bm8ga2V5", "text", signature)).toBe(false);
  expect(verifySignature(own.publicKey, "text", "bm8=")).toBe(false);
});
