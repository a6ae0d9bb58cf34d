import { listCaseAccess } from "@kinward/db/history";
import { type CaseId, id, PlainDateSchema, type StaffId } from "@kinward/domain/kernel";
import { ACCESS_KINDS, type AccessPage } from "@kinward/domain/views";
import { z } from "zod";
import { caseQuery } from "../trpc/procedures.ts";

const optional = z.exactOptional;

/** Who opened the case or took it along, for its supervisor and auditors. */
export const accesses = caseQuery(
  "history.accesses",
  z.strictObject({
    caseId: id<CaseId>(),
    page: z.int().min(1).max(10_000),
    filter: optional(
      z.strictObject({
        kind: optional(z.enum(ACCESS_KINDS)),
        staffId: optional(id<StaffId>()),
        from: optional(PlainDateSchema),
        to: optional(PlainDateSchema),
      }),
    ),
  }),
  async ({ trx, caseId }, { page, filter = {} }): Promise<AccessPage> =>
    listCaseAccess(trx, caseId, page, filter),
);
