import { newId, readAs, sha256, system } from "@kinward/db";
import { developmentSigner, verifySignature } from "@kinward/db/ledger-keys";
import {
  CheckpointsFileSchema,
  ledgerCsv,
  type PublishedLedger,
  PublishedLedgerSchema,
  readLedgerCsv,
  ReceiptFileSchema,
  verifyPublished,
  type Witnesses,
} from "@kinward/domain/assignment";
import type { CommandId, ContractAreaId, OrganizationId } from "@kinward/domain/kernel";
import { covers } from "@kinward/domain/testing";
import type { DownloadFile, HeadsView } from "@kinward/domain/views";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startWorldServer, type WorldServer } from "../testing/server.ts";
import type { PersonName } from "../testing/world.ts";
import { signLedgers } from "./sign-ledgers.ts";

let server: WorldServer;
/** The same server, with the ledgers open to everyone. */
let open: WorldServer;
beforeAll(async () => {
  server = await startWorldServer();
  open = await startWorldServer({ config: { publicLedger: true } });
});
afterAll(() => Promise.all([server.stop(), open.stop()]));

const heads = async (who: PersonName) => {
  const client = await server.as(who);
  return (await client.api.proof.heads.query({})) as HeadsView;
};
const file = async (who: PersonName, format: "JSON" | "CSV" | "CHECKPOINTS") => {
  const client = await server.as(who);
  const { contractAreaId } = server.world;
  return (await client.api.proof.ledger.query({ contractAreaId, format })) as DownloadFile;
};
const parsed = (text: string) => PublishedLedgerSchema.parse(JSON.parse(text)) as PublishedLedger;
const faultsOf = (text: string, witnesses: Witnesses) =>
  verifyPublished(parsed(text), witnesses, { sha256, verifySignature }).faults.filter(
    // The world's only line was written by hand: there is no epoch behind it.
    ({ code }) => code !== "REPLAY",
  );

test(
  "an administrator has the ledgers signed; asked again there is nothing to sign" + covers("ASG-9"),
  async () => {
    const client = await server.as("administrator");
    const command = { commandId: newId<CommandId>() };
    expect(await client.api.proof.makeCheckpoints.mutate(command)).toEqual({ made: 1 });
    expect(await client.api.proof.makeCheckpoints.mutate(command)).toEqual({ made: 1 });
    expect(
      await client.api.proof.makeCheckpoints.mutate({ commandId: newId<CommandId>() }),
    ).toEqual({ made: 0 });
    const auditor = await server.as("auditor");
    expect((await auditor.call("proof.makeCheckpoints", { commandId: newId() })).failure).toEqual({
      kind: "FORBIDDEN",
      because: "READ_ONLY",
    });
  },
);

test(
  "contractor, Department and auditor see the same head, worker and coordinator none" +
    covers("ASG-4"),
  async () => {
    const { areas } = await heads("auditor");
    expect(areas).toMatchObject([{ areaName: "Test area", seq: 1, checkpoint: { seq: 1 } }]);
    for (const who of ["supervisor", "administrator", "contractorSupervisor"] as const)
      expect((await heads(who)).areas).toEqual(areas);
    for (const who of ["worker", "coordinator", "intake"] as const) {
      const client = await server.as(who);
      expect((await client.call("proof.heads")).failure?.kind).toBe("FORBIDDEN");
    }
  },
);

test(
  "the ledger is downloaded as JSON, as a table and as checkpoints, and verified against what was kept" +
    covers("ASG-9"),
  async () => {
    const json = await file("contractorSupervisor", "JSON");
    expect(json).toMatchObject({ fileName: "kinward-ledger-test-area.json" });
    expect(await file("auditor", "JSON")).toEqual(json);
    const csv = await file("contractorSupervisor", "CSV");
    expect(csv.text).toBe(ledgerCsv(parsed(json.text).lines));
    expect(readLedgerCsv(csv.text)).toEqual(parsed(json.text).lines);
    const kept = CheckpointsFileSchema.parse(
      JSON.parse((await file("contractorSupervisor", "CHECKPOINTS")).text),
    );
    expect(kept.checkpoints).toHaveLength(1);
    expect(faultsOf(json.text, { checkpoints: [kept] })).toEqual([]);
  },
);

test("of an area that is not its own a contractor learns nothing", async () => {
  const stranger = newId<OrganizationId>();
  await sql`INSERT INTO app.organization (organization_id, name) VALUES (${stranger}, 'Stranger')`.execute(
    server.services.db,
  );
  // Its contract in the area is another organization's from now on; contracts are no case data, so the app may write them.
  const { contractAreaId, contracts, organizations } = server.world;
  const give = (to: OrganizationId) =>
    sql`UPDATE app.contract SET organization_id = ${to} WHERE contract_id = ${contracts[1]}`.execute(
      server.services.db,
    );
  await give(stranger);
  const client = await server.as("foreignContractorSupervisor");
  expect((await client.api.proof.heads.query({})) as HeadsView).toEqual({ areas: [] });
  const foreign = await client.call("proof.ledger", { contractAreaId, format: "JSON" });
  const missing = await client.call("proof.ledger", {
    contractAreaId: newId<ContractAreaId>(),
    format: "JSON",
  });
  expect(foreign.failure).toEqual({ kind: "NOT_FOUND" });
  expect(foreign.text).toBe(missing.text);
  await give(organizations.foreignContractor);
  expect((await client.call("proof.ledger", { contractAreaId, format: "CSV" })).status).toBe(200);
});

