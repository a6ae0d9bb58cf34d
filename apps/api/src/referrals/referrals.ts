import {
  areaNameOf,
  areaOptions,
  listServiceOrganizations,
  loadServiceAreas,
} from "@kinward/db/agency";
import { findCaseFile, listPersonDetails } from "@kinward/db/cases";
import { findDraft } from "@kinward/db/drafts";
import { findPeople } from "@kinward/db/people";
import { loadPolicyBook } from "@kinward/db/policy";
import {
  findCaseSoFar,
  findPriorServices,
  findReceipt,
  listReferrals,
  loadReferralFacts,
  type NotSubmitted,
  submitReferral,
  withdrawReferral,
} from "@kinward/db/referrals";
import { listPausedAreas } from "@kinward/db/rotation";
import { type Action, mayRead } from "@kinward/domain/access";
import {
  checkReferral,
  ReferralDraft,
  SubmitReferralCommand,
  WithdrawReferralCommand,
} from "@kinward/domain/assignment";
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
  PausedArea,
  PriorServicesView,
  ReceiptView,
  ReferralCheck,
  ReferralRow,
} from "@kinward/domain/views";
import { z } from "zod";
import { peopleOf } from "../cases/people.ts";
import { scopeOf } from "../cases/scope.ts";
import { recorded } from "../trpc/act.ts";
import { router } from "../trpc/base.ts";
import { Failed, notFound, orNotFound, refused } from "../trpc/failure.ts";
import { caseCommand, caseQuery, command, query } from "../trpc/procedures.ts";
import { readDraft, requireCase } from "./draft.ts";
import { presentPriorServices } from "./prior-services.ts";

const optional = z.exactOptional;

const options = query(
  "referrals.options",
  z.strictObject({}),
  async ({
    trx,
    today,
  }): Promise<{
    readonly areas: readonly AreaOption[];
    readonly paused: readonly PausedArea[];
    /** Of whom service before Kinward may be entered. */
    readonly organizations: readonly { readonly organizationId: string; readonly name: string }[];
    readonly today: string;
  }> => ({
    areas: areaOptions(await loadServiceAreas(trx), today),
    paused: await listPausedAreas(trx, today),
    organizations: await listServiceOrganizations(trx),
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
  readonly standingEpisode?: {
    readonly serviceType: string;
    readonly effectiveDate: string;
    readonly areaName: string;
  };
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
          areaName: areaNameOf(await loadServiceAreas(trx), standing.contractAreaId),
        },
      }),
    };
  },
);

const draftOrContent = z.strictObject({
  draftId: optional(id<DraftId>()),
  content: optional(ReferralDraft),
});

const check = query(
  "referrals.check",
  draftOrContent,
  async ({ trx, who, today }, { draftId, content }): Promise<ReferralCheck> => {
    const draft = await readDraft({ trx, who, today }, draftId, content);
    const { facts } = await loadReferralFacts(
      trx,
      draft,
      { worker: who.actor.staffId, ...(draftId && { draftId }) },
      today,
    );
    return checkReferral(draft, facts, await loadPolicyBook(trx, "IA_FSRP"), today);
  },
);

const priorServices = query(
  "referrals.priorServices",
  draftOrContent,
  async ({ trx, who, today, saw }, { draftId, content }): Promise<PriorServicesView> => {
    const draft = await readDraft({ trx, who, today }, draftId, content);
    const found = await findPriorServices(trx, draft, today);
    saw([...new Set(found.map((one) => one.caseId))]);
    const of = { worker: who.actor.staffId, ...(draftId && { draftId }) };
    return presentPriorServices(trx, draft, found, of, today);
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

const withdraw = caseCommand(
  "referrals.withdraw",
  WithdrawReferralCommand,
  async (tools, { referralId, reason }) =>
    recorded(await withdrawReferral(tools, { referralId, reason })),
);

const receipt = caseQuery(
  "referrals.receipt",
  z.strictObject({ referralId: id<ReferralId>() }),
  async ({ trx, who, today, relation, can }, { referralId }): Promise<ReceiptView> => {
    const reads = (action: Action) => mayRead(who.actor, action, relation).allowed;
    const record = reads("CASE_READ");
    const reader = {
      today,
      ledger: reads("LEDGER_SEE"),
      record,
      // Administrators see numbers, never the content of a case (D9).
      family: record || reads("REFERRAL_RECEIVE"),
      withdraws: can("REFERRAL_SUBMIT"),
      otherCases: who.caller.organizationId === undefined,
    };
    return orNotFound(await findReceipt(trx, referralId, reader));
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
  priorServices,
  check,
  submit,
  withdraw,
  receipt,
  list,
});
