import {
  assign,
  type AssignmentDecision,
  chainLine,
  decideSubmitReferral,
  enterEpoch,
  explainAssignment,
  type LedgerLine,
  ReferralDraft,
  type ReferralChange,
  type ReferralFacts,
  rotationRulesOn,
} from "@kinward/domain/assignment";
import { findContractOf } from "@kinward/domain/agency";
import type {
  CaseId,
  ContractId,
  DraftId,
  EpisodeId,
  Instant,
  PlainDate,
  ReferralId,
  Refusal,
  StaffId,
  Warning,
  WarningCode,
} from "@kinward/domain/kernel";
import type { PolicyBook } from "@kinward/domain/policy";
import type { Member } from "@kinward/domain/casefile";
import { lockArea, type LockedHead, momentAfter } from "../assignment/area-lock.ts";
import type { AreaContracts } from "../agency/areas.ts";
import { type LoadedCase, loadCaseFile } from "../cases/case-file.ts";
import { writeMembers } from "../cases/write-members.ts";
import type { CommandAnswer, CommandTools } from "../core/command.ts";
import { sha256 } from "../core/digest.ts";
import { newId } from "../core/values.ts";
import { derive, writeAllBut } from "../duties/derive.ts";
import { loadPolicyBook } from "../policy/books.ts";
import { endServices, settleAccess } from "./access.ts";
import { loadReferralFacts } from "./facts.ts";
import { withdrawOverrideRequest } from "./override-approval.ts";
import { writeCase, writeFamily } from "./write-case.ts";
import { writeTurn } from "./write-turn.ts";
import { withKeptPeople } from "./kept-people.ts";

export interface SubmitReferral {
  /** Who submits; the draft is theirs. */
  readonly worker: StaffId;
  readonly draftId: DraftId;
  readonly expectedVersion: number;
  readonly acceptWarnings: readonly WarningCode[];
}

export interface SubmittedReferral {
  readonly referralId: ReferralId;
  readonly caseId: CaseId;
  readonly episodeId: EpisodeId;
  readonly warnings: readonly Warning[];
}

/** Why it was not submitted: refusals of the form, another version of the draft, or none of that id. */
export type NotSubmitted =
  | { readonly kind: "REFUSED"; readonly refusals: readonly Refusal[] }
  | { readonly kind: "DRAFT_CHANGED"; readonly version: number }
  | { readonly kind: "NO_DRAFT" }
  /** The draft is not of the form's shape. */
  | {
      readonly kind: "INVALID";
      readonly issues: readonly {
        readonly path: readonly (string | number)[];
        readonly message: string;
      }[];
    };

/**
 * Submits a referral and gives it to the contractor whose turn it is, one after another in each contract area (ASG-3,
 * ASG-9). An act of `runCommand`: asked again by the same command it gives the same answer.
 */
export async function submitReferral(
  tools: CommandTools,
  input: SubmitReferral,
): Promise<CommandAnswer<SubmittedReferral, NotSubmitted>> {
  const { trx, today } = tools;
  const draft = await trx
    .selectFrom("draft")
    .select(["content", "version", "submittedAt"])
    .where("draftId", "=", input.draftId)
    .where("kind", "=", "REFERRAL")
    .where("discardedAt", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (draft === undefined) return { no: { kind: "NO_DRAFT" } };
  if (draft.submittedAt !== null) return refused([{ code: "INVALID_TRANSITION" }]);
  if (draft.version !== input.expectedVersion)
    return { no: { kind: "DRAFT_CHANGED", version: draft.version } };

  const parsed = ReferralDraft.safeParse(draft.content);
  if (!parsed.success) return { no: { kind: "INVALID", issues: issuesOf(parsed.error) } };
  const content = await withKeptPeople(trx, parsed.data);
  const at = content.caseId === undefined ? tools.at : await tools.lock(content.caseId);
  const book = await loadPolicyBook(trx, "IA_FSRP");
  const { facts, areas } = await loadReferralFacts(trx, content, input, today);
  const decided = decideSubmitReferral(content, facts, book, today);
  if (!decided.ok) return refused(decided.refusals);
  const { value: change, warnings } = decided;
  const unaccepted = warnings.filter((warning) => !input.acceptWarnings.includes(warning.code));
  if (unaccepted.length > 0) return refused(unaccepted.map(notAccepted));
  const area = areas.get(change.contractAreaId);
  if (area === undefined) return refused([{ code: "AREA_REQUIRED" }]);
  return enter(tools, {
    ...input,
    at,
    change,
    members: facts.case?.members ?? [],
    earlier: facts.earlier ?? {},
    area,
    book,
    warnings,
  });
}

const issuesOf = (error: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}) =>
  error.issues.map(({ path, message }) => ({
    path: path.filter((step) => typeof step !== "symbol"),
    message,
  }));

