import type { OrganizationId, PlainDate } from "@kinward/domain/kernel";
import type { ContractView } from "@kinward/domain/views";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { showToast } from "@kinward/ui/Toast";
import { Plus } from "lucide-react";
import { useState } from "react";
import { EndDialog } from "../shared/form/EndDialog.tsx";
import { FormDate, FormPick, FormReason } from "../shared/form/fields.tsx";
import { FormDialog } from "../shared/form/FormDialog.tsx";
import { useRecordForm } from "../shared/form/use-record-form.ts";
import { shared } from "../shared/messages.ts";
import { byPeriod, periodWords } from "../shared/periods.ts";
import { checkRequired } from "../shared/required.ts";
import { useMayChange, useMe } from "../shared/session.ts";
import { contracts as m } from "./messages.ts";
import { organizationChoices } from "./choices.ts";
import { useAddSubcontractor, useEndSubcontractor, useOrganizationChoices } from "./queries.ts";

type Subcontractor = ContractView["subcontractors"][number];

/** Dated subcontractors of a contract. */
export function SubcontractorsCard({ contract }: { readonly contract: ContractView }) {
  const { today } = useMe();
  const mayChange = useMayChange();
  const [open, setOpen] = useState<"ADD" | Subcontractor | undefined>(undefined);
  const endSubcontractor = useEndSubcontractor();
  const close = () => setOpen(undefined);
  return (
    <Card
      title={m.subcontractors.title}
      flush
      actions={
        mayChange && (
          <Button size="small" icon={<Plus size={15} aria-hidden />} onPress={() => setOpen("ADD")}>
            {m.subcontractors.add}
          </Button>
        )
      }
    >
      <DataTable<Subcontractor>
        caption={m.subcontractors.caption}
        rows={contract.subcontractors.toSorted(byPeriod(today))}
        rowKey={(entry) => `${entry.organizationId} ${entry.from}`}
        cardsUnder={420}
        empty={<p className="card-body muted">{m.subcontractors.empty}</p>}
        columns={[
          {
            id: "name",
            header: m.subcontractors.columns.name,
            isRowHeader: true,
            cell: (entry) => entry.name,
          },
          {
            id: "period",
            header: m.subcontractors.columns.period,
            cell: (entry) => periodWords(entry, today),
          },
          ...(mayChange
            ? [
                {
                  id: "action",
                  header: m.subcontractors.columns.action,
                  hideHeader: true,
                  fit: true,
                  cell: (entry: Subcontractor) =>
                    entry.to === undefined && (
                      <Button
                        size="small"
                        aria-label={m.subcontractors.endOf(entry.name)}
                        onPress={() => setOpen(entry)}
                      >
                        {m.subcontractors.end}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      {open === "ADD" && <AddDialog contract={contract} onClose={close} />}
      {open !== undefined && open !== "ADD" && (
        <EndDialog
          title={m.subcontractors.endTitle(open.name)}
          text={m.subcontractors.endText}
          dateLabel={m.subcontractors.to}
          submitText={m.subcontractors.submitEnd}
          notBefore={open.from}
          send={({ on, reason }) =>
            endSubcontractor({
              contractId: contract.contractId,
              organizationId: open.organizationId,
              from: open.from,
              to: on,
              reason,
            })
          }
          onDone={() => showToast(m.subcontractors.done)}
          onClose={close}
        />
      )}
    </Card>
  );
}

interface Values {
  organizationId: string | undefined;
  from: PlainDate | undefined;
  to: PlainDate | undefined;
  reason: string;
}

function AddDialog({
  contract,
  onClose,
}: {
  readonly contract: ContractView;
  readonly onClose: () => void;
}) {
  const { today } = useMe();
  const send = useAddSubcontractor();
  const organizations = useOrganizationChoices();
  const choices = organizationChoices(organizations.data?.organizations ?? [], "SUBCONTRACTOR");
  const form = useRecordForm<Values, { ok: true }>({
    defaults: { organizationId: undefined, from: undefined, to: undefined, reason: "" },
    check: (values) => {
      const faults = checkRequired(values, {
        organizationId: m.subcontractors.organizationMissing,
        from: shared.dates.missing,
        reason: shared.reason.missing,
      });
      if (values.from !== undefined && values.to !== undefined && values.to < values.from)
        faults.push({ name: "to", message: shared.dates.order });
      return faults;
    },
    send: ({ organizationId, from, to, reason }) =>
      send({
        contractId: contract.contractId,
        organizationId: organizationId as OrganizationId,
        from: from as PlainDate,
        ...(to === undefined ? {} : { to }),
        reason,
      }),
    onDone: () => {
      showToast(m.subcontractors.done);
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={m.subcontractors.addTitle}
      submitText={m.subcontractors.submitAdd}
      onClose={onClose}
    >
      <FormPick
        form={form}
        name="organizationId"
        label={m.subcontractors.organization}
        hint={organizations.data && choices.length === 0 ? m.subcontractors.none : undefined}
        choices={choices}
        as="search"
      />
      <FormDate
        form={form}
        name="from"
        label={m.subcontractors.from}
        actions={[{ label: shared.onDay, date: today }]}
      />
      <FormDate
        form={form}
        name="to"
        label={m.subcontractors.to}
        hint={m.subcontractors.toHint}
        mark="optional"
      />
      <FormReason form={form} />
    </FormDialog>
  );
}
