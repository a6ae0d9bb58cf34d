import type { ProposalDecision, ProposalKind } from "@kinward/domain/approval";
import type { Instant, ProposalId, StaffId } from "@kinward/domain/kernel";
import type { ReadTrx, Trx } from "../core/client.ts";
import { type Present, present } from "../core/values.ts";

/** A proposal as it stands. Its content is what its kind's schema said when it was made; it never changes. */
export interface StoredProposal {
  readonly proposalId: ProposalId;
  readonly kind: ProposalKind;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly content: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly source?: string;
  readonly proposedBy: StaffId;
  readonly proposedByName: string;
  readonly proposedAt: Instant;
  readonly decision?: ProposalDecision;
  readonly decidedBy?: StaffId;
  readonly decidedByName?: string;
  readonly decidedAt?: Instant;
  readonly note?: string;
}

const MOST = 200;

const base = (trx: ReadTrx | Trx) =>
  (trx as ReadTrx)
    .selectFrom("proposal as p")
    .innerJoin("staff as s", "s.staffId", "p.proposedBy")
    .leftJoin("staff as d", "d.staffId", "p.decidedBy")
    .select([
      "p.proposalId",
      "p.kind",
      "p.subjectKind",
      "p.subjectId",
      "p.content",
      "p.reason",
      "p.source",
      "p.proposedBy",
      "s.name as proposedByName",
      "p.proposedAt",
      "p.decision",
      "p.decidedBy",
      "d.name as decidedByName",
      "p.decidedAt",
      "p.note",
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof base>["executeTakeFirstOrThrow"]>>;

const stored = (row: Row): StoredProposal => {
  const { subjectKind, subjectId, ...rest }: Present<Row> = present(row);
  return { ...rest, subject: { kind: subjectKind, id: subjectId } };
};

/** One proposal of the given kinds; others are as if they were not there. */
export async function findProposal(
  trx: ReadTrx | Trx,
  proposalId: ProposalId,
  kinds: readonly ProposalKind[],
): Promise<StoredProposal | undefined> {
  const row = await base(trx)
    .where("p.proposalId", "=", proposalId)
    .where("p.kind", "in", kinds)
    .executeTakeFirst();
  return row && stored(row);
}

/** The proposal about a subject that waits for its answer; there is one at most. */
export async function findOpenProposal(
  trx: ReadTrx | Trx,
  kind: ProposalKind,
  subject: { readonly kind: string; readonly id: string },
): Promise<StoredProposal | undefined> {
  const row = await base(trx)
    .where("p.kind", "=", kind)
    .where("p.subjectKind", "=", subject.kind)
    .where("p.subjectId", "=", subject.id)
    .where("p.decision", "is", null)
    .executeTakeFirst();
  return row && stored(row);
}

export interface ProposalFilter {
  readonly kinds: readonly ProposalKind[];
  readonly state: "OPEN" | "DECIDED";
  readonly proposedBy?: StaffId;
  readonly limit?: number;
}

/** Proposals that wait, the oldest first; or those that were answered, the newest answer first. */
export async function listProposals(
  trx: ReadTrx | Trx,
  { kinds, state, proposedBy, limit = MOST }: ProposalFilter,
): Promise<readonly StoredProposal[]> {
  const rows = await base(trx)
    .where("p.kind", "in", kinds)
    .where("p.decision", state === "OPEN" ? "is" : "is not", null)
    .$if(proposedBy !== undefined, (query) =>
      query.where("p.proposedBy", "=", proposedBy as StaffId),
    )
    .$if(state === "OPEN", (query) => query.orderBy("p.proposedAt"))
    .$if(state === "DECIDED", (query) => query.orderBy("p.decidedAt", "desc"))
    .orderBy("p.proposalId")
    .limit(limit)
    .execute();
  return rows.map(stored);
}

/** How many proposals wait for someone: those that others made. */
export async function countWaiting(
  trx: ReadTrx | Trx,
  kinds: readonly ProposalKind[],
  forStaff: StaffId,
): Promise<number> {
  const { count } = await (trx as ReadTrx)
    .selectFrom("proposal")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("kind", "in", kinds)
    .where("decision", "is", null)
    .where("proposedBy", "<>", forStaff)
    .executeTakeFirstOrThrow();
  return count;
}
