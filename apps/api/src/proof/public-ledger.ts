import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { readAs, system } from "@kinward/db";
import { countCall } from "@kinward/db/accounts";
import { listHeads } from "@kinward/db/proof";
import type { ContractAreaId } from "@kinward/domain/kernel";
import type { DownloadFile } from "@kinward/domain/views";
import type { RequestHandler } from "express";
import type { Services } from "../trpc/context.ts";
import { ledgerFile, type LedgerFormat, MEDIA_TYPES } from "./files.ts";

const CALLS_A_MINUTE = 60;
/** A ledger changes with each referral; nobody outside needs to see that at once. */
const MAX_AGE_SECONDS = 300;

const FORMATS: Readonly<Record<string, LedgerFormat>> = {
  json: "JSON",
  csv: "CSV",
  "checkpoints.json": "CHECKPOINTS",
};
const NAME = /^\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([a-z.]+)$/;

const compress = promisify(gzip);

/**
 * The ledgers for everyone, where the deployment says so: `areas.json` and, for each area, its ledger as JSON and CSV and its
 * checkpoints. Without a session; nothing in them leads to a person or a case.
 */
export function publicLedger({ db, config }: Pick<Services, "db" | "config">): RequestHandler {
  const caller = system("public ledger");

  const find = (path: string): Promise<DownloadFile | undefined> =>
    readAs(db, caller, async (trx) => {
      if (path === "/areas.json") {
        const areas = (await listHeads(trx)).map((area) => ({
          id: area.contractAreaId,
          name: area.areaName,
          seq: area.seq,
          hash: area.hash,
        }));
        const text = `${JSON.stringify({ areas }, null, 2)}\n`;
        return { fileName: "areas.json", mediaType: MEDIA_TYPES.JSON, text };
      }
      const [, area, ending = ""] = NAME.exec(path) ?? [];
      const format = FORMATS[ending];
      return area === undefined || format === undefined
        ? undefined
        : ledgerFile(trx, area as ContractAreaId, format);
    });

  return async (request, response, next) => {
    if (config.publicLedger !== true) return next();
    if (request.method !== "GET" && request.method !== "HEAD") return next();
    const { count, secondsLeft } = await countCall(db, `public:${request.ip ?? ""}`, 60);
    if (count > CALLS_A_MINUTE) {
      response.status(429).set("Retry-After", String(secondsLeft)).json({ error: "RATE_LIMITED" });
      return;
    }
    const file = await find(request.path);
    if (file === undefined) return next();
    response.set({
      "Content-Type": file.mediaType,
      "Content-Disposition": `inline; filename="${file.fileName}"`,
      "Cache-Control": `public, max-age=${MAX_AGE_SECONDS}`,
      ETag: `"${createHash("sha256").update(file.text).digest("base64url").slice(0, 22)}"`,
      Vary: "Accept-Encoding",
      // For everyone's programs, not only pages of this server.
      "Access-Control-Allow-Origin": "*",
      "Cross-Origin-Resource-Policy": "cross-origin",
    });
    if (request.fresh) return void response.status(304).end();
    const zipped = request.acceptsEncodings("gzip") === "gzip";
    if (zipped) response.set("Content-Encoding", "gzip");
    const bytes = zipped ? await compress(file.text) : Buffer.from(file.text);
    response.set("Content-Length", String(bytes.length));
    response.end(request.method === "HEAD" ? undefined : bytes);
  };
}