test(
  "worker and contractor keep the receipt of their referral, which witnesses its line" +
    covers("ASG-3"),
  async () => {
    const json = await file("auditor", "JSON");
    const { referralId } = server.world.theCase;
    const texts = new Set<string>();
    for (const who of ["worker", "supervisor", "contractorSupervisor", "intake"] as const) {
      const client = await server.as(who);
      const receipt = (await client.api.proof.receipt.query({ referralId })) as DownloadFile;
      expect(receipt.fileName).toBe("kinward-receipt-turn-1.json");
      texts.add(receipt.text);
    }
    expect(texts.size).toBe(1);
    const [text = ""] = texts;
    const receipt = ReceiptFileSchema.parse(JSON.parse(text));
    expect(faultsOf(json.text, { receipts: [receipt] })).toEqual([]);
    const forged = { ...receipt, hash: "0".repeat(64) };
    expect(faultsOf(json.text, { receipts: [forged] })).toMatchObject([{ code: "RECEIPT_LINE" }]);
    expect(text).not.toMatch(/Testfamily|2026-00001/);
    const client = await server.as("foreignContractorSupervisor");
    expect((await client.call("proof.receipt", { referralId })).failure).toEqual({
      kind: "NOT_FOUND",
    });
  },
);

test("the job signs what is of days before, and leaves no trace of an hour without such", async () => {
  const { services } = open;
  const commands = () =>
    readAs(services.db, system("test"), (trx) =>
      trx
        .selectFrom("command")
        .select(["systemPurpose", "result"])
        .where("procedure", "=", "ledger.checkpoint")
        .execute(),
    );
  await signLedgers(services);
  await signLedgers(services);
  const client = await open.as("auditor");
  expect((await client.api.proof.heads.query({})) as HeadsView).toMatchObject({
    areas: [{ checkpoints: 1, checkpoint: { seq: 1, day: "2026-11-20" } }],
  });
  expect(await commands()).toEqual([{ systemPurpose: "checkpoints", result: { made: 1 } }]);
  const { publicKey } = developmentSigner();
  expect(publicKey).toBe(services.ledgerSigner.publicKey);
});

test("nobody without a session gets a ledger unless the deployment says so", async () => {
  const path = `/public/ledger/${server.world.contractAreaId}.json`;
  expect((await server.anyone.get(path)).status).toBe(404);
  expect((await server.anyone.get("/public/ledger/areas.json")).status).toBe(404);
});

test("where the deployment says so, everyone gets the ledgers, with a tag to ask again by", async () => {
  const areas = await open.anyone.get("/public/ledger/areas.json");
  const { contractAreaId } = open.world;
  expect(JSON.parse(areas.text)).toMatchObject({ areas: [{ id: contractAreaId, seq: 1 }] });
  const at = `/public/ledger/${contractAreaId}`;
  const json = await open.anyone.get(`${at}.json`);
  expect(json.status).toBe(200);
  expect(json.headers.get("cache-control")).toBe("public, max-age=300");
  expect(json.headers.get("set-cookie")).toBeNull();
  expect(parsed(json.text).lines).toHaveLength(1);
  const etag = json.headers.get("etag") ?? "";
  expect(
    (await open.anyone.get(`${at}.json`, { "if-none-match": etag, "cache-control": "max-age=0" }))
      .status,
  ).toBe(304);
  const zipped = await fetch(`${open.origin}${at}.json`, {
    headers: { "accept-encoding": "gzip" },
  });
  expect(zipped.headers.get("content-encoding")).toBe("gzip");
  expect(await zipped.text()).toBe(json.text);
  const csv = await open.anyone.get(`${at}.csv`);
  expect(csv.headers.get("content-type")).toMatch(/^text\/csv/);
  expect(csv.text).toBe(ledgerCsv(parsed(json.text).lines));
  expect((await open.anyone.get(`${at}.checkpoints.json`)).status).toBe(200);
  for (const wrong of [
    `${at}.xml`,
    `/public/ledger/${newId()}.json`,
    "/public/ledger/",
    "/public/ledger/..%2f",
  ])
    expect([wrong, (await open.anyone.get(wrong)).status]).toEqual([wrong, 404]);
  expect((await open.anyone.post(`${at}.json`, {})).status).toBe(404);
});

test("too many calls from one address are sent away", async () => {
  const answers = await Promise.all(
    Array.from({ length: 61 }, () => open.anyone.get("/public/ledger/areas.json")),
  );
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(Number(refused[0]?.headers.get("retry-after"))).toBeLessThanOrEqual(60);
});
