import { dueWords } from "../lib/due-words.ts";
import type { DueState } from "../lib/state.ts";
import { useUi } from "../lib/ui-context.ts";
import { DateText } from "./DateText.tsx";
import { Tag } from "./Tag.tsx";

export type { DueState };

export interface DueTagProps {
  state: DueState;
  /** Days late, left or waited in the unit of the rule, as the domain counted them. */
  days?: number | undefined;
  /** Words of your own instead of the standard ones; they must still say the state. */
  text?: string | undefined;
  /** The exact date, `yyyy-mm-dd`, shown beside the tag. */
  date?: string | undefined;
}

/** When something is due: word, icon, color and border together, with the exact date beside it. */
export function DueTag({ state, days, text, date }: DueTagProps) {
  const { messages } = useUi();
  const tag = <Tag state={state}>{text ?? dueWords(state, days, messages)}</Tag>;
  if (date === undefined) return tag;
  return (
    <span className="due">
      {tag}
      <span className="muted small">
        <DateText date={date} />
      </span>
    </span>
  );
}
