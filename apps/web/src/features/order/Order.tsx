import { getRouteApi, useRouter } from "@tanstack/react-router";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { PageHeader } from "@kinward/ui/PageHeader";
import { Select } from "@kinward/ui/Select";
import type { ContractAreaId } from "@kinward/domain/kernel";
import { failureOf } from "../../api/failure.ts";
import { asId } from "../../app/ids.ts";
import { useMe } from "../../app/me.ts";
import { NoAccess } from "../../app/NoAccess.tsx";
import { paths } from "../../app/paths.ts";
import { order as words } from "../../messages/en/order.ts";
import { Part } from "../shared/Part.tsx";
import { BalanceCard } from "./BalanceCard.tsx";
import { Ledger } from "./Ledger.tsx";
import { NowCard } from "./NowCard.tsx";
import { orderAreas, orderOverview } from "./queries.ts";
import { ProofCard } from "./ProofCard.tsx";
import { ShareCard } from "./ShareCard.tsx";
import "./order.css";

const route = getRouteApi("/app/order/$areaId");

/** The referral order of one contract area: how it stands, how it came there, and why. */
export default function Order() {
  const { areaId } = route.useParams();
  // Old figures may stay while a filter changes, but never below the name of another area.
  return <OrderOfArea key={areaId} contractAreaId={asId<ContractAreaId>(areaId)} />;
}

function OrderOfArea({ contractAreaId }: { contractAreaId: ContractAreaId }) {
  const search = route.useSearch();
  const router = useRouter();
  const me = useMe();
  const overview = useQuery({
    ...orderOverview(contractAreaId, search),
    placeholderData: keepPreviousData,
  });
  const areas = useQuery(orderAreas()).data?.areas ?? [];
  if (
    overview.isError &&
    ["NOT_FOUND", "INVALID", "FORBIDDEN"].includes(failureOf(overview.error).kind)
  )
    return <NoAccess />;
  const data = overview.data;
  const telling = {
    contractors: data?.contractors ?? [],
    today: me.today,
    timeZone: me.agency.timeZone,
  };
  return (
    <div className="page order">
      <PageHeader
        title={data === undefined ? words.title : words.titleOf(data.areaName)}
        lead={words.lead}
        actions={
          areas.length > 1 && (
            <Select
              name="area"
              label={words.areas.choose}
              value={contractAreaId as string}
              onChange={(id) => router.history.push(paths.orderOf(id))}
              choices={areas.map((area) => ({
                id: area.contractAreaId as string,
                label: area.name,
              }))}
            />
          )
        }
      />
      <Part query={overview} skeleton="text" count={8}>
        {(loaded) => (
          <div
            className={overview.isPlaceholderData ? "order-cards table-stale" : "order-cards"}
            aria-busy={overview.isPlaceholderData}
          >
            <NowCard overview={loaded} telling={telling} />
            <BalanceCard balance={loaded.balance} telling={telling} />
            <ShareCard shares={loaded.shares} contractors={loaded.contractors} now={loaded.now} />
            <ProofCard
              contractAreaId={loaded.contractAreaId}
              head={loaded.head}
              telling={telling}
            />
          </div>
        )}
      </Part>
      <Ledger
        contractAreaId={contractAreaId}
        search={search}
        telling={telling}
        hasLanes={(data?.now.lanes.length ?? 0) > 1}
      />
    </div>
  );
}
