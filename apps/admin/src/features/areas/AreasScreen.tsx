import type { ServiceAreaView } from "@kinward/domain/views";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { Empty } from "@kinward/ui/Empty";
import { Tag } from "@kinward/ui/Tag";
import { UiLink } from "@kinward/ui/UiLink";
import { Plus } from "lucide-react";
import { useState } from "react";
import { paths } from "../../paths.ts";
import { GapWords } from "../shared/GapWords.tsx";
import { Loaded } from "../shared/Loaded.tsx";
import { Page } from "../shared/Page.tsx";
import { SectionTabs } from "../shared/SectionTabs.tsx";
import { useMe } from "../shared/session.ts";
import { BeginAreaDialog } from "./BeginAreaDialog.tsx";
import { areas as m } from "./messages.ts";
import {
  areaState,
  type ContractAreaView,
  contractorsNow,
  countyGaps,
  countyWords,
  gapWords,
} from "./present.ts";
import { useAreas } from "./queries.ts";

export function AreasScreen() {
  const query = useAreas();
  const [isBeginning, setBeginning] = useState(false);
  const services = query.data?.areas ?? [];
  return (
    <Page
      title={m.title}
      lead={m.lead}
      actions={
        services.length > 0 && (
          <Button icon={<Plus size={17} aria-hidden />} onPress={() => setBeginning(true)}>
            {m.begin}
          </Button>
        )
      }
    >
      <SectionTabs section="areas" />
      <Loaded query={query}>{({ areas }) => <AreaTree services={areas} />}</Loaded>
      {isBeginning && <BeginAreaDialog services={services} onClose={() => setBeginning(false)} />}
    </Page>
  );
}

function AreaTree({ services }: { readonly services: readonly ServiceAreaView[] }) {
  const { today } = useMe();
  const loose = countyGaps(services, today);
  return (
    <>
      {loose.length > 0 && (
        <Card title={m.countyGapsTitle}>
          <GapWords words={loose.map((gap) => gap.words)} />
        </Card>
      )}
      <Card label={m.caption} flush>
        <DataTable<ContractAreaView>
          caption={m.caption}
          headingLevel={2}
          groups={services.map((service) => ({
            id: service.serviceAreaId,
            label: service.name,
            rows: service.contractAreas,
          }))}
          rowKey={(area) => area.contractAreaId}
          empty={
            <Empty kind="start" title={m.emptyTitle}>
              {m.emptyText}
            </Empty>
          }
          columns={[
            {
              id: "area",
              header: m.columns.area,
              isRowHeader: true,
              cell: (area) => (
                <UiLink href={paths.area(area.contractAreaId)}>
                  {area.subareaName ?? m.wholeArea}
                </UiLink>
              ),
            },
            {
              id: "counties",
              header: m.columns.counties,
              cell: (area) => countyWords(area, today),
            },
            {
              id: "contracts",
              header: m.columns.contracts,
              cell: (area) => contractorsNow(area, today).join(", ") || m.noContracts,
            },
            {
              id: "state",
              header: m.columns.state,
              card: "plain",
              cell: (area) => <AreaStateCell area={area} />,
            },
          ]}
        />
      </Card>
    </>
  );
}

function AreaStateCell({ area }: { readonly area: ContractAreaView }) {
  const { today } = useMe();
  const gaps = gapWords(area, today);
  const { state, word } = areaState(area, today);
  if (state !== "done") return <Tag state={state}>{word}</Tag>;
  return (
    <>
      {gaps.near.length === 0 && <Tag state="done">{m.covered}</Tag>}
      <GapWords words={gaps.near} far={gaps.far} />
    </>
  );
}
