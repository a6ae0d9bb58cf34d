import type { ReactNode } from "react";
import { Ellipsis } from "lucide-react";
import { Menu } from "@kinward/ui/Menu";
import type { CaseFact, RecordedFact } from "@kinward/domain/views";
import { marks } from "../../../messages/en/marks.ts";
import {
  canEnd,
  factDetail,
  factNote,
  factTitle,
  formerTexts,
  isMark,
  type Reader,
  sourceText,
} from "./present.ts";
import type { Acting } from "./MarkDialogs.tsx";

const words = marks.menu;

export interface FactListProps {
  facts: readonly RecordedFact[];
  reader: Reader;
  /** Absent: nothing can be changed here. */
  onAct?: ((acting: Acting) => void) | undefined;
  /** Beside the name of a fact: what it is now. */
  tagOf?: ((entry: RecordedFact) => ReactNode) | undefined;
}

/** Facts with their dates, who recorded them, and what they said before. */
export function FactList({ facts, reader, onAct, tagOf }: FactListProps) {
  return (
    <ul>
      {facts.map((entry) => (
        <li key={entry.id} className="facts-block">
          <div className="row row-apart">
            <span className="row">
              <span className="strong">{factTitle(entry.fact, reader)}</span>
              {tagOf?.(entry)}
            </span>
            {onAct && isMark(entry.fact) && (
              <FactMenu entry={entry} fact={entry.fact} reader={reader} onAct={onAct} />
            )}
          </div>
          <FactLines entry={entry} reader={reader} />
        </li>
      ))}
    </ul>
  );
}

function FactLines({ entry, reader }: { entry: RecordedFact; reader: Reader }) {
  const detail = factDetail(entry.fact, reader);
  const note = factNote(entry.fact, reader);
  const former = formerTexts(entry, reader);
  return (
    <>
      {detail !== "" && <span>{detail}</span>}
      {note !== undefined && <span className="small">{note}</span>}
      <span className="muted small">{sourceText(entry.source, reader)}</span>
      {entry.source.reason !== undefined && (
        <span className="muted small">{marks.source.reason(entry.source.reason)}</span>
      )}
      {former.length > 0 && (
        <details>
          <summary>{marks.source.former(former.length)}</summary>
          <ul className="muted small">
            {former.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface FactMenuProps {
  entry: RecordedFact;
  fact: Extract<CaseFact, { kind: Parameters<typeof canEnd>[0]["kind"] }>;
  reader: Reader;
  onAct: (acting: Acting) => void;
}

function FactMenu({ entry, fact, reader, onAct }: FactMenuProps) {
  const title = factTitle(fact, reader);
  const entries = [
    ...(canEnd(fact, reader.today) ? [{ id: "end", label: words.end }] : []),
    { id: "correct", label: words.correct },
    { id: "remove", label: words.remove },
  ];
  return (
    <Menu
      label={words.label(title)}
      icon={<Ellipsis size={18} aria-hidden />}
      iconOnly
      size="small"
      kind="quiet"
      entries={entries}
      onAction={(act) =>
        onAct({ act: act as "end" | "correct" | "remove", mark: { id: entry.id, fact }, title })
      }
    />
  );
}
