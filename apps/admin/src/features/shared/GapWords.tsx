import { TriangleAlert } from "lucide-react";

/** What is missing on which days, in red words with an icon. */
export function GapWords({ words }: { readonly words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <ul className="gaps">
      {words.map((entry) => (
        <li key={entry}>
          <TriangleAlert size={15} aria-hidden />
          <span>{entry}</span>
        </li>
      ))}
    </ul>
  );
}
