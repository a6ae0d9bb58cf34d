import type { OverrideBasis } from "@kinward/domain/assignment";
import type { DraftId, Instant, PlainDate, StaffId } from "@kinward/domain/kernel";
import { sql } from "kysely";
import { staffAndCovered, staffBelow } from "../accounts/relation.ts";
import { canonical } from "../core/digest.ts";
import type { ReadTrx, Trx } from "../core/client.ts";
import { type Present, present } from "../core/values.ts";

/** What is asked of a supervisor: the basis that the approval holds for, and how it is shown to people. */
export interface OverrideRequestContent {
  readonly basis: OverrideBasis;
  readonly familyName: string;
  readonly areaName: string;
  readonly targetName: string;
  readonly serviceName: string;
  readonly caseNumber?: string;
}

export const overrideSubject = (draftId: DraftId) => ({ kind: "DRAFT", id: draftId }) as const;

const same = (content: unknown, basis: OverrideBasis): boolean =>
  canonical((content as OverrideRequestContent).basis) === canonical(basis);

const ofDraft = (trx: ReadTrx | Trx, draftId: DraftId) =>
  (trx as ReadTrx)
    .selectFrom("proposal as p")
    .leftJoin("staff as s", "s.staffId", "p.decidedBy")
    .select(["p.content", "p.decision", "p.decidedBy", "p.decidedAt", "p.note", "p.proposedAt"])
    .select("s.name as decidedByName")
    .where("p.kind", "=", "OVERRIDE")
    .where("p.subjectKind", "=", "DRAFT")
    .where("p.subjectId", "=", draftId)
    .orderBy("p.proposedAt", "desc");

/** Who approved the override of a draft, if what was approved is what the draft asks for now. */
export async function findOverrideApproval(
  trx: ReadTrx | Trx,
  draftId: DraftId,
  basis: OverrideBasis,
): Promise<StaffId | undefined> {
  const rows = await ofDraft(trx, draftId).where("p.decision", "=", "APPROVED").execute();
  return rows.find((row) => same(row.content, basis))?.decidedBy ?? undefined;
}

/** The newest request of a draft that nobody took back. */
export interface OverrideRequestState {
  readonly askedAt: Instant;
  readonly decision?: "APPROVED" | "REJECTED";
  readonly decidedByName?: string;
  readonly decidedAt?: Instant;
  readonly note?: string;
  /** The draft still asks for what was asked then. */
  readonly same: boolean;
}

export async function findOverrideRequest(
  trx: ReadTrx | Trx,
  draftId: DraftId,
  basis: OverrideBasis | undefined,
): Promise<OverrideRequestState | undefined> {
  const [row] = await ofDraft(trx, draftId)
    .where((eb) => eb.or([eb("p.decision", "is", null), eb("p.decision", "<>", "WITHDRAWN")]))
    .limit(1)
    .execute();
  if (row === undefined) return undefined;
  const { content, proposedAt, decidedBy: _, ...rest }: Present<typeof row> = present(row);
  return {
    ...(rest as Omit<OverrideRequestState, "askedAt" | "same">),
    askedAt: proposedAt,
    same: basis !== undefined && same(content, basis),
  };
}

/** The worker needs no answer any more: the referral was submitted, or asks for something else now. */
export async function withdrawOverrideRequest(
  trx: Trx,
  draftId: DraftId,
  by: StaffId,
  at: Instant,
): Promise<void> {
  await trx
    .updateTable("proposal")
    .set({ decision: "WITHDRAWN", decidedBy: by, decidedAt: at })
    .where("kind", "=", "OVERRIDE")
    .where("subjectKind", "=", "DRAFT")
    .where("subjectId", "=", draftId)
    .where("proposedBy", "=", by)
    .where("decision", "is", null)
    .execute();
}

/** The people below a supervisor on a day: whose overrides are theirs to answer. */
export async function listStaffBelow(
  trx: ReadTrx | Trx,
  supervisorId: StaffId,
  today: PlainDate,
): Promise<ReadonlySet<StaffId>> {
  const { rows } = await sql<{ staffId: StaffId }>`
    SELECT b.staff_id FROM (${staffBelow(staffAndCovered(supervisorId, today), today)}) b`.execute(
    trx as Trx,
  );
  return new Set(rows.map((row) => row.staffId));
}
