import { z } from "zod";
import { type CaseId, CommandEnvelope, type DraftId, id, text } from "@kinward/domain/kernel";

const isStorable = (value: unknown): boolean =>
  typeof value === "string"
    ? !value.includes("\u0000") && value.isWellFormed()
    : value === null || typeof value !== "object"
      ? true
      : Object.entries(value).every(([key, part]) => isStorable(key) && isStorable(part));

/** A form as typed so far: anything that a form can hold; its own schema reads it when it is submitted. */
const DraftContent = z
  .record(z.string(), z.json())
  .refine(isStorable, { message: "TEXT_INVALID" })
  .refine((content) => JSON.stringify(content).length <= 400_000, { message: "TOO_LARGE" });

export const SaveDraftCommand = z.strictObject({
  ...CommandEnvelope,
  draftId: id<DraftId>(),
  kind: z.enum(["REFERRAL", "CONTACT", "CASE"]),
  caseId: z.exactOptional(id<CaseId>()),
  title: text(200),
  content: DraftContent,
  expectedVersion: z.int().min(0),
});
export const DraftCommand = z.strictObject({ ...CommandEnvelope, draftId: id<DraftId>() });
