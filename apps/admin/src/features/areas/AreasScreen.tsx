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
import { useMayChange, useMe } from "../shared/session.ts";
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
  return (
    <Page title={m.title} lead={m.lead}>
      <SectionTabs section="areas" />
      <Loaded query={query}>{({ areas }) => <AreaTree services={areas} />}</Loaded>
    </Page>
  );
}

function AreaTree({ services }: { readonly services: readonly ServiceAreaView[] }) {
  const { today } = useMe();
  const mayChange = useMayChange();
  const [beginIn, setBeginIn] = useState<ServiceAreaView | undefined>(undefined);
  const loose = countyGaps(services, today);
  if (services.length === 0)
    return (
      <Card label={m.title}>
        <Empty kind="start" title={m.emptyTitle}>
          {m.emptyText}
        </Empty>
      </Card>
    );
  return (
    <>
      {loose.length > 0 && (
        <Card title={m.countyGapsTitle}>
          <GapWords words={loose.map((gap) => gap.words)} />
        </Card>
      )}
      {services.map((service) => (
        <Card
          key={service.serviceAreaId}
          title={service.name}
          flush
          actions={
            mayChange && (
              <Button
                size="small"
                icon={<Plus size={15} aria-hidden />}
                aria-label={m.beginIn(service.name)}
                onPress={() => setBeginIn(service)}
              >
                {m.begin}
              </Button>
            )
          }
        >
          <DataTable<ContractAreaView>
            caption={`${service.name}: ${m.caption}`}
            rows={service.contractAreas}
            rowKey={(area) => area.contractAreaId}
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
      ))}
      {beginIn && <BeginAreaDialog service={beginIn} onClose={() => setBeginIn(undefined)} />}
    </>
  );
}

function AreaStateCell({ area }: { readonly area: ContractAreaView }) {
  const { today } = useMe();
  const gaps = gapWords(area, today);
  const { state, word } = areaState(area, today);
  if (state === "done" && gaps.length > 0) return <GapWords words={gaps} />;
  return <Tag state={state}>{state === "done" ? m.covered : word}</Tag>;
}