const notAccepted = ({ code, path, params }: Warning): Refusal => ({
  code: "WARNING_NOT_ACCEPTED",
  ...(path && { path }),
  params: { ...params, of: code },
});

interface Accepted extends SubmitReferral {
  readonly at: Instant;
  readonly change: ReferralChange;
  readonly members: readonly Member[];
  readonly earlier: NonNullable<ReferralFacts["earlier"]>;
  readonly area: AreaContracts;
  readonly book: PolicyBook;
  readonly warnings: readonly Warning[];
}

const refused = (refusals: readonly Refusal[]) => ({ no: { kind: "REFUSED", refusals } }) as const;

/** Writes case, people and duties first, and takes the turn last, so that the area is locked as shortly as can be. */
async function enter(
  tools: CommandTools,
  accepted: Accepted,
): Promise<CommandAnswer<SubmittedReferral, NotSubmitted>> {
  const { trx, today } = tools;
  const { change, at } = accepted;
  const referralId = newId<ReferralId>();
  const episodeId = newId<EpisodeId>();
  const caseId = change.caseId ?? newId<CaseId>();
  await writeCase({ ...tools, at }, { caseId, change, worker: accepted.worker });
  const household = {
    caseId,
    members: accepted.members,
    from: change.episode.effectiveDate,
  };
  const people = await writeMembers(trx, household, change.members);
  await writeFamily(trx, caseId, change, people);
  if (change.ends !== undefined) {
    await endServices(trx, change.ends.episodeId, change.ends.lastServiceDay);
    await settleAccess(trx, caseId);
  }

  const loaded = withEpisode(await loadCaseFile(trx, caseId), episodeId, change);
  const duties = await writeAllBut(trx, [derive(loaded, today)], today, at);
  tools.settle(caseId);
  await trx
    .updateTable("draft")
    .set({ submittedAt: at })
    .where("draftId", "=", accepted.draftId)
    .execute();
  await withdrawOverrideRequest(trx, accepted.draftId, accepted.worker, at);

  const referralKey = newId();
  const locked = await lockArea(trx, change.contractAreaId);
  const turn = takeTurn(locked, referralKey, today, accepted);
  if ("refusals" in turn) return refused(turn.refusals);
  const names = await writeTurn(trx, {
    ...turn,
    change,
    caseId,
    episodeId,
    referralId,
    referralKey,
    submittedAt: at,
    submittedBy: accepted.worker,
    newCase: change.caseId === undefined,
    today,
    commandId: tools.commandId,
    duties,
  });
  return {
    done: {
      result: { referralId, caseId, episodeId, warnings: accepted.warnings },
      caseId,
      ...(change.transfer && { reason: change.transfer.reason }),
      params: {
        serviceType: change.serviceType,
        contractorName: names.contractorName,
        areaName: names.areaName,
        turn: turn.line.seq,
      },
    },
  };
}

const withEpisode = (loaded: LoadedCase, id: EpisodeId, change: ReferralChange): LoadedCase => ({
  ...loaded,
  file: {
    ...loaded.file,
    episodes: [
      ...(loaded.file.episodes ?? []),
      { id, serviceType: change.serviceType, effectiveDate: change.episode.effectiveDate },
    ],
  },
});

/** A turn that was taken: the line with its hash, and what it changes in the area. */
export interface Turn {
  readonly line: LedgerLine;
  readonly contractId: ContractId;
  readonly begun: AssignmentDecision["begun"];
  readonly head: AssignmentDecision["head"];
  readonly why: ReturnType<typeof explainAssignment>;
}

/** Decides whose turn it is. Pure but for the id of the referral: the lock of the area is held. */
function takeTurn(
  locked: LockedHead,
  referralKey: string,
  today: PlainDate,
  { change, earlier, area, book, at: begunAt }: Accepted,
): Turn | { readonly refusals: readonly Refusal[] } {
  const at = momentAfter(begunAt, locked.at);
  const decided = assign(
    locked.head,
    {
      referralKey,
      serviceType: change.serviceType,
      submittedOn: today,
      at,
      ...(change.override && { override: change.override }),
      ...(change.transfer && { transfer: true as const }),
    },
    { ...area, ...earlier },
    book,
  );
  if (!decided.ok) return { refusals: decided.refusals };
  const { line: draft, begun, head } = decided.value;
  const line = chainLine(draft, locked.hash, sha256);
  const contract = findContractOf(area.contracts, line.contractor, today);
  if (contract === undefined) throw new Error("a turn went to a contractor without contract");
  const before = begun.reduce(enterEpoch, locked.head);
  const why = explainAssignment(draft, before, rotationRulesOn(book, today), begun);
  return { line, contractId: contract.id, begun, head, why };
}
