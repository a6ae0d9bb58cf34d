import { createHash } from "node:crypto";
import { readAs } from "@kinward/db";
import { countCall, findStaffOfAccount } from "@kinward/db/accounts";
import { rederiveDue } from "@kinward/db/duties";
import { findFeedOwner } from "@kinward/db/lists";
import { rolesOn } from "@kinward/domain/access";
import type { WorkRow } from "@kinward/domain/views";
import { duties } from "@kinward/wording/en/duties";
import type { RequestHandler } from "express";
import { mayEnter } from "../auth/accounts.ts";
import { hashToken } from "../auth/tokens.ts";
import type { Services } from "../trpc/context.ts";
import { rowsOf } from "../work/work.ts";
import { type IcsEvent, icsOf } from "./ics.ts";

/** Calendar programs ask a few times a day; guessing is cut off long before it could find anything. */
const CALLS_A_MINUTE = 20;
const NAME = /^\/([\w-]{43})\.ics$/u;

/**
 * Someone's due dates for a calendar program, by an address that only they know. It says what is due on a day and how
 * often, never for whom: no name, no case number, no place. Without a session; revoked or unknown, there is nothing.
 */
export function calendarFeed({ db }: Pick<Services, "db">): RequestHandler {
  return async (request, response, next) => {
    if (request.method !== "GET" && request.method !== "HEAD") return next();
    response.set("Cache-Control", "no-store");
    const { count, secondsLeft } = await countCall(db, `feed:${request.ip ?? ""}`, 60);
    if (count > CALLS_A_MINUTE) {
      response.status(429).set("Retry-After", String(secondsLeft)).json({ error: "RATE_LIMITED" });
      return;
    }
    const text = await calendarOf(db, NAME.exec(request.path)?.[1]);
    if (text === undefined) {
      response.status(404).json({ error: "NOT_FOUND" });
      return;
    }
    response.set("Content-Type", "text/calendar; charset=utf-8");
    response.end(request.method === "HEAD" ? undefined : text);
  };
}

async function calendarOf(
  db: Services["db"],
  token: string | undefined,
): Promise<string | undefined> {
  if (token === undefined) return undefined;
  const owner = await findFeedOwner(db, hashToken(token));
  const staff = owner && (await findStaffOfAccount(db, owner.authUserId));
  if (staff === undefined || !mayEnter(staff)) return undefined;
  const { staffId, organizationId } = staff;
  const of = { staffId, ...(organizationId === undefined ? {} : { organizationId }) };
  const caller = { kind: "person", ...of } as const;
  await rederiveDue(db, caller);
  return readAs(db, caller, async (trx, { today, now }) => {
    const actor = { ...of, roles: rolesOn(staff.terms, today) };
    const { rows } = await rowsOf({ trx, today, who: { actor, caller } }, undefined);
    return icsOf("Kinward", eventsOf(rows, owner?.feedId ?? ""), now);
  });
}

/** One event for a day and a kind of duty, with how many there are. */
export function eventsOf(
  rows: readonly Pick<WorkRow, "rule" | "dueOn" | "bucket">[],
  feedId: string,
): readonly IcsEvent[] {
  const counts = new Map<string, number>();
  for (const { rule, dueOn, bucket } of rows) {
    if (dueOn === undefined || bucket === "WAITING" || bucket === "MISSED") continue;
    const key = `${dueOn} ${rule}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([key, count]) => {
      const [on, rule] = key.split(" ") as [IcsEvent["on"], WorkRow["rule"]];
      const title = duties.title({ rule });
      return {
        uid: `${createHash("sha256").update(`${feedId} ${key}`).digest("hex").slice(0, 32)}@kinward`,
        on,
        summary: count === 1 ? `Due: ${title}` : `Due: ${title} (${count})`,
      };
    });
}
