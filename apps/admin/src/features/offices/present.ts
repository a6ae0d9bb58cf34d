import type { PlainDate } from "@kinward/domain/kernel";
import type { DueState } from "@kinward/ui";
import { dayWords } from "../shared/periods.ts";
import { offices as m } from "./messages.ts";

export const placeState = (
  place: { readonly endedOn?: PlainDate },
  today: PlainDate,
): { readonly look: DueState; readonly word: string } =>
  place.endedOn === undefined
    ? { look: "done", word: m.active }
    : { look: "notDue", word: m.ended(dayWords(place.endedOn, today)) };

/** Open ones first, each in order of the alphabet. */
export const inOrder = <Place extends { readonly name: string; readonly endedOn?: PlainDate }>(
  places: readonly Place[],
): readonly Place[] =>
  places.toSorted(
    (a, b) =>
      Number(a.endedOn !== undefined) - Number(b.endedOn !== undefined) ||
      a.name.localeCompare(b.name, "en-US"),
  );

/** An empty answer is no answer. */
export const filled = (text: string): string | undefined => text.trim() || undefined;
