import type { ReadTrx } from "@kinward/db";
import { loadCheckpointsFile, loadPublishedLedger } from "@kinward/db/proof";
import { checkpointsText, ledgerCsv, publishedText } from "@kinward/domain/assignment";
import type { ContractAreaId } from "@kinward/domain/kernel";
import type { DownloadFile } from "@kinward/domain/views";

/** The forms in which an area's ledger is given away. */
export const LEDGER_FORMATS = ["JSON", "CSV", "CHECKPOINTS"] as const;
export type LedgerFormat = (typeof LEDGER_FORMATS)[number];

export const MEDIA_TYPES = {
  JSON: "application/json; charset=utf-8",
  CSV: "text/csv; charset=utf-8; header=present",
  CHECKPOINTS: "application/json; charset=utf-8",
} as const satisfies Record<LedgerFormat, string>;

/** The ledger of an area as a file; the same ledger is the same bytes. */
export async function ledgerFile(
  trx: ReadTrx,
  contractAreaId: ContractAreaId,
  format: LedgerFormat,
): Promise<DownloadFile | undefined> {
  const ledger = await loadPublishedLedger(trx, contractAreaId);
  if (ledger === undefined) return undefined;
  const place = slug(ledger.area.name);
  const mediaType = MEDIA_TYPES[format];
  switch (format) {
    case "JSON":
      return { fileName: `kinward-ledger-${place}.json`, mediaType, text: publishedText(ledger) };
    case "CSV":
      return { fileName: `kinward-ledger-${place}.csv`, mediaType, text: ledgerCsv(ledger.lines) };
    case "CHECKPOINTS": {
      const file = await loadCheckpointsFile(trx, contractAreaId);
      return {
        fileName: `kinward-checkpoints-${place}.json`,
        mediaType,
        text: checkpointsText(file),
      };
    }
  }
}

/** A name of a place as part of a file name. */
const slug = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "") || "area";
