import { inForceOn } from "@kinward/domain/kernel";
import type { ContractMatrix, ContractView, OrganizationView } from "@kinward/domain/views";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { Empty } from "@kinward/ui/Empty";
import { LinkButton } from "@kinward/ui/LinkButton";
import { Tag } from "@kinward/ui/Tag";
import { UiLink } from "@kinward/ui/UiLink";
import { paths } from "../../paths.ts";
import { Loaded } from "../shared/Loaded.tsx";
import { Page } from "../shared/Page.tsx";
import { byPeriod, periodWords } from "../shared/periods.ts";
import { SectionTabs } from "../shared/SectionTabs.tsx";
import { useMe } from "../shared/session.ts";
import { contracts as m } from "./messages.ts";
import { allContracts, contractState } from "./present.ts";
import { useAllContracts, useOrganizationChoices } from "./queries.ts";

/** Who holds which contracts, with whom below. */
export function ContractorsScreen() {
  const organizations = useOrganizationChoices();
  const matrix = useAllContracts();
  return (
    <Page title={m.contractors.title} lead={m.contractors.lead}>
      <SectionTabs section="organizations" />
      <Loaded query={organizations} skeleton="cards">
        {({ organizations: all }) => (
          <Loaded query={matrix} skeleton="cards">
            {(loaded) => <Contractors organizations={all} matrix={loaded} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function Contractors(props: {
  readonly organizations: readonly OrganizationView[];
  readonly matrix: ContractMatrix;
}) {
  const contractors = props.organizations
    .filter((entry) => entry.kinds.includes("CONTRACTOR"))
    .toSorted((a, b) => a.name.localeCompare(b.name, "en-US"));
  if (contractors.length === 0)
    return (
      <Card label={m.contractors.title}>
        <Empty
          kind="start"
          title={m.contractors.emptyTitle}
          action={
            <LinkButton href={paths.organizations()}>{m.contractors.toOrganizations}</LinkButton>
          }
        >
          {m.contractors.emptyText}
        </Empty>
      </Card>
    );
  return contractors.map((contractor) => (
    <ContractorCard
      key={contractor.organizationId}
      contractor={contractor}
      contracts={allContracts(props.matrix).filter(
        (contract) => contract.organizationId === contractor.organizationId,
      )}
    />
  ));
}

function ContractorCard(props: {
  readonly contractor: OrganizationView;
  readonly contracts: readonly ContractView[];
}) {
  const { today } = useMe();
  const { contractor, contracts } = props;
  const subcontractorsOf = (contract: ContractView) =>
    contract.subcontractors
      .filter((entry) => inForceOn(entry, today))
      .map((entry) => `${entry.name}, ${periodWords(entry, today)}`);
  return (
    <Card
      title={contractor.name}
      flush
      actions={
        <LinkButton size="small" href={paths.organization(contractor.organizationId)}>
          {m.contractors.openOrganization}
        </LinkButton>
      }
    >
      <DataTable<ContractView>
        caption={m.contractors.caption(contractor.name)}
        rows={contracts.toSorted(byPeriod(today))}
        rowKey={(contract) => contract.contractId}
        empty={<p className="card-body muted">{m.contractors.none}</p>}
        columns={[
          {
            id: "area",
            header: m.contractors.columns.area,
            isRowHeader: true,
            cell: (contract) => (
              <UiLink href={paths.contract(contract.contractId)}>{contract.areaName}</UiLink>
            ),
          },
          {
            id: "position",
            header: m.contractors.columns.position,
            cell: (contract) => m.positions[contract.position],
          },
          {
            id: "period",
            header: m.contractors.columns.period,
            cell: (contract) => periodWords(contract, today),
          },
          {
            id: "subcontractors",
            header: m.contractors.columns.subcontractors,
            cell: (contract) => {
              const names = subcontractorsOf(contract);
              return names.length === 0
                ? m.contractors.noSubcontractors
                : names.map((name) => <div key={name}>{name}</div>);
            },
          },
          {
            id: "state",
            header: m.contractors.columns.state,
            fit: true,
            card: "top",
            cell: (contract) => {
              const state = contractState(contract, today);
              return <Tag state={state.look}>{state.word}</Tag>;
            },
          },
        ]}
      />
    </Card>
  );
}
