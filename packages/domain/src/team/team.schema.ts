import { z } from "zod";
import type { CaseId, CoverId, EpisodeId, HandoverId, StaffId } from "../kernel/ids.ts";
import { CommandEnvelope, id, PlainDateSchema, text } from "../kernel/values.schema.ts";
import { MOST_CASES } from "./take-over.ts";

/** A case goes to another worker, or a service to another coordinator, with the words of whoever hands over. */
const takeOver = {
  staffId: id<StaffId>(),
  from: PlainDateSchema,
};
const note = z.exactOptional(text(5_000));

export const ReassignWorkerCommand = z.strictObject({
  ...CommandEnvelope,
  caseId: id<CaseId>(),
  revision: z.int().min(1),
  ...takeOver,
  note,
});

export const ReassignCoordinatorCommand = z.strictObject({
  ...CommandEnvelope,
  episodeId: id<EpisodeId>(),
  revision: z.int().min(1),
  ...takeOver,
  note,
});

/** Cases of a page, and those chosen before, of which it is asked whether they can change hands. */
export const HandOverQuestion = z.strictObject({
  caseIds: z
    .array(id<CaseId>())
    .min(1)
    .max(2 * MOST_CASES),
});

/** Several cases, of one person or each of its own; each is an act of its own, and all of them are done or none. */
export const ReassignManyCommand = z.strictObject({
  ...CommandEnvelope,
  fromStaffId: z.exactOptional(id<StaffId>()),
  ...takeOver,
  cases: z
    .array(
      z.strictObject({
        caseId: id<CaseId>(),
        revision: z.int().min(1),
        /** Whose it is, where the cases are of several. */
        fromStaffId: z.exactOptional(id<StaffId>()),
        note,
      }),
    )
    .min(1)
    .max(MOST_CASES),
});

export const ConfirmHandoverCommand = z.strictObject({
  ...CommandEnvelope,
  caseId: id<CaseId>(),
  handoverId: id<HandoverId>(),
});

export const NameCoverCommand = z.strictObject({
  ...CommandEnvelope,
  staffId: id<StaffId>(),
  coveredBy: id<StaffId>(),
  from: PlainDateSchema,
  to: PlainDateSchema,
});

export const EndCoverCommand = z.strictObject({ ...CommandEnvelope, coverId: id<CoverId>() });
