import { contractsOn } from "@kinward/domain/agency";
import type { ContractId, PlainDate } from "@kinward/domain/kernel";
import type { ContractView } from "@kinward/domain/views";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { Empty } from "@kinward/ui/Empty";
import { Tag } from "@kinward/ui/Tag";
import { showToast } from "@kinward/ui/Toast";
import { UiLink } from "@kinward/ui/UiLink";
import { useState } from "react";
import { paths } from "../../paths.ts";
import { FormDate, FormPick, FormReason } from "../shared/form/fields.tsx";
import { FormDialog } from "../shared/form/FormDialog.tsx";
import { useRecordForm } from "../shared/form/use-record-form.ts";
import { Loaded } from "../shared/Loaded.tsx";
import { shared } from "../shared/messages.ts";
import { Page } from "../shared/Page.tsx";
import { periodWords } from "../shared/periods.ts";
import { checkRequired } from "../shared/required.ts";
import { SectionTabs } from "../shared/SectionTabs.tsx";
import { useMayChange, useMe } from "../shared/session.ts";
import { contracts as m } from "./messages.ts";
import { asContract, type MatrixArea } from "./present.ts";
import { useAllContracts, useSetStarter } from "./queries.ts";
import { starterState } from "./starters.ts";

/** Who begins the order of turns in each area (DEC-31). */
export function StartersScreen() {
  const query = useAllContracts();
  return (
    <Page title={m.starters.title} lead={m.starters.lead}>
      <SectionTabs section="areas" />
      <Card label={m.starters.title} flush>
        <Loaded query={query}>{(matrix) => <Starters areas={matrix.areas} />}</Loaded>
      </Card>
    </Page>
  );
}

function Starters({ areas }: { readonly areas: readonly MatrixArea[] }) {
  const { today } = useMe();
  const mayChange = useMayChange();
  const [open, setOpen] = useState<MatrixArea | undefined>(undefined);
  return (
    <>
      <DataTable<MatrixArea>
        caption={m.starters.caption}
        rows={areas}
        rowKey={(area) => area.contractAreaId}
        empty={
          <Empty kind="start" title={m.emptyTitle}>
            {m.emptyText}
          </Empty>
        }
        columns={[
          {
            id: "area",
            header: m.starters.columns.area,
            isRowHeader: true,
            cell: (area) => <UiLink href={paths.area(area.contractAreaId)}>{area.areaName}</UiLink>,
          },
          {
            id: "pair",
            header: m.starters.columns.pair,
            cell: (area) =>
              contractsOn(area.contracts.filter((one) => one.active).map(asContract), today)
                .map((one) => area.contracts.find((view) => view.contractId === one.id))
                .map((view) => view?.organizationName)
                .join(", ") || shared.none,
          },
          {
            id: "starter",
            header: m.starters.columns.starter,
            cell: (area) => starterState(area).name ?? m.starters.notNamed,
          },
          {
            id: "state",
            header: m.starters.columns.state,
            fit: true,
            card: "top",
            cell: (area) => {
              const { look, word } = starterState(area);
              return <Tag state={look}>{word}</Tag>;
            },
          },
          ...(mayChange
            ? [
                {
                  id: "action",
                  header: m.starters.columns.action,
                  hideHeader: true,
                  fit: true,
                  cell: (area: MatrixArea) => {
                    const { canName, name } = starterState(area);
                    if (!canName) return null;
                    const isNew = name === undefined;
                    return (
                      <Button
                        size="small"
                        aria-label={
                          isNew
                            ? m.starters.verbOf(area.areaName)
                            : m.starters.changeOf(area.areaName)
                        }
                        onPress={() => setOpen(area)}
                      >
                        {isNew ? m.starters.verb : m.starters.change}
                      </Button>
                    );
                  },
                },
              ]
            : []),
        ]}
      />
      {open && <StarterDialog area={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

interface Values {
  contractId: string | undefined;
  from: PlainDate | undefined;
  reason: string;
}

function StarterDialog(props: { readonly area: MatrixArea; readonly onClose: () => void }) {
  const { area, onClose } = props;
  const { today } = useMe();
  const send = useSetStarter();
  const detail = (contract: ContractView) =>
    `${m.positions[contract.position]}, ${periodWords(contract, today)}`;
  const form = useRecordForm<Values, { ok: true }>({
    defaults: { contractId: undefined, from: undefined, reason: "" },
    check: (values) =>
      checkRequired(values, {
        contractId: m.starters.contractMissing,
        from: shared.dates.missing,
        reason: shared.reason.missing,
      }),
    send: ({ contractId, from, reason }) =>
      send({
        contractAreaId: area.contractAreaId,
        contractId: contractId as ContractId,
        from: from as PlainDate,
        reason,
      }),
    onDone: () => {
      showToast(m.starters.done);
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={m.starters.dialogTitle(area.areaName)}
      submitText={m.starters.submit}
      onClose={onClose}
    >
      <FormPick
        form={form}
        name="contractId"
        label={m.starters.contract}
        as="radio"
        choices={area.contracts
          .filter((contract) => contract.to >= today)
          .map((contract) => ({
            id: contract.contractId,
            label: contract.organizationName,
            detail: detail(contract),
          }))}
      />
      <FormDate
        form={form}
        name="from"
        label={m.starters.from}
        actions={[{ label: shared.onDay, date: today }]}
      />
      <FormReason form={form} />
    </FormDialog>
  );
}
