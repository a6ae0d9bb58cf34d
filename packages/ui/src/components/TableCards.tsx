import { useId } from "react";
import { ArrowDown, ArrowUp } from "lucide-react";
import {
  cardPlace,
  nextSort,
  type Column,
  type RowGroup,
  type TableModel,
} from "../lib/table-model.ts";
import { useUi } from "../lib/ui-context.ts";
import { buttonClass } from "../lib/button-class.ts";

interface TableCardsProps<Row> {
  model: TableModel<Row>;
  headingLevel: 2 | 3 | 4;
}

/** The card twin of a table for narrow containers; `DataTable` chooses it. */
export function TableCards<Row>({ model, headingLevel }: TableCardsProps<Row>) {
  return (
    <div className="cards">
      <SortChoice model={model} />
      {model.groups
        .filter((group) => group.rows.length > 0)
        .map((group) => (
          <CardGroup key={group.id} group={group} model={model} headingLevel={headingLevel} />
        ))}
    </div>
  );
}

function SortChoice<Row>({ model }: { model: TableModel<Row> }) {
  const { messages } = useUi();
  const { sort, onSort } = model;
  const sortable = model.columns.filter((column) => column.isSortable);
  if (!onSort || sortable.length === 0) return null;
  return (
    <div role="group" aria-label={messages.sortBy} className="row">
      <span className="muted small" aria-hidden>
        {messages.sortBy}
      </span>
      {sortable.map((column) => {
        const direction = sort?.column === column.id ? sort.direction : undefined;
        return (
          <button
            key={column.id}
            type="button"
            className={buttonClass({ size: "small" })}
            aria-pressed={direction !== undefined}
            onClick={() => onSort(nextSort(sort, column.id))}
          >
            {column.header}
            {direction === "ascending" && <ArrowUp size={14} aria-hidden />}
            {direction === "descending" && <ArrowDown size={14} aria-hidden />}
            {direction && <span className="sr">, {messages[direction]}</span>}
          </button>
        );
      })}
    </div>
  );
}

function CardGroup<Row>(props: TableCardsProps<Row> & { group: RowGroup<Row> }) {
  const { group, model } = props;
  const id = useId();
  const Heading = `h${props.headingLevel}` as const;
  const named = group.label !== undefined;
  return (
    <section
      className="cards-group"
      aria-labelledby={named ? id : undefined}
      aria-label={named ? undefined : model.caption}
    >
      {named && (
        <Heading id={id}>
          {group.label} <span className="muted">{group.count ?? group.rows.length}</span>
        </Heading>
      )}
      <ul>
        {group.rows.map((row) => (
          <li
            key={model.rowKey(row)}
            className="row-card"
            data-due={model.rowState?.(row)}
            data-current={model.isCurrentRow?.(row) || undefined}
          >
            <RowCard row={row} columns={model.columns} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RowCard<Row>({ row, columns }: { row: Row; columns: readonly Column<Row>[] }) {
  const at = (place: string) => columns.filter((column) => cardPlace(column) === place);
  const top = at("top");
  return (
    <>
      {top.length > 0 && (
        <div className="row row-apart">
          {top.map((column) => (
            <span key={column.id}>{column.cell(row)}</span>
          ))}
        </div>
      )}
      {at("title").map((column) => (
        <div key={column.id} className="row-card-title">
          {column.cell(row)}
        </div>
      ))}
      {columns
        .filter((column) => ["line", "plain"].includes(cardPlace(column)))
        .map((column) => ({ column, cell: column.cell(row) }))
        // A label without anything behind it says nothing.
        .filter(({ cell }) => cell !== null && cell !== undefined && cell !== "")
        .map(({ column, cell }) => (
          <div key={column.id}>
            {cardPlace(column) === "line" && (
              <span className="row-card-label">{column.header} </span>
            )}
            {cell}
          </div>
        ))}
      {at("action").map((column) => (
        <div key={column.id}>{column.cell(row)}</div>
      ))}
    </>
  );
}
