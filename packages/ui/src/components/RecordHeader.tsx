import { useState, type ReactNode } from "react";
import { ChevronDown } from "lucide-react";
import { buttonClass } from "../lib/button-class.ts";
import { useUi } from "../lib/ui-context.ts";
import { KeyValue, type Fact } from "./KeyValue.tsx";

export interface RecordHeaderProps {
  title: string;
  tags?: ReactNode;
  actions?: ReactNode;
  facts?: readonly Fact[] | undefined;
  /** `Tabs` of the record. */
  tabs?: ReactNode;
}

/** How many facts a phone shows before "Details"; the style sheet hides the rest. */
const PHONE_FACTS = 2;

/** The head of a case on each of its pages: who it is, what must not be missed, where to go. Sticks on a desktop. */
export function RecordHeader({ title, tags, actions, facts, tabs }: RecordHeaderProps) {
  const { messages } = useUi();
  const [unfolded, setUnfolded] = useState(false);
  return (
    <div className="record-head">
      <div>
        <div className="page-head">
          <div className="row">
            <h1>{title}</h1>
            {tags}
          </div>
          {actions !== undefined && <div className="row">{actions}</div>}
        </div>
        {facts !== undefined && (
          <div className={unfolded ? "record-facts" : "record-facts record-folded"}>
            <KeyValue facts={facts} />
            {facts.length > PHONE_FACTS && (
              <button
                type="button"
                className={buttonClass({ kind: "quiet", size: "small" })}
                aria-expanded={unfolded}
                onClick={() => setUnfolded(!unfolded)}
              >
                {messages.details}
                <ChevronDown size={15} aria-hidden />
              </button>
            )}
          </div>
        )}
        {tabs}
      </div>
    </div>
  );
}
