export interface StatBarProps {
  /** What is shared out: "Referrals this contract year". */
  label: string;
  /** The two sides; the bar shows their shares and both figures in words. */
  left: { label: string; value: number };
  right: { label: string; value: number };
}

/** How two sides share a total, such as two contractors of an area. */
export function StatBar({ label, left, right }: StatBarProps) {
  const total = left.value + right.value;
  const share = total === 0 ? 50 : (left.value / total) * 100;
  return (
    <figure aria-label={label}>
      <div className="split">
        <span className="split-a" style={{ inlineSize: `${share}%` }}>
          {left.label} {left.value}
        </span>
        <span className="split-b" style={{ inlineSize: `${100 - share}%` }}>
          <span>
            {right.label} {right.value}
          </span>
        </span>
      </div>
    </figure>
  );
}
