import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { DialogTrigger } from "react-aria-components/Dialog";
import { useUi } from "../lib/ui-context.ts";
import { PopoverDialog } from "./PopoverDialog.tsx";
import { UiLink } from "./UiLink.tsx";

export interface SourceRecord {
  id: string;
  /** What it is: "Nov 20, 4:30 pm". */
  label: string;
  detail?: ReactNode;
  href?: string | undefined;
}

export interface SourceButtonProps {
  /** The number in the text, counted from 1 on each page. */
  number: number;
  records: readonly SourceRecord[];
  /** How to put a wrong fact right: "To change this, correct the contact." */
  note?: string | undefined;
}

/** The small number after a fact that nobody typed here: opens the records it was computed from. */
export function SourceButton({ number, records, note }: SourceButtonProps) {
  const { messages } = useUi();
  const name = messages.sources(records.length);
  return (
    <DialogTrigger>
      <Button className="source" aria-label={`${number}: ${name}`}>
        {number}
      </Button>
      <PopoverDialog label={name}>
        <p className="strong popover-title">{messages.fromRecords(records.length)}</p>
        <ul className="source-records">
          {records.map((record) => (
            <li key={record.id}>
              {record.href === undefined ? (
                <span className="strong">{record.label}</span>
              ) : (
                <UiLink href={record.href}>{record.label}</UiLink>
              )}{" "}
              <span className="muted">{record.detail}</span>
            </li>
          ))}
        </ul>
        {note !== undefined && <p className="muted small">{note}</p>}
      </PopoverDialog>
    </DialogTrigger>
  );
}
