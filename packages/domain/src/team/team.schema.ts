import { z } from "zod";
import type { CaseId, CoverId, EpisodeId, HandoverId, StaffId } from "../kernel/ids.ts";
import { CommandEnvelope, id, PlainDateSchema, text } from "../kernel/values.schema.ts";

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

/** Most cases that change hands at once. */
export const MOST_CASES = 100;

/** Several cases of one person; each is an act of its own, and all of them are done or none. */
export const ReassignManyCommand = z.strictObject({
  ...CommandEnvelope,
  fromStaffId: id<StaffId>(),
  ...takeOver,
  cases: z
    .array(
      z.strictObject({
        caseId: id<CaseId>(),
        revision: z.int().min(1),
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
