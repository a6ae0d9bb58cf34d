import { findReceiptFile, listHeads, makeCheckpoints } from "@kinward/db/proof";
import { receiptText } from "@kinward/domain/assignment";
import { CommandEnvelope, type ContractAreaId, id, type ReferralId } from "@kinward/domain/kernel";
import { requiredText } from "@kinward/domain/kernel";
import type { DownloadFile, HeadsView } from "@kinward/domain/views";
import { z } from "zod";
import { router } from "../trpc/base.ts";
import { notFound, orNotFound, refused } from "../trpc/failure.ts";
import { canRead, caseQuery, command, query } from "../trpc/procedures.ts";
import { ledgerFile, LEDGER_FORMATS, MEDIA_TYPES } from "./files.ts";

/** The end of each ledger that the caller may see: contractors those of their own areas. */
const heads = query(
  "proof.heads",
  z.strictObject({}),
  async ({ trx, who }): Promise<HeadsView> => ({
    areas: await listHeads(trx, who.caller.organizationId),
  }),
);

/** An area's ledger to keep. Of a foreign area nobody learns whether it exists. */
const ledger = query(
  "proof.ledger",
  z.strictObject({ contractAreaId: id<ContractAreaId>(), format: z.enum(LEDGER_FORMATS) }),
  async ({ trx, who }, { contractAreaId, format }): Promise<DownloadFile> => {
    const own = await listHeads(trx, who.caller.organizationId);
    const ownArea = own.some((area) => area.contractAreaId === contractAreaId);
    if (!ownArea || !canRead(who, "LEDGER_SEE", { ownArea })) throw notFound();
    return orNotFound(await ledgerFile(trx, contractAreaId, format));
  },
);

/** The end of the ledger as a referral found it: whoever keeps this witnesses its line. */
const receipt = caseQuery(
  "proof.receipt",
  z.strictObject({ referralId: id<ReferralId>() }),
  async ({ trx }, { referralId }): Promise<DownloadFile> => {
    const file = orNotFound(await findReceiptFile(trx, referralId));
    return {
      fileName: `kinward-receipt-turn-${file.seq}.json`,
      mediaType: MEDIA_TYPES.JSON,
      text: receiptText(file),
    };
  },
);

/** Signs the end of every ledger now, beside the job that does it after each day. */
const checkpointNow = command(
  "proof.makeCheckpoints",
  z.strictObject({ ...CommandEnvelope, reason: z.exactOptional(requiredText(2_000)) }),
  async (tools) => {
    const made = await makeCheckpoints(tools, tools.services.ledgerSigner);
    if (made === undefined) throw refused({ code: "LEDGER_KEY_ENDED" });
    return { result: { made: made.length } };
  },
);

export const proofRouter = router({ heads, ledger, receipt, makeCheckpoints: checkpointNow });
