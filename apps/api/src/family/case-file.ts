import { findCaseFacts, findCaseFile } from "@kinward/db/cases";
import { takeAlong } from "@kinward/domain/casefile";
import { type CaseId, id } from "@kinward/domain/kernel";
import type { DownloadFile } from "@kinward/domain/views";
import { z } from "zod";
import { readingBounds } from "../cases/reading-bounds.ts";
import { orNotFound } from "../trpc/failure.ts";
import { caseQuery } from "../trpc/procedures.ts";

/** The facts that the rules read, with the policy of the case, as the file that `kinward evaluate` takes. */
export const caseFile = caseQuery(
  "family.caseFile",
  z.strictObject({ caseId: id<CaseId>() }),
  async ({ trx, caseId, today, who, relation }): Promise<DownloadFile> => {
    const { number } = orNotFound(await findCaseFacts(trx, caseId, today));
    const { file, book } = orNotFound(await findCaseFile(trx, caseId));
    const taken = takeAlong(file, book, readingBounds(who, relation).until);
    return {
      fileName: `case-file-${number}.json`,
      mediaType: "application/json",
      text: `${JSON.stringify(taken, null, 2)}\n`,
    };
  },
);
