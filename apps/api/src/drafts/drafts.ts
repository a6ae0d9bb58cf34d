import { findRelatedCase } from "@kinward/db/accounts";
import { discardDraft, findDraft, listDrafts, restoreDraft, saveDraft } from "@kinward/db/drafts";
import { withdrawOverrideRequest } from "@kinward/db/referrals";
import { type DraftId, id } from "@kinward/domain/kernel";
import type { DraftRow, DraftView } from "@kinward/domain/views";
import { z } from "zod";
import { router } from "../trpc/base.ts";
import { Failed, notFound, orNotFound } from "../trpc/failure.ts";
import { canRead, keep, query } from "../trpc/procedures.ts";
import { DraftCommand, SaveDraftCommand } from "./drafts.schema.ts";

const ok = { ok: true } as const;

const list = query(
  "drafts.list",
  z.strictObject({}),
  async ({ trx, who }): Promise<{ readonly drafts: readonly DraftRow[] }> => ({
    drafts: await listDrafts(trx, who.actor.staffId),
  }),
);

const get = query(
  "drafts.get",
  z.strictObject({ draftId: id<DraftId>() }),
  async ({ trx, who }, { draftId }): Promise<DraftView> =>
    orNotFound(await findDraft(trx, who.actor.staffId, draftId)),
);

const save = keep("drafts.save", SaveDraftCommand, async ({ trx, who, now, today }, draft) => {
  // A draft may name a case only where its writer may read it, or it would tell which cases exist.
  if (draft.caseId !== undefined) {
    const found = orNotFound(
      await findRelatedCase(trx, { caseId: draft.caseId }, who.actor, today),
    );
    if (!canRead(who, "CASE_READ", found.relation)) throw notFound();
  }
  const saved = await saveDraft(trx, who.actor.staffId, draft, now);
  if (saved.kind === "NOT_FOUND") throw notFound();
  if (saved.kind === "CONFLICT") throw new Failed({ kind: "CONFLICT", revision: saved.version });
  return { version: saved.version, savedAt: saved.savedAt };
});

const discard = keep("drafts.discard", DraftCommand, async ({ trx, who, now }, { draftId }) => {
  const { staffId } = who.actor;
  if (!(await discardDraft(trx, staffId, draftId, now))) throw notFound();
  // Nobody should weigh a request that nothing will come of; whoever takes the draft back asks again.
  await withdrawOverrideRequest(trx, draftId, staffId, now);
  return ok;
});

const restore = keep("drafts.restore", DraftCommand, async ({ trx, who }, { draftId }) => {
  if (!(await restoreDraft(trx, who.actor.staffId, draftId))) throw notFound();
  return ok;
});

export const draftsRouter = router({ list, get, save, discard, restore });
