import { system, writeAs } from "@kinward/db";
import { type Digest, takeDigests } from "@kinward/db/notices";
import { NOTICE_KINDS } from "@kinward/domain/notices";
import { lists as words } from "@kinward/wording/en/lists";
import type { Services } from "../trpc/context.ts";

/** Puts the digests that are due into the outbox, each in the transaction that marks it as made. */
export async function sendDigests({ db, outbox }: Pick<Services, "db" | "outbox">): Promise<void> {
  let made: readonly Digest[];
  do
    made = await writeAs(db, system("notices"), async (trx, { today }) => {
      const digests = await takeDigests(trx, today);
      for (const { staffId, email, counts } of digests)
        await outbox.put(trx, {
          to: email,
          staffId,
          template: "DIGEST",
          params: { counts: countsText(counts) },
        });
      return digests;
    });
  while (made.length > 0);
}

/** A line for each kind with its number: no name of anyone. */
const countsText = (counts: Digest["counts"]): string =>
  NOTICE_KINDS.flatMap((kind) => {
    const count = counts[kind];
    return count === undefined ? [] : [`- ${words.noticeCount[kind](count)}`];
  }).join("\n");
