import { SERVICE_ACTIVITIES } from "@kinward/domain/agency";
import type { ContractView } from "@kinward/domain/views";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { KeyValue } from "@kinward/ui/KeyValue";
import { LinkButton } from "@kinward/ui/LinkButton";
import { Tag } from "@kinward/ui/Tag";
import { UiLink } from "@kinward/ui/UiLink";
import { useParams } from "@tanstack/react-router";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { paths } from "../../paths.ts";
import { activityWords } from "../shared/code-words.ts";
import { ChangeLog } from "../shared/ChangeLog.tsx";
import { Loaded } from "../shared/Loaded.tsx";
import { NotHere } from "../shared/NotHere.tsx";
import { Page } from "../shared/Page.tsx";
import { byPeriod, periodWords } from "../shared/periods.ts";
import { useMe } from "../shared/session.ts";
import { ActivateDialog } from "./ActivateDialog.tsx";
import { contracts as m } from "./messages.ts";
import { allContracts, contractState, dollars, rateOn } from "./present.ts";
import { useAllContracts } from "./queries.ts";
import { SubcontractorsCard } from "./SubcontractorsCard.tsx";

export function ContractScreen() {
  const { contractId } = useParams({ strict: false }) as { contractId: string };
  const query = useAllContracts();
  const contract =
    query.data && allContracts(query.data).find((entry) => entry.contractId === contractId);
  if (contract) return <ContractPage contract={contract} />;
  return (
    <Page title={m.title}>
      <Loaded query={query}>{() => <NotHere />}</Loaded>
    </Page>
  );
}

function ContractPage({ contract }: { readonly contract: ContractView }) {
  const { today } = useMe();
  const [isActivating, setActivating] = useState(false);
  const state = contractState(contract, today);
  const rate = rateOn(contract, today);
  return (
    <Page
      title={contract.organizationName}
      lead={contract.areaName}
      tags={<Tag state={state.look}>{state.word}</Tag>}
      actions={
        <>
          <LinkButton href={paths.editContract(contract.contractId)}>{m.edit}</LinkButton>
          {!contract.active && (
            <Button kind="primary" onPress={() => setActivating(true)}>
              {m.activate.verb}
            </Button>
          )}
        </>
      }
    >
      <KeyValue
        facts={[
          {
            label: m.facts.area,
            value: <UiLink href={paths.area(contract.contractAreaId)}>{contract.areaName}</UiLink>,
          },
          { label: m.facts.position, value: m.positions[contract.position] },
          { label: m.facts.period, value: periodWords(contract, today) },
          { label: m.facts.procurementRef, value: contract.procurementRef },
          { label: m.facts.crisisContact, value: contract.crisisContact ?? m.notKnown },
          {
            label: m.facts.rate,
            value: rate === undefined ? m.notKnown : dollars(rate.cents),
          },
          { label: m.facts.openCases, value: contract.openCases },
        ]}
      />
      <div className="cols">
        <div className="stack">
          <CapacitiesCard contract={contract} />
          <SubcontractorsCard contract={contract} />
          <RatesCard contract={contract} />
        </div>
        <ChangeLog kind="CONTRACT" id={contract.contractId} />
      </div>
      {isActivating && <ActivateDialog contract={contract} onClose={() => setActivating(false)} />}
    </Page>
  );
}

function CapacitiesCard({ contract }: { readonly contract: ContractView }) {
  return (
    <Card title={m.capacities}>
      <p className="muted">{m.capacitiesLead}</p>
      <ul className="checks">
        {SERVICE_ACTIVITIES.map((activity) => {
          const isConfirmed = contract.capacities.includes(activity);
          return (
            <li key={activity} data-missing={isConfirmed ? undefined : true}>
              {isConfirmed ? (
                <CircleCheck size={16} aria-hidden />
              ) : (
                <TriangleAlert size={16} aria-hidden />
              )}
              <span>
                {activityWords[activity]}{" "}
                <span className="small">({isConfirmed ? m.capacityYes : m.capacityNo})</span>
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function RatesCard({ contract }: { readonly contract: ContractView }) {
  const { today } = useMe();
  return (
    <Card title={m.rates.title} flush>
      <DataTable<ContractView["rates"][number]>
        caption={m.rates.caption}
        rows={contract.rates.toSorted(byPeriod(today))}
        rowKey={(rate) => rate.from}
        cardsUnder={0}
        empty={<p className="card-body muted">{m.rates.empty}</p>}
        columns={[
          {
            id: "period",
            header: m.rates.columns.period,
            isRowHeader: true,
            cell: (rate) => periodWords(rate, today),
          },
          {
            id: "rate",
            header: m.rates.columns.rate,
            align: "end",
            cell: (rate) => dollars(rate.cents),
          },
        ]}
      />
    </Card>
  );
}
