import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { DateText } from "@kinward/ui/DateText";
import { Tag } from "@kinward/ui/Tag";
import { Plus } from "lucide-react";
import { useState } from "react";
import { DayDialog } from "./DayDialog.tsx";
import { holidays as m } from "./messages.ts";
import { type ListedDay, sortDays } from "./present.ts";

interface DayListProps {
  readonly year: number;
  readonly rows: readonly ListedDay[];
  readonly onChange: (rows: readonly ListedDay[]) => void;
}

/** The closed days while they are edited. A removed one stays in sight and can be put back. */
export function DayList({ year, rows, onChange }: DayListProps) {
  const [open, setOpen] = useState<"ADD" | ListedDay | undefined>(undefined);
  const close = () => setOpen(undefined);
  const replace = (row: ListedDay, next: ListedDay) =>
    onChange(sortDays(rows.map((entry) => (entry === row ? next : entry))));
  const setRemoved = (row: ListedDay, isRemoved: boolean) => {
    const { isRemoved: _before, ...day } = row;
    replace(row, isRemoved ? { ...day, isRemoved: true } : day);
  };
  return (
    <Card
      title={m.list(year)}
      flush
      actions={
        <Button size="small" icon={<Plus size={15} aria-hidden />} onPress={() => setOpen("ADD")}>
          {m.add}
        </Button>
      }
    >
      <DataTable<ListedDay>
        caption={m.list(year)}
        rows={rows}
        rowKey={(row) => `${row.date} ${row.name} ${row.isRemoved ?? ""}`}
        cardsUnder={560}
        empty={<p className="card-body muted">{m.empty}</p>}
        columns={[
          {
            id: "name",
            header: m.columns.name,
            isRowHeader: true,
            cell: (row) =>
              row.isRemoved ? (
                <>
                  <s>{row.name}</s> <Tag state="excused">{m.removed}</Tag>
                </>
              ) : (
                row.name
              ),
          },
          { id: "date", header: m.columns.date, cell: (row) => <DateText date={row.date} /> },
          {
            id: "actual",
            header: m.columns.actual,
            cell: (row) =>
              row.actual === undefined ? (
                <span className="muted">{m.sameDay}</span>
              ) : (
                <DateText date={row.actual} />
              ),
          },
          {
            id: "action",
            header: m.columns.action,
            hideHeader: true,
            fit: true,
            cell: (row) =>
              row.isRemoved ? (
                <Button
                  size="small"
                  aria-label={m.putBackOf(row.name)}
                  onPress={() => setRemoved(row, false)}
                >
                  {m.putBack}
                </Button>
              ) : (
                <span className="row-actions">
                  <Button
                    size="small"
                    aria-label={m.changeOf(row.name)}
                    onPress={() => setOpen(row)}
                  >
                    {m.change}
                  </Button>
                  <Button
                    size="small"
                    aria-label={m.removeOf(row.name)}
                    onPress={() => setRemoved(row, true)}
                  >
                    {m.remove}
                  </Button>
                </span>
              ),
          },
        ]}
      />
      {open !== undefined && (
        <DayDialog
          year={year}
          day={open === "ADD" ? undefined : open}
          others={rows.filter((row) => row !== open && row.isRemoved !== true)}
          onDone={(day) => {
            if (open === "ADD") onChange(sortDays([...rows, day]));
            else replace(open, day);
            close();
          }}
          onClose={close}
        />
      )}
    </Card>
  );
}
