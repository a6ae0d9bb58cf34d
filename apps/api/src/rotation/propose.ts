import { propose } from "@kinward/db/proposals";
import {
  decideCorrection,
  findMoveFacts,
  listOpenServices,
  organizationNames,
} from "@kinward/db/rotation";
import {
  decideCaseMove,
  LedgerCorrectionContent,
  ProposeCaseMoveInput,
  ProposeCorrectionInput,
} from "@kinward/domain/approval";
import type { CorrectionPreview } from "@kinward/domain/views";
import { decided, orNotFound, refused } from "../trpc/failure.ts";
import { command, query } from "../trpc/procedures.ts";
import { correctionPreview } from "./correction-preview.ts";

/** What a correction would make of the balance; refused as the correction would be. */
export const previewCorrection = query(
  "rotation.previewCorrection",
  LedgerCorrectionContent,
  async ({ trx, today, now }, content): Promise<CorrectionPreview> => {
    const { value } = decided(await decideCorrection(trx, content, { today, moment: now }));
    return correctionPreview(value, await organizationNames(trx));
  },
);

/** Proposes to state a turn anew; a second administrator adds the line. */
export const proposeCorrection = command(
  "rotation.proposeCorrection",
  ProposeCorrectionInput,
  async (tools, { contractAreaId, seq, contractor, counted, reason }) => {
    const { trx, today, at, who } = tools;
    const content = { contractAreaId, seq, contractor, counted };
    decided(await decideCorrection(trx, content, { today, moment: at }));
    const { value } = decided(
      await propose(tools, {
        kind: "LEDGER_CORRECTION",
        subject: { kind: "LEDGER_LINE", id: `${contractAreaId}:${seq}` },
        content,
        reason,
        by: who.actor.staffId,
      }),
    );
    return {
      result: value,
      subject: { kind: "CONTRACT_AREA", id: contractAreaId },
      params: { line: seq },
    };
  },
);

/** Proposes to move the open cases of a contract to another; a second administrator moves them. */
export const proposeCaseMove = command(
  "rotation.proposeCaseMove",
  ProposeCaseMoveInput,
  async (tools, { contractId, successorId, reason }) => {
    const { trx, today, who } = tools;
    const facts = orNotFound(await findMoveFacts(trx, contractId));
    const { value: move } = decided(
      decideCaseMove({ contractId, successorId }, facts.contracts, today),
    );
    const services = await listOpenServices(trx, contractId, move.ending.to);
    if (services.length === 0) throw refused({ code: "INVALID_TRANSITION", path: ["contractId"] });
    const { value } = decided(
      await propose(tools, {
        kind: "CASE_MOVE",
        subject: { kind: "CONTRACT", id: contractId },
        content: { contractId, successorId, episodes: services.map((one) => one.episodeId) },
        reason,
        by: who.actor.staffId,
      }),
    );
    return {
      result: value,
      subject: { kind: "CONTRACT", id: contractId },
      params: { count: services.length },
    };
  },
);
