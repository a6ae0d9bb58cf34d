import type { CaseFile } from "@kinward/domain/casefile";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { type Column, DataTable } from "@kinward/ui/DataTable";
import { Plus } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { workbench as m } from "./messages.ts";

export interface FactsProps {
  readonly file: CaseFile;
  readonly onChange: (file: CaseFile) => void;
}

interface ListWords {
  readonly title: string;
  readonly caption: string;
  readonly add: string;
  readonly empty: string;
}

interface ListProps<Row extends object> extends ListWords, FactsProps {
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly nameOf: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly action: string;
  /** The case without a row. */
  readonly without: (row: Row) => CaseFile;
  /** The form of a row, or of a new one; `close` takes it away again. */
  readonly form: (row: Row | undefined, close: () => void) => ReactNode;
}

/** A list of facts that can be added to, changed and taken from, each by the same small form. */
export function FactList<Row extends object>(props: ListProps<Row>) {
  const [open, setOpen] = useState<{ readonly row: Row | undefined }>();
  const add = useRef<HTMLButtonElement>(null);
  // What was taken out last, until anything else changes.
  const [gone, setGone] = useState<{ what: string; from: CaseFile; to: CaseFile }>();
  const remove = (row: Row) => {
    const to = props.without(row);
    setGone({ what: props.nameOf(row), from: props.file, to });
    props.onChange(to);
  };
  return (
    <Card
      title={props.title}
      flush
      actions={
        <Button
          ref={add}
          size="small"
          icon={<Plus size={15} aria-hidden />}
          onPress={() => setOpen({ row: undefined })}
        >
          {props.add}
        </Button>
      }
    >
      <DataTable<Row>
        caption={props.caption}
        hideCaption
        rows={props.rows}
        rowKey={props.rowKey}
        cardsUnder={560}
        empty={<p className="card-body muted">{props.empty}</p>}
        columns={[
          ...props.columns,
          {
            id: "action",
            header: props.action,
            hideHeader: true,
            fit: true,
            cell: (row) => (
              <span className="row-actions">
                <Button
                  size="small"
                  aria-label={m.changeOf(props.nameOf(row))}
                  onPress={() => setOpen({ row })}
                >
                  {m.change}
                </Button>
                <Button
                  size="small"
                  aria-label={m.removeOf(props.nameOf(row))}
                  onPress={() => remove(row)}
                >
                  {m.remove}
                </Button>
              </span>
            ),
          },
        ]}
      />
      {gone?.to === props.file && (
        <p className="row card-body small">
          <span role="status">{m.removed(gone.what)}</span>
          {/* The button that was pressed went with its row; the next is the one that brings it back. */}
          <Button
            size="small"
            autoFocus
            aria-label={m.bringBack(gone.what)}
            onPress={() => {
              props.onChange(gone.from);
              add.current?.focus();
            }}
          >
            {m.undo}
          </Button>
        </p>
      )}
      {open !== undefined && props.form(open.row, () => setOpen(undefined))}
    </Card>
  );
}
