import type { NamedPart } from "@kinward/domain/views";
import { useMe } from "../../app/me.ts";
import { team } from "../../messages/en/team.ts";
import { presentPart } from "./present.ts";

const words = team.handover;

/** What the record says for a handover, every part with its source. */
export function HandoverNote({ parts }: { parts: readonly NamedPart[] }) {
  const { today } = useMe();
  if (parts.length === 0) return <p className="muted">{words.nothing}</p>;
  return (
    <dl className="handover-parts">
      {parts.map((part, index) => {
        const view = presentPart(part, index, today);
        return (
          <div key={view.id}>
            <dt>{view.label}</dt>
            <dd>
              <span className="pre-line">{view.text}</span>
              <span className="muted small">{view.source}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
