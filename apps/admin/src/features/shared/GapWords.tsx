import { TriangleAlert } from "lucide-react";

interface GapWordsProps {
  /** What is missing, in red words with an icon. */
  readonly words: readonly string[];
  /** What will be missing later, in quiet words. */
  readonly far?: readonly string[];
}

/** What is missing on which days. */
export function GapWords({ words, far = [] }: GapWordsProps) {
  return (
    <>
      {words.length > 0 && (
        <ul className="gaps">
          {words.map((entry) => (
            <li key={entry}>
              <TriangleAlert size={15} aria-hidden />
              <span>{entry}</span>
            </li>
          ))}
        </ul>
      )}
      {far.length > 0 && (
        <ul className="gaps-far">
          {far.map((entry) => (
            <li key={entry}>{entry}</li>
          ))}
        </ul>
      )}
    </>
  );
}
