import { addEffects, type Effect, NO_EFFECT } from "@kinward/domain/effect";
import type { CaseId } from "@kinward/domain/kernel";
import type { EffectPart } from "@kinward/domain/views";

/** How far an effect has been worked out. */
export interface EffectProgress {
  readonly done: number;
  readonly of: number;
}

/** Asks for the part that begins after a case. */
export type AskPart = (after: CaseId | undefined, signal: AbortSignal) => Promise<EffectPart>;

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
  const first = await ask(undefined, signal);
  let effect: Effect = addEffects(NO_EFFECT, first.effect);
  let { next } = first;
  while (next !== undefined) {
    signal.throwIfAborted();
    onProgress({ done: effect.cases, of: first.cases ?? 0 });
    const part = await ask(next, signal);
    if (part.bookNumber !== first.bookNumber || part.today !== first.today) return undefined;
    effect = addEffects(effect, part.effect);
    next = part.next;
  }
  return effect;
}
