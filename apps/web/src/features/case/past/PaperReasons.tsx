import { past as words } from "../../../messages/en/past.ts";
import type { CompareRow } from "./present.ts";
import { Reason } from "./WhyThen.tsx";

export interface PaperReasonsProps {
  rows: readonly CompareRow[];
  /** "On Nov 5". */
  before: string;
  now: string;
}

/** The reasons that a screen shows when asked, written out: on paper nobody can ask. */
export function PaperReasons({ rows, before, now }: PaperReasonsProps) {
  return rows.map(({ id, label, detail, reason }) => (
    <section key={id} className="card-body stack-small">
      <h3>{words.whyOf([label, detail].filter(Boolean).join(", "))}</h3>
      <div className="past-sides">
        {(["before", "now"] as const).map(
          (side) =>
            reason?.[side] && (
              <div key={side}>
                <div className="muted small">{side === "before" ? before : now}</div>
                <Reason of={reason[side]} />
              </div>
            ),
        )}
      </div>
    </section>
  ));
}
