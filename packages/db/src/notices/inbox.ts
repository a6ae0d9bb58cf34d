import type { CaseId, Instant, NoticeId, PlainDate, StaffId } from "@kinward/domain/kernel";
import {
  NOTICE_KEPT_DAYS,
  NOTICE_KINDS,
  type NoticeKind,
  USUAL_CHANNEL,
} from "@kinward/domain/notices";
import type { NoticeChoice, NoticePage, NoticeView } from "@kinward/domain/views";
import { type RawBuilder, sql } from "kysely";
import { system } from "../core/caller.ts";
import type { Database, ReadTrx, Trx } from "../core/client.ts";
import { writeAs } from "../core/transaction.ts";

export const NOTICES_OF_A_PAGE = 50;

/** Kinds that nobody is told of unless they choose so. */
const USUALLY = (channel: "NONE" | "DIGEST"): readonly NoticeKind[] =>
  NOTICE_KINDS.filter((kind) => USUAL_CHANNEL[kind] === channel);

/** The notices `n` of a person whose kind they do not keep out. */
const wanted = (staffId: StaffId): RawBuilder<boolean> => sql`n.staff_id = ${staffId} AND coalesce(
  (SELECT c.channel FROM app.notice_choice c WHERE c.staff_id = n.staff_id AND c.kind = n.kind),
  CASE WHEN n.kind = ANY (${USUALLY("NONE")}::text[]) THEN 'NONE' ELSE 'INBOX' END) <> 'NONE'`;

interface Row {
  readonly noticeId: NoticeId;
  readonly kind: NoticeKind;
  readonly at: Instant;
  readonly isRead: boolean;
  readonly caseId: CaseId | null;
  readonly number: string | null;
  readonly familyName: string | null;
  readonly params: { readonly dueOn?: PlainDate; readonly duties?: number };
}

/** A page of someone's notices, newest first. The family is named only where the case is still open to the reader. */
export async function listNotices(
  trx: ReadTrx,
  staffId: StaffId,
  page: number,
  unreadOnly: boolean,
): Promise<NoticePage> {
  const run = trx as unknown as Trx;
  const { rows } = await sql<Row>`
    SELECT n.notice_id, n.kind, n.at, n.read_at IS NOT NULL AS is_read, n.params, c.case_id, c.number, c.family_name
    FROM app.notice n LEFT JOIN app.case_record c ON c.case_id = n.case_id
    WHERE ${wanted(staffId)} ${unreadOnly ? sql`AND n.read_at IS NULL` : sql``}
    ORDER BY n.at DESC, n.notice_id LIMIT ${NOTICES_OF_A_PAGE + 1} OFFSET ${(page - 1) * NOTICES_OF_A_PAGE}`.execute(
    run,
  );
  return {
    rows: rows.slice(0, NOTICES_OF_A_PAGE).map(viewOf),
    unread: await countUnread(trx, staffId),
    more: rows.length > NOTICES_OF_A_PAGE,
  };
}

const viewOf = ({
  noticeId,
  kind,
  at,
  isRead,
  caseId,
  number,
  familyName,
  params,
}: Row): NoticeView => ({
  noticeId,
  kind,
  at,
  isRead,
  ...(caseId === null || number === null || familyName === null
    ? {}
    : { case: { caseId, caseNumber: number, familyName } }),
  ...(params.dueOn === undefined ? {} : { dueOn: params.dueOn }),
  ...(params.duties === undefined ? {} : { duties: params.duties }),
});

export async function countUnread(trx: ReadTrx, staffId: StaffId): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM app.notice n WHERE ${wanted(staffId)} AND n.read_at IS NULL`.execute(
    trx as unknown as Trx,
  );
  return rows[0]?.n ?? 0;
}

/** Marks notices as read or unread; without ids, all that came up to a moment. */
export async function markNotices(
  trx: Trx,
  staffId: StaffId,
  which: { readonly ids: readonly NoticeId[] } | { readonly upTo: Instant },
  readAt: Instant | null,
): Promise<void> {
  const of =
    "ids" in which ? sql`notice_id = ANY (${which.ids}::uuid[])` : sql`at <= ${which.upTo}`;
  await sql`UPDATE app.notice SET read_at = ${readAt}
    WHERE staff_id = ${staffId} AND ${of} AND (read_at IS NULL) = ${readAt !== null}`.execute(trx);
}

/** The channels of a person that differ from the usual ones. */
export async function listNoticeChoices(
  trx: ReadTrx | Trx,
  staffId: StaffId,
): Promise<readonly NoticeChoice[]> {
  return (trx as ReadTrx)
    .selectFrom("noticeChoice")
    .select(["kind", "channel"])
    .where("staffId", "=", staffId)
    .execute();
}

export async function saveNoticeChoice(
  trx: Trx,
  staffId: StaffId,
  { kind, channel }: NoticeChoice,
): Promise<void> {
  await trx
    .insertInto("noticeChoice")
    .values({ staffId, kind, channel })
    .onConflict((conflict) => conflict.columns(["staffId", "kind"]).doUpdateSet({ channel }))
    .execute();
}

/** Removes what has been in the inboxes for long enough. */
export async function forgetOldNotices(db: Database): Promise<void> {
  await writeAs(db, system("notices"), async (trx) => {
    const before = sql`now() - ${NOTICE_KEPT_DAYS} * interval '1 day'`;
    await sql`DELETE FROM app.notice WHERE at < ${before}`.execute(trx);
    await sql`DELETE FROM app.notice_digest WHERE made_at < ${before}`.execute(trx);
  });
}
