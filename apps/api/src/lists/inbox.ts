import {
  countUnread,
  listNoticeChoices,
  listNotices,
  markNotices,
  saveNoticeChoice,
} from "@kinward/db/notices";
import { CommandEnvelope, id, InstantSchema, type NoticeId } from "@kinward/domain/kernel";
import {
  NOTICE_CHANNELS,
  NOTICE_KINDS,
  noticeKindsOf,
  USUAL_CHANNEL,
} from "@kinward/domain/notices";
import type { NoticeChoice, NoticePage } from "@kinward/domain/views";
import { z } from "zod";
import { router } from "../trpc/base.ts";
import { keep, query } from "../trpc/procedures.ts";

const ok = { ok: true } as const;

const list = query(
  "inbox.list",
  z.strictObject({ page: z.int().min(1).max(1_000), unread: z.exactOptional(z.boolean()) }),
  async ({ trx, who, saw }, { page, unread = false }): Promise<NoticePage> => {
    const found = await listNotices(trx, who.actor.staffId, page, unread);
    saw([...new Set(found.rows.flatMap((row) => row.case?.caseId ?? []))]);
    return found;
  },
);

const count = query(
  "inbox.count",
  z.strictObject({}),
  async ({ trx, who }): Promise<{ readonly unread: number }> => ({
    unread: await countUnread(trx, who.actor.staffId),
  }),
);

/** Some notices, or all that the reader had before them: what came since stays unread. */
const mark = keep(
  "inbox.mark",
  z.union([
    z.strictObject({
      ...CommandEnvelope,
      ids: z.array(id<NoticeId>()).min(1).max(100),
      isRead: z.boolean(),
    }),
    z.strictObject({ ...CommandEnvelope, upTo: InstantSchema }),
  ]),
  async ({ trx, who, now }, input) => {
    const readAt = "isRead" in input && !input.isRead ? null : now;
    await markNotices(trx, who.actor.staffId, input, readAt);
    return ok;
  },
);

/** The kinds that someone can be told of, each with its channel. */
const choices = query(
  "inbox.choices",
  z.strictObject({}),
  async ({ trx, who }): Promise<{ readonly choices: readonly NoticeChoice[] }> => {
    const chosen = new Map(
      (await listNoticeChoices(trx, who.actor.staffId)).map(({ kind, channel }) => [kind, channel]),
    );
    return {
      choices: noticeKindsOf(who.actor.roles).map((kind) => ({
        kind,
        channel: chosen.get(kind) ?? USUAL_CHANNEL[kind],
      })),
    };
  },
);

const choose = keep(
  "inbox.choose",
  z.strictObject({
    ...CommandEnvelope,
    kind: z.enum(NOTICE_KINDS),
    channel: z.enum(NOTICE_CHANNELS),
  }),
  async ({ trx, who }, { kind, channel }) => {
    await saveNoticeChoice(trx, who.actor.staffId, { kind, channel });
    return ok;
  },
);

export const inboxRouter = router({ list, count, mark, choices, choose });
