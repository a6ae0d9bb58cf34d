import type { ContractId } from "@kinward/domain/kernel";
import type { EndingContract } from "@kinward/domain/views";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { Tag } from "@kinward/ui/Tag";
import { showToast } from "@kinward/ui/Toast";
import { UiLink } from "@kinward/ui/UiLink";
import { useState } from "react";
import { paths } from "../../paths.ts";
import { FormPick, FormReason } from "../shared/form/fields.tsx";
import { FormDialog } from "../shared/form/FormDialog.tsx";
import { useRecordForm } from "../shared/form/use-record-form.ts";
import { shared } from "../shared/messages.ts";
import { dayWords } from "../shared/periods.ts";
import { checkRequired } from "../shared/required.ts";
import { useMayChange, useMe } from "../shared/session.ts";
import { rotation as m } from "./messages.ts";
import { useEndingContracts, useProposeCaseMove } from "./queries.ts";

/** Contracts that end with open cases, and the way to move these; nothing while there is none. */
export function EndingContractsCard() {
  const { today } = useMe();
  const mayChange = useMayChange();
  const query = useEndingContracts();
  const [moving, setMoving] = useState<EndingContract | undefined>(undefined);
  const rows = query.data?.contracts ?? [];
  if (rows.length === 0) return null;
  return (
    <Card title={m.moves.title} flush footer={<p className="muted small">{m.moves.lead}</p>}>
      <DataTable<EndingContract>
        caption={m.moves.caption}
        rows={rows}
        rowKey={(row) => row.contractId}
        columns={[
          {
            id: "contract",
            header: m.moves.columns.contract,
            isRowHeader: true,
            cell: (row) => (
              <>
                <UiLink href={paths.contract(row.contractId)}>{row.organizationName}</UiLink>
                <div className="muted small plain-weight">{row.areaName}</div>
              </>
            ),
          },
          {
            id: "ends",
            header: m.moves.columns.ends,
            cell: (row) => dayWords(row.endsOn, today),
          },
          {
            id: "cases",
            header: m.moves.columns.cases,
            cell: (row) => (
              <details>
                <summary>{m.moves.count(row.cases.length)}</summary>
                <p className="small">{row.cases.map((one) => one.caseNumber).join(", ")}</p>
              </details>
            ),
          },
          {
            id: "action",
            header: m.moves.columns.action,
            hideHeader: true,
            cell: (row) => {
              if (row.moveOpen) return <Tag state="waiting">{m.moves.waits}</Tag>;
              if (row.successors.length === 0)
                return <span className="muted small">{m.moves.noSuccessor}</span>;
              return (
                mayChange && (
                  <Button
                    size="small"
                    aria-label={m.moves.verbOf(row.organizationName)}
                    onPress={() => setMoving(row)}
                  >
                    {m.moves.verb}
                  </Button>
                )
              );
            },
          },
        ]}
      />
      {moving && <MoveDialog contract={moving} onClose={() => setMoving(undefined)} />}
    </Card>
  );
}

interface Values {
  successorId: string | undefined;
  reason: string;
}

function MoveDialog(props: { readonly contract: EndingContract; readonly onClose: () => void }) {
  const { contract, onClose } = props;
  const { today } = useMe();
  const send = useProposeCaseMove();
  const form = useRecordForm<Values, unknown>({
    defaults: { successorId: undefined, reason: "" },
    check: (values) =>
      checkRequired(values, {
        successorId: m.moves.successorMissing,
        reason: shared.reason.missing,
      }),
    send: ({ successorId, reason }) =>
      send({ contractId: contract.contractId, successorId: successorId as ContractId, reason }),
    onDone: () => {
      showToast(m.moves.done);
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={m.moves.dialog(contract.organizationName)}
      submitText={m.moves.submit}
      onClose={onClose}
    >
      <p>{m.moves.text(contract.cases.length)}</p>
      <FormPick
        form={form}
        name="successorId"
        label={m.moves.successor}
        as="radio"
        choices={contract.successors.map((one) => ({
          id: one.contractId,
          label: one.organizationName,
          detail: m.moves.servesFrom(dayWords(one.servesFrom, today)),
        }))}
      />
      <FormReason form={form} />
    </FormDialog>
  );
}
