import { addEffects, type Effect, LISTED_MOST, NO_EFFECT } from "@kinward/domain/effect";
import type { CaseId } from "@kinward/domain/kernel";
import type { EffectPart } from "@kinward/domain/views";

/** How far an effect has been worked out. */
export interface EffectProgress {
  readonly done: number;
  readonly of: number;
}

/** Where a part begins, and whether its single changes are still wanted. */
export interface PartWanted {
  readonly after?: CaseId;
  readonly countsOnly?: true;
}
/** Asks for one part. */
export type AskPart = (part: PartWanted, signal: AbortSignal) => Promise<EffectPart>;

/** So often the whole is begun anew when others publish meanwhile. */
const MOST_BEGINNINGS = 3;

/**
 * Works an effect out part by part, so that it can be shown how far it is and stopped at any moment; the server keeps
 * nothing in between. Parts compared with different books are never added up.
 */
export async function collectEffect(
  ask: AskPart,
  signal: AbortSignal,
  onProgress: (progress: EffectProgress) => void,
): Promise<Effect> {
  for (let beginning = 0; beginning < MOST_BEGINNINGS; beginning += 1) {
    const whole = await once(ask, signal, onProgress);
    if (whole !== undefined) return whole;
  }
  throw new Error("the policy book changed again and again");
}

async function once(
  ask: AskPart,
  signal: AbortSignal,
  onProgress: (progress: EffectProgress) => void,
): Promise<Effect | undefined> {
  const first = await ask({}, signal);
  let effect: Effect = addEffects(NO_EFFECT, first.effect);
  let { next } = first;
  while (next !== undefined) {
    signal.throwIfAborted();
    onProgress({ done: effect.cases, of: first.cases ?? 0 });
    const listedAll = effect.listed.length === LISTED_MOST;
    const wanted = { after: next, ...(listedAll ? { countsOnly: true as const } : {}) };
    const part = await ask(wanted, signal);
    if (part.bookNumber !== first.bookNumber || part.today !== first.today) return undefined;
    effect = addEffects(effect, part.effect);
    next = part.next;
  }
  return effect;
}
