import type { ReactNode } from "react";
import { KeyValue, type Fact } from "./KeyValue.tsx";

export interface RecordHeaderProps {
  title: string;
  tags?: ReactNode;
  actions?: ReactNode;
  facts?: readonly Fact[] | undefined;
  /** `Tabs` of the record. */
  tabs?: ReactNode;
}

/** The head of a case on each of its pages: who it is, what must not be missed, where to go. Sticks on a desktop. */
export function RecordHeader({ title, tags, actions, facts, tabs }: RecordHeaderProps) {
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
        {facts !== undefined && <KeyValue facts={facts} />}
        {tabs}
      </div>
    </div>
  );
}
