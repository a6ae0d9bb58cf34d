import type { DueState } from "../lib/state.ts";

export interface SummaryCount {
  id: string;
  label: string;
  /** A number, or a figure in words such as "92%". Zeros are shown. */
  count: number | string;
  /** "Oldest: 3 days". Hidden on a phone. */
  detail?: string | undefined;
  /** Only `late` changes the look, and only when there is something late. */
  state?: DueState | undefined;
}

export interface SummaryCountsProps {
  label: string;
  counts: readonly SummaryCount[];
  /** The tile whose rows are shown alone; a second press shows all again. */
  selected?: string | undefined;
  /** Makes the tiles filter buttons; plain figures without it. */
  onSelect?: ((id: string | undefined) => void) | undefined;
}

/** The counts above a list, each a filter for it. */
export function SummaryCounts({ label, counts, selected, onSelect }: SummaryCountsProps) {
  return (
    <ul className="counts" aria-label={label}>
      {counts.map((tile) => {
        const content = (
          <>
            <span className="count-label">{tile.label}</span>
            <b>{tile.count}</b>
            {tile.detail !== undefined && <span className="count-detail">{tile.detail}</span>}
          </>
        );
        const isLate = tile.state === "late" && tile.count !== 0 && tile.count !== "0";
        const isSelected = selected === tile.id;
        return (
          <li key={tile.id}>
            {onSelect ? (
              <button
                type="button"
                className="count"
                data-due={isLate ? "late" : undefined}
                aria-pressed={isSelected}
                onClick={() => onSelect(isSelected ? undefined : tile.id)}
              >
                {content}
              </button>
            ) : (
              <div className="count" data-due={isLate ? "late" : undefined}>
                {content}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
