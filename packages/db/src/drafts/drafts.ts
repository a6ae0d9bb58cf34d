import type { CaseId, ContactId, DraftId, Instant, StaffId } from "@kinward/domain/kernel";
import type { DraftRow, DraftView } from "@kinward/domain/views";
import { sql } from "kysely";
import { canonical } from "../core/digest.ts";
import type { ReadTrx, Trx } from "../core/client.ts";
import { json } from "../core/values.ts";

export interface DraftToSave {
  readonly draftId: DraftId;
  readonly kind: DraftRow["kind"];
  readonly caseId?: CaseId;
  readonly title: string;
  readonly content: Readonly<Record<string, unknown>>;
  /** The version that was edited; 0 for a new draft. */
  readonly expectedVersion: number;
}
export type DraftSaved =
  | { readonly kind: "SAVED"; readonly version: number; readonly savedAt: Instant }
  /** Saved elsewhere in the meantime, with another content. */
  | { readonly kind: "CONFLICT"; readonly version: number }
  | { readonly kind: "NOT_FOUND" };

/** How long a discarded draft can be taken back. */
const UNDO = sql`interval '60 seconds'`;

/** The caller's own drafts that are still being written, newest first. */
export async function listDrafts(trx: ReadTrx, staffId: StaffId): Promise<readonly DraftRow[]> {
  const rows = await trx
    .selectFrom("draft")
    .select(["draftId", "kind", "title", "caseId", "savedAt", "version"])
    .select(sql<ContactId | null>`content ->> 'contactId'`.as("contactId"))
    .where("staffId", "=", staffId)
    .where("discardedAt", "is", null)
    .where("submittedAt", "is", null)
    .orderBy("savedAt", "desc")
    .limit(200)
    .execute();
  return rows.map(({ caseId, contactId, ...row }) => ({
    ...row,
    ...(caseId === null ? {} : { caseId }),
    ...(contactId === null ? {} : { contactId }),
  }));
}

/** One of the caller's drafts with what was typed. */
export async function findDraft(
  trx: ReadTrx | Trx,
  staffId: StaffId,
  draftId: DraftId,
): Promise<DraftView | undefined> {
  const row = await (trx as ReadTrx)
    .selectFrom("draft")
    .select(["draftId", "kind", "title", "caseId", "savedAt", "version", "content"])
    .where("draftId", "=", draftId)
    .where("staffId", "=", staffId)
    .where("discardedAt", "is", null)
    .where("submittedAt", "is", null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { caseId, ...draft } = row;
  return { ...draft, ...(caseId === null ? {} : { caseId }) };
}

/** Saves the whole form; a repeated save of the same content is the same save. */
export async function saveDraft(
  trx: Trx,
  staffId: StaffId,
  draft: DraftToSave,
  now: Instant,
): Promise<DraftSaved> {
  const { draftId, kind, title, content, expectedVersion } = draft;
  const stored = await trx
    .selectFrom("draft")
    .select(["staffId", "version", "content", "title", "savedAt", "discardedAt", "submittedAt"])
    .where("draftId", "=", draftId)
    .forUpdate()
    .executeTakeFirst();
  if (stored === undefined) {
    if (expectedVersion !== 0) return { kind: "NOT_FOUND" };
    await trx
      .insertInto("draft")
      .values({
        draftId,
        staffId,
        kind,
        caseId: draft.caseId ?? null,
        title,
        content: json(content),
        version: 1,
        savedAt: now,
      })
      .execute();
    return { kind: "SAVED", version: 1, savedAt: now };
  }
  if (stored.staffId !== staffId || stored.discardedAt !== null || stored.submittedAt !== null)
    return { kind: "NOT_FOUND" };
  const same = canonical(stored.content) === canonical(content) && stored.title === title;
  if (same && stored.version - expectedVersion <= 1)
    return { kind: "SAVED", version: stored.version, savedAt: stored.savedAt };
  if (stored.version !== expectedVersion) return { kind: "CONFLICT", version: stored.version };
  const version = stored.version + 1;
  await trx
    .updateTable("draft")
    .set({ title, content: json(content), caseId: draft.caseId ?? null, version, savedAt: now })
    .where("draftId", "=", draftId)
    .execute();
  return { kind: "SAVED", version, savedAt: now };
}

/** Puts a draft away; it can be taken back for a minute. */
export async function discardDraft(
  trx: Trx,
  staffId: StaffId,
  draftId: DraftId,
  now: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("draft")
    .set((eb) => ({ discardedAt: eb.fn.coalesce("discardedAt", eb.val(now)) }))
    .where("draftId", "=", draftId)
    .where("staffId", "=", staffId)
    .where("submittedAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes a draft back that was put away less than a minute ago. */
export async function restoreDraft(trx: Trx, staffId: StaffId, draftId: DraftId): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("draft")
    .set({ discardedAt: null })
    .where("draftId", "=", draftId)
    .where("staffId", "=", staffId)
    .where((eb) =>
      eb.or([eb("discardedAt", "is", null), sql<boolean>`discarded_at > now() - ${UNDO}`]),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The caller's draft has become what it was a draft of. */
export async function markDraftSubmitted(
  trx: Trx,
  draftId: DraftId,
  kind: DraftRow["kind"],
  at: Instant,
): Promise<void> {
  await trx
    .updateTable("draft")
    .set({ submittedAt: at })
    .where("draftId", "=", draftId)
    .where("kind", "=", kind)
    .where("submittedAt", "is", null)
    .execute();
}
