import { findRelatedCase } from "@kinward/db/accounts";
import { areaOptions, loadServiceAreas } from "@kinward/db/agency";
import { findCaseFile, listPersonDetails } from "@kinward/db/cases";
import { findDraft } from "@kinward/db/drafts";
import { findPeople } from "@kinward/db/people";
import { loadPolicyBook } from "@kinward/db/policy";
import {
  findCaseSoFar,
  findReceipt,
  listReferrals,
  loadReferralFacts,
  type NotSubmitted,
  submitReferral,
} from "@kinward/db/referrals";
import { type Actor, may, mayRead } from "@kinward/domain/access";
import { checkReferral, ReferralDraft, SubmitReferralCommand } from "@kinward/domain/assignment";
import {
  type CaseId,
  type DraftId,
  id,
  PlainDateSchema,
  type ReferralId,
  text,
} from "@kinward/domain/kernel";
import type {
  AreaOption,
  FoundPerson,
  PersonView,
  ReceiptView,
  ReferralCheck,
  ReferralRow,
} from "@kinward/domain/views";
import { z } from "zod";
import { peopleOf } from "../cases/people.ts";
import { scopeOf } from "../cases/scope.ts";
import { router } from "../trpc/base.ts";
import { Failed, forbidden, notFound, orNotFound, refused } from "../trpc/failure.ts";
import { caseQuery, command, query } from "../trpc/procedures.ts";

const optional = z.exactOptional;

const options = query(
  "referrals.options",
  z.strictObject({}),
  async ({
    trx,
    today,
  }): Promise<{ readonly areas: readonly AreaOption[]; readonly today: string }> => ({
    areas: areaOptions(await loadServiceAreas(trx), today),
    today,
  }),
);

const findPeopleOfForm = query(
  "referrals.findPeople",
  z.strictObject({
    given: optional(text(100)),
    family: optional(text(100)),
    birthDate: optional(PlainDateSchema),
  }),
  async ({ trx, who, today, saw }, asked): Promise<{ readonly people: readonly FoundPerson[] }> => {
    const people = await findPeople(trx, asked, scopeOf(who), today);
    saw(people.flatMap((person) => person.cases.map((one) => one.caseId)));
    return { people };
  },
);

/** What a form about a known family begins with. */
interface CaseForReferral {
  readonly caseId: CaseId;
  readonly caseNumber: string;
  readonly open: boolean;
  readonly openedOn?: string;
  readonly openingBasis?: string;
  readonly people: readonly PersonView[];
  readonly standingEpisode?: { readonly serviceType: string; readonly effectiveDate: string };
}

const caseForReferral = caseQuery(
  "referrals.caseForReferral",
  z.strictObject({ caseId: id<CaseId>() }),
  async ({ trx, caseId, today }): Promise<CaseForReferral> => {
    const found = orNotFound(await findCaseSoFar(trx, caseId));
    const { file } = orNotFound(await findCaseFile(trx, caseId));
    const standing = found.episodes.findLast(
      (episode) =>
        episode.standing &&
        (episode.lastServiceDay === undefined || episode.lastServiceDay >= today),
    );
    return {
      caseId,
      caseNumber: found.caseNumber,
      open: found.openedOn !== undefined,
      ...(found.openedOn !== undefined && { openedOn: found.openedOn }),
      ...(file.openingBasis !== undefined && { openingBasis: file.openingBasis }),
      people: peopleOf(file, await listPersonDetails(trx, caseId, today), today),
      ...(standing && {
        standingEpisode: {
          serviceType: standing.serviceType,
          effectiveDate: standing.effectiveDate,
        },
      }),
    };
  },
);

/** A case that a form names is looked for within the caller's own. */
async function requireCase(
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

const check = query(
  "referrals.check",
  z.strictObject({ draftId: optional(id<DraftId>()), content: optional(ReferralDraft) }),
  async ({ trx, who, today }, { draftId, content }): Promise<ReferralCheck> => {
    const { staffId } = who.actor;
    const draft =
      draftId === undefined
        ? { success: true as const, data: content ?? {} }
        : ReferralDraft.safeParse(orNotFound(await findDraft(trx, staffId, draftId)).content);
    if (!draft.success) throw invalid(draft.error);
    if (draft.data.caseId !== undefined)
      await requireCase(trx, draft.data.caseId, who.actor, today);
    const { facts } = await loadReferralFacts(trx, draft.data, staffId, today);
    return checkReferral(draft.data, facts, await loadPolicyBook(trx, "IA_FSRP"), today);
  },
);

const failureOf = (no: NotSubmitted): Failed => {
  switch (no.kind) {
    case "REFUSED":
      return refused(...no.refusals);
    case "DRAFT_CHANGED":
      return new Failed({ kind: "CONFLICT", revision: no.version });
    case "NO_DRAFT":
      return notFound();
    case "INVALID":
      return new Failed({ kind: "INVALID", issues: no.issues });
  }
};

const submit = command(
  "referrals.submit",
  SubmitReferralCommand,
  async ({ who, ...tools }, { draftId, expectedVersion, acceptWarnings }) => {
    const { staffId } = who.actor;
    const { content } = orNotFound(await findDraft(tools.trx, staffId, draftId));
    await requireCase(tools.trx, content["caseId"] as CaseId | undefined, who.actor, tools.today);
    const answer = await submitReferral(tools, {
      worker: staffId,
      draftId,
      expectedVersion,
      acceptWarnings,
    });
    if ("no" in answer) throw failureOf(answer.no);
    return answer.done;
  },
);

const receipt = caseQuery(
  "referrals.receipt",
  z.strictObject({ referralId: id<ReferralId>() }),
  async ({ trx, who, relation }, { referralId }): Promise<ReceiptView> => {
    const seesLedger = mayRead(who.actor, "LEDGER_SEE", relation).allowed;
    return orNotFound(await findReceipt(trx, referralId, seesLedger));
  },
);

const list = query(
  "referrals.list",
  z.strictObject({ page: optional(z.int().min(1).max(10_000)) }),
  async (
    { trx, who, today, saw },
    { page = 1 },
  ): Promise<{ readonly rows: readonly ReferralRow[]; readonly total: number }> => {
    const found = await listReferrals(trx, scopeOf(who), page, today);
    saw(found.rows.map((row) => row.caseId));
    return found;
  },
);

export const referralsRouter = router({
  options,
  findPeople: findPeopleOfForm,
  caseForReferral,
  check,
  submit,
  receipt,
  list,
});
