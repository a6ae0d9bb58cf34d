import { findRelatedCase } from "@kinward/db/accounts";
import { findDraft } from "@kinward/db/drafts";
import { type Actor, may } from "@kinward/domain/access";
import { ReferralDraft } from "@kinward/domain/assignment";
import type { CaseId, DraftId, PlainDate } from "@kinward/domain/kernel";
import type { ReadTrx, Trx } from "@kinward/db";
import type { z } from "zod";
import type { SignedIn } from "../trpc/context.ts";
import { Failed, forbidden, notFound, orNotFound } from "../trpc/failure.ts";

/** A case that a form names is looked for within the caller's own. */
export async function requireCase(
  trx: Parameters<typeof findRelatedCase>[0],
  caseId: CaseId | undefined,
  actor: Actor,
  today: Parameters<typeof findRelatedCase>[3],
): Promise<void> {
  // Whoever begins a case is its worker.
  const relation =
    caseId === undefined
      ? { onTeam: true, below: true }
      : orNotFound(await findRelatedCase(trx, { caseId }, actor, today)).relation;
  const permission = may(actor, "REFERRAL_SUBMIT", relation);
  if (permission.allowed) return;
  throw ["ROLE", "RELATION"].includes(permission.because)
    ? notFound()
    : forbidden(permission.because);
}

const invalid = (error: z.ZodError): Failed =>
  new Failed({
    kind: "INVALID",
    issues: error.issues.map(({ path, message }) => ({
      path: path.filter((step) => typeof step !== "symbol"),
      message,
    })),
  });

/** A draft of the caller, saved or sent along, whose case is open to them. */
export async function readDraft(
  {
    trx,
    who,
    today,
  }: { readonly trx: ReadTrx | Trx; readonly who: SignedIn; readonly today: PlainDate },
  draftId: DraftId | undefined,
  content: ReferralDraft = {},
): Promise<ReferralDraft> {
  const { actor } = who;
  const draft =
    draftId === undefined
      ? { success: true as const, data: content }
      : ReferralDraft.safeParse(orNotFound(await findDraft(trx, actor.staffId, draftId)).content);
  if (!draft.success) throw invalid(draft.error);
  if (draft.data.caseId !== undefined) await requireCase(trx, draft.data.caseId, actor, today);
  return draft.data;
}
