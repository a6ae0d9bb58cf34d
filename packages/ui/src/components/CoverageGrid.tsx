import { useState, type ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { DialogTrigger } from "react-aria-components/Dialog";
import type { DueState } from "../lib/state.ts";
import { useUi } from "../lib/ui-context.ts";
import { buttonClass } from "../lib/button-class.ts";
import { PopoverDialog } from "./PopoverDialog.tsx";
import { ScrollRegion } from "./ScrollRegion.tsx";
import { StateIcon } from "./StateIcon.tsx";

export interface CoverageCell {
  state: DueState;
  /** Words on the cell: "Late", "by Nov 28", "Nov 14". A `late` cell must say that it is late. */
  text: string;
}

export interface CoverageColumn {
  id: string;
  label: string;
  /** Below the label: "expected" for what is no duty yet. */
  detail?: string | undefined;
}

export interface CoveragePerson {
  id: string;
  name: string;
  /** Role and place: "Mother, home". */
  detail?: string | undefined;
  /** Cells by column id; a column without a cell stays empty. */
  cells: Readonly<Record<string, CoverageCell>>;
}

export interface CoverageGridProps {
  columns: readonly CoverageColumn[];
  people: readonly CoveragePerson[];
  /** Why this cell: usually `<Explain>`. Rendered when a cell is opened. */
  explain: (personId: string, columnId: string) => ReactNode;
  /** Above the grid, for example "Week dates move with the first contact." */
  note?: ReactNode;
}

/** "Who must be seen, and when": each person by each requirement; every cell opens its reason. */
export function CoverageGrid(props: CoverageGridProps) {
  const { messages } = useUi();
  const [view, setView] = useState<"grid" | "people">("grid");
  return (
    <div className="coverage">
      <div className="coverage-bar">
        {props.note !== undefined && <p className="muted small">{props.note}</p>}
        <div role="group" aria-label={messages.view} className="switch">
          {(["grid", "people"] as const).map((each) => (
            <button
              key={each}
              type="button"
              className={buttonClass({ size: "small" })}
              aria-pressed={view === each}
              onClick={() => setView(each)}
            >
              {each === "grid" ? messages.grid : messages.byPerson}
            </button>
          ))}
        </div>
      </div>
      {view === "grid" ? <Grid {...props} /> : <ByPerson {...props} />}
    </div>
  );
}

function Grid(props: CoverageGridProps) {
  const { messages } = useUi();
  return (
    <ScrollRegion label={messages.coverage}>
      <table className="coverage-table">
        <caption className="sr">{messages.coverage}</caption>
        <thead>
          <tr>
            <th scope="col">{messages.person}</th>
            {props.columns.map((column) => (
              <th key={column.id} scope="col">
                {column.label}
                {column.detail !== undefined && <small>{column.detail}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                {person.name}
                {person.detail !== undefined && <small>{person.detail}</small>}
              </th>
              {props.columns.map((column) => (
                <td key={column.id}>
                  <Cell person={person} column={column} explain={props.explain} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function ByPerson(props: CoverageGridProps) {
  return (
    <ul className="coverage-people">
      {props.people.map((person) => (
        <li key={person.id}>
          <h3>{person.name}</h3>
          {person.detail !== undefined && <p className="muted small">{person.detail}</p>}
          <dl>
            {props.columns
              .filter((column) => person.cells[column.id])
              .map((column) => (
                <div key={column.id}>
                  <dt>
                    {column.label}
                    {column.detail !== undefined && <small>{column.detail}</small>}
                  </dt>
                  <dd>
                    <Cell person={person} column={column} explain={props.explain} />
                  </dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

interface CellProps {
  person: CoveragePerson;
  column: CoverageColumn;
  explain: CoverageGridProps["explain"];
}

function Cell({ person, column, explain }: CellProps) {
  const { messages } = useUi();
  const cell = person.cells[column.id];
  if (!cell) return null;
  const word = messages.states[cell.state];
  const spoken = cell.text.includes(word) ? cell.text : `${word}, ${cell.text}`;
  const period = [column.label, column.detail].filter(Boolean).join(", ");
  const name = `${person.name}, ${period}: ${spoken}`;
  return (
    <DialogTrigger>
      <Button className="coverage-cell" data-due={cell.state} aria-label={name}>
        <StateIcon state={cell.state} size={13} />
        {cell.text}
      </Button>
      <PopoverDialog label={name}>
        <Lazy render={() => explain(person.id, column.id)} />
      </PopoverDialog>
    </DialogTrigger>
  );
}

/** A closed popover mounts nothing, so the reason of a cell is made only when somebody asks. */
function Lazy({ render }: { render: () => ReactNode }) {
  return render();
}
