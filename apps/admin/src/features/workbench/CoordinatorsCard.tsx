import { dayWords } from "../shared/periods.ts";
import { useMe } from "../shared/session.ts";
import { CoordinatorDialog } from "./CoordinatorDialog.tsx";
import { servicesOf, type TermRow, termsOf, withoutTerm, withTerm } from "./edit-service.ts";
import { FactList, type FactsProps } from "./FactList.tsx";
import { workbench } from "./messages.ts";
import { serviceWords } from "./present.ts";

const m = workbench.coordinators;

/** Who coordinates the services, from when to when (EXP-3). */
export function CoordinatorsCard({ file, onChange }: FactsProps) {
  const { today } = useMe();
  const { columns } = m;
  const services = servicesOf(file);
  const nameOf = ({ term }: TermRow) => term.name ?? m.nameless;
  const ofService = ({ service }: TermRow) => {
    const found = services.find(({ id }) => id === service);
    return found && serviceWords(found, today);
  };
  return (
    <FactList<TermRow>
      {...m}
      action={columns.action}
      rows={termsOf(file)}
      rowKey={({ at }) => String(at)}
      nameOf={(row) => `${nameOf(row)}, ${dayWords(row.term.from, today)}`}
      {...{ file, onChange }}
      without={(row) => withoutTerm(file, row)}
      columns={[
        {
          id: "name",
          header: columns.name,
          isRowHeader: true,
          cell: (row) => (
            <>
              <div>{nameOf(row)}</div>
              {services.length > 1 && (
                <div className="muted small plain-weight">{ofService(row)}</div>
              )}
            </>
          ),
        },
        {
          id: "from",
          header: columns.from,
          fit: true,
          cell: ({ term }) => dayWords(term.from, today),
        },
        {
          id: "to",
          header: columns.to,
          fit: true,
          cell: ({ term: { to } }) => (to === undefined ? "" : dayWords(to, today)),
        },
      ]}
      form={(row, close) => (
        <CoordinatorDialog
          services={services}
          row={row}
          onDone={(values) => {
            onChange(withTerm(file, row, values));
            close();
          }}
          onClose={close}
        />
      )}
    />
  );
}
