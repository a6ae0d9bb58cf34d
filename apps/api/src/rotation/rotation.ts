import { lockAreas } from "@kinward/db/admin";
import { LINES_OF_A_PAGE, listOrderLines, replayLedger } from "@kinward/db/order";
import { listProposals } from "@kinward/db/proposals";
import {
  insertPause,
  listEndingContracts,
  listRotations,
  loadLedger,
  loadLineFacts,
  organizationNames,
  resumeArea,
} from "@kinward/db/rotation";
import {
  decidePauseArea,
  decideResumeArea,
  PauseAreaInput,
  ResumeAreaInput,
} from "@kinward/domain/agency";
import { LedgerCorrectionContent } from "@kinward/domain/approval";
import type { RotationEpoch } from "@kinward/domain/assignment";
import { type ContractAreaId, id } from "@kinward/domain/kernel";
import type {
  EndingContract,
  RotationArea,
  RotationCheck,
  RotationEpochView,
  RotationList,
} from "@kinward/domain/views";
import { z } from "zod";
import { router } from "../trpc/base.ts";
import { decided, orNotFound } from "../trpc/failure.ts";
import { command, query } from "../trpc/procedures.ts";
import { previewCorrection, proposeCaseMove, proposeCorrection } from "./propose.ts";
import { rotationRows } from "./row.ts";

const areaId = id<ContractAreaId>();

/** Every contract area with its balance, next turn, debt and pause. */
const list = query(
  "rotation.list",
  z.strictObject({}),
  async ({ trx, today }): Promise<RotationList> => ({
    areas: await rotationRows(trx, await listRotations(trx), today),
    organizations: Object.fromEntries(await organizationNames(trx)),
  }),
);

/** One area: what is to be repaid, epochs, and a page of its ledger, the newest line first. */
const area = query(
  "rotation.area",
  z.strictObject({ contractAreaId: areaId, page: z.int().min(1).max(100_000) }),
  async ({ trx, today, who }, { contractAreaId, page }): Promise<RotationArea> => {
    const found = orNotFound((await listRotations(trx, contractAreaId))[0]);
    const [row] = await rotationRows(trx, [found], today);
    const { epochs } = await loadLedger(trx, contractAreaId, { lines: false });
    // Numbers of cases are not an administrator's to see; who acted is.
    const scope = { ...who.actor, seesCases: false, seesPeople: true };
    const lines = await listOrderLines(trx, contractAreaId, scope, {}, page, today);
    const open = (await listProposals(trx, { kinds: ["LEDGER_CORRECTION"], state: "OPEN" }))
      .map((proposal) => LedgerCorrectionContent.parse(proposal.content))
      .filter((content) => content.contractAreaId === contractAreaId)
      .map((content) => content.seq);
    const facts = await loadLineFacts(
      trx,
      contractAreaId,
      lines.rows.map((line) => line.seq),
    );
    return {
      area: orNotFound(row),
      organizations: Object.fromEntries(await organizationNames(trx)),
      epochs: epochs.map(epochView).toReversed(),
      lines: lines.rows.map((line) => ({
        ...line,
        correctionOpen: open.includes(line.seq),
        takenBack: facts.reversed.has(line.seq),
        epoch: facts.epochs.get(line.seq) ?? 0,
      })),
      total: lines.total,
      page,
      pageSize: LINES_OF_A_PAGE,
    };
  },
);

const epochView = ({
  number,
  from,
  contractors,
  starter,
  opening,
}: RotationEpoch): RotationEpochView => ({
  number,
  from,
  pair: contractors,
  starter,
  opening: Object.entries(opening).map(([lane, { balance, last }]) => ({
    lane: lane as RotationEpochView["opening"][number]["lane"],
    balance,
    ...(last && { lastSeq: last.seq }),
  })),
});

/** Computes the ledger of an area, or of all, again from its first line. */
const check = query(
  "rotation.check",
  z.strictObject({ contractAreaId: z.exactOptional(areaId) }),
  async ({ trx, now }, { contractAreaId }): Promise<RotationCheck> => {
    const areas = [];
    for (const { contractAreaId: one, name } of await listRotations(trx, contractAreaId))
      areas.push({ contractAreaId: one, name, verdict: await replayLedger(trx, one) });
    return { checkedAt: now, areas };
  },
);

const pause = command("rotation.pause", PauseAreaInput, async ({ trx, today }, input) => {
  const { contractAreaId, from, resumesOn, reason } = input;
  await lockAreas(trx);
  const found = orNotFound((await listRotations(trx, contractAreaId))[0]);
  const { value } = decided(
    decidePauseArea(
      { from, ...(resumesOn === undefined ? {} : { resumesOn }) },
      found.pauses,
      today,
    ),
  );
  const areaPauseId = await insertPause(trx, contractAreaId, value, reason);
  return {
    result: { areaPauseId },
    subject: { kind: "CONTRACT_AREA", id: contractAreaId },
    params: { from, ...(resumesOn === undefined ? {} : { to: resumesOn }) },
  };
});

const resume = command("rotation.resume", ResumeAreaInput, async ({ trx, today }, input) => {
  const { contractAreaId, from, resumesOn } = input;
  await lockAreas(trx);
  const found = orNotFound((await listRotations(trx, contractAreaId))[0]);
  const { value } = decided(decideResumeArea({ from, resumesOn }, found.pauses, today));
  await resumeArea(trx, contractAreaId, value);
  return {
    result: { ok: true as const },
    subject: { kind: "CONTRACT_AREA", id: contractAreaId },
    params: { from, ...(value.resumesOn === undefined ? {} : { to: value.resumesOn }) },
  };
});

/** Contracts that ended, or end within 30 days, and still have open cases. */
const endingContracts = query(
  "rotation.endingContracts",
  z.strictObject({}),
  async ({ trx, today }): Promise<{ readonly contracts: readonly EndingContract[] }> => ({
    contracts: await listEndingContracts(trx, today),
  }),
);

export const rotationRouter = router({
  list,
  area,
  check,
  pause,
  resume,
  previewCorrection,
  proposeCorrection,
  endingContracts,
  proposeCaseMove,
});
