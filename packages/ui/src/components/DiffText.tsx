import { useUi } from "../lib/ui-context.ts";

export interface DiffPart {
  kind: "same" | "added" | "removed";
  text: string;
}

/** Text with its changes word by word, as computed elsewhere: underlined and struck through, and said aloud. */
export function DiffText({ parts }: { parts: readonly DiffPart[] }) {
  const { messages } = useUi();
  return (
    <span className="diff">
      {parts.map((part, index) => {
        // The parts of a comparison have no identity but their place.
        if (part.kind === "same") return <span key={index}>{part.text}</span>;
        const Change = part.kind === "added" ? "ins" : "del";
        return (
          <Change key={index}>
            <span className="sr">{messages[part.kind]}: </span>
            {part.text}
          </Change>
        );
      })}
    </span>
  );
}
