import { useEffect, useState } from "react";
import { useUi } from "../lib/ui-context.ts";

export interface SkeletonProps {
  /** The layout that will come: table rows, cards, or lines of text. */
  kind?: "rows" | "cards" | "text" | undefined;
  count?: number | undefined;
  /** Milliseconds before anything shows; quick answers never flash. Default 300. */
  delay?: number | undefined;
}

const SHAPES = {
  rows: ["7rem", "34%", "18%", "16%"],
  cards: ["6rem", "70%", "45%"],
  text: ["92%"],
} as const;

/** The real layout in grey while data loads, shown only when that takes longer than a moment. */
export function Skeleton({ kind = "rows", count = 6, delay = 300 }: SkeletonProps) {
  const { messages } = useUi();
  const [shown, setShown] = useState(delay === 0);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), delay);
    return () => clearTimeout(timer);
  }, [delay]);
  if (!shown) return null;
  return (
    <div role="status" className={`skeleton skeleton-${kind}`}>
      <span className="sr">{messages.loading}</span>
      {Array.from({ length: count }, (_, row) => (
        <div key={row} aria-hidden className="skeleton-row">
          {SHAPES[kind].map((width) => (
            <span key={width} style={{ inlineSize: width }} />
          ))}
        </div>
      ))}
    </div>
  );
}
