import { ReferralDraft } from "@kinward/domain/assignment";
import type { DraftContent } from "@kinward/domain/drafts";
import { getIn, type Key } from "./content.ts";

/**
 * A draft as kept. What an older version wrote otherwise is left out, answer by answer; what is only too long, or holds
 * a character that cannot be kept, stays to be put right: nothing that somebody typed goes away by itself.
 */
export function readReferral(content: DraftContent): ReferralDraft {
  const foreign = (ReferralDraft.safeParse(content).error?.issues ?? []).filter(
    ({ code, message }) => code !== "too_big" && message !== "TEXT_INVALID",
  );
  if (foreign.length === 0) return content as ReferralDraft;
  const paths = foreign.flatMap((issue) => {
    const path = issue.path as readonly Key[];
    return issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...path, key]) : [path];
  });
  // From the last to the first, so that the places in a list still hold.
  const rest = paths.reduceRight<unknown>(
    (kept, path) => without(kept, present(kept, path)),
    content,
  );
  return readReferral((rest ?? {}) as DraftContent);
}

/** The answer that is wrong; if one is missing that has to be there, the whole that it belongs to. */
const present = (content: unknown, path: readonly Key[]): readonly Key[] =>
  path.length > 0 && getIn(content, path) === undefined
    ? present(content, path.slice(0, -1))
    : path;

function without(value: unknown, [key, ...path]: readonly Key[]): unknown {
  if (key === undefined) return undefined;
  if (Array.isArray(value))
    return path.length === 0
      ? value.filter((_, at) => at !== key)
      : value.map((one, at) => (at === key ? without(one, path) : one));
  const { [key]: part, ...others } = value as Record<Key, unknown>;
  return path.length === 0 ? others : { ...others, [key]: without(part, path) };
}
