import type { ServiceAreaView } from "@kinward/domain/views";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { KeyValue } from "@kinward/ui/KeyValue";
import { LinkButton } from "@kinward/ui/LinkButton";
import { Tag } from "@kinward/ui/Tag";
import { UiLink } from "@kinward/ui/UiLink";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { paths } from "../../paths.ts";
import { ChangeLog } from "../shared/ChangeLog.tsx";
import { GapWords } from "../shared/GapWords.tsx";
import { Loaded } from "../shared/Loaded.tsx";
import { NotHere } from "../shared/NotHere.tsx";
import { Page } from "../shared/Page.tsx";
import { byPeriod, periodWords } from "../shared/periods.ts";
import { useMayChange, useMe } from "../shared/session.ts";
import { CountiesCard } from "./CountiesCard.tsx";
import { EndAreaDialog } from "./EndAreaDialog.tsx";
import { areas as m } from "./messages.ts";
import { areaName, areaState, type ContractAreaView, findArea, gapWords } from "./present.ts";
import { useAreas } from "./queries.ts";

export function AreaScreen() {
  const { contractAreaId } = useParams({ strict: false }) as { contractAreaId: string };
  const query = useAreas();
  const found = query.data && findArea(query.data.areas, contractAreaId);
  if (found) return <AreaPage {...found} />;
  return (
    <Page title={m.title}>
      <Loaded query={query}>{() => <NotHere />}</Loaded>
    </Page>
  );
}

interface AreaPageProps {
  readonly service: ServiceAreaView;
  readonly area: ContractAreaView;
}

function AreaPage({ service, area }: AreaPageProps) {
  const { today } = useMe();
  const [isEnding, setEnding] = useState(false);
  const name = areaName(service, area);
  const { state, word } = areaState(area, today);
  const starter = area.activeContracts.find(
    (contract) => contract.contractId === area.starterContractId,
  );
  return (
    <Page
      title={name}
      tags={<Tag state={state}>{word}</Tag>}
      actions={
        area.to === undefined && <Button onPress={() => setEnding(true)}>{m.end.verb}</Button>
      }
    >
      <KeyValue
        facts={[
          { label: m.facts.service, value: service.name },
          { label: m.facts.period, value: periodWords(area, today) },
          { label: m.facts.starter, value: starter?.organizationName ?? m.noStarter },
        ]}
      />
      <div className="cols">
        <div className="stack">
          <CountiesCard area={area} />
          <ContractsCard area={area} />
        </div>
        <ChangeLog kind="CONTRACT_AREA" id={area.contractAreaId} />
      </div>
      {isEnding && <EndAreaDialog area={area} name={name} onClose={() => setEnding(false)} />}
    </Page>
  );
}

function ContractsCard({ area }: { readonly area: ContractAreaView }) {
  const { today } = useMe();
  const mayChange = useMayChange();
  const gaps = gapWords(area, today);
  return (
    <Card
      title={m.contracts.title}
      flush
      actions={
        <>
          <LinkButton size="small" href={paths.contracts()}>
            {m.contracts.open}
          </LinkButton>
          {mayChange && (
            <LinkButton size="small" href={paths.newContract(area.contractAreaId)}>
              {m.contracts.add}
            </LinkButton>
          )}
        </>
      }
      footer={
        gaps.near.length + gaps.far.length > 0 ? (
          <GapWords words={gaps.near} far={gaps.far} />
        ) : undefined
      }
    >
      <DataTable<ContractAreaView["activeContracts"][number]>
        caption={m.contracts.caption}
        rows={area.activeContracts.toSorted(byPeriod(today))}
        rowKey={(contract) => contract.contractId}
        cardsUnder={420}
        empty={<p className="card-body muted">{m.contracts.empty}</p>}
        columns={[
          {
            id: "contractor",
            header: m.contracts.columns.contractor,
            isRowHeader: true,
            cell: (contract) => (
              <UiLink href={paths.contract(contract.contractId)}>
                {contract.organizationName}
              </UiLink>
            ),
          },
          {
            id: "position",
            header: m.contracts.columns.position,
            cell: (contract) => m.contracts.position[contract.position],
          },
          {
            id: "period",
            header: m.contracts.columns.period,
            cell: (contract) => periodWords(contract, today),
          },
        ]}
      />
    </Card>
  );
}
