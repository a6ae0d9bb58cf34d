import type { ContractAreaId, OrganizationId, PlainDate } from "@kinward/domain/kernel";
import { api } from "../../api/client.ts";
import { asId } from "../../app/ids.ts";
import type { OrderSearch } from "../../app/search.ts";

export const orderAreas = () => api.order.areas.queryOptions({}, { staleTime: 600_000 });

const given = (search: OrderSearch) => ({
  ...(search.from !== undefined && { from: search.from as PlainDate }),
  ...(search.to !== undefined && { to: search.to as PlainDate }),
});

/** Balance, next turn, shares; of a period where one is chosen. */
export const orderOverview = (contractAreaId: ContractAreaId, search: OrderSearch) =>
  api.order.overview.queryOptions({ contractAreaId, ...given(search) });

/** One page of the lines that fit the filters of the address. */
export const orderLines = (contractAreaId: ContractAreaId, search: OrderSearch) =>
  api.order.lines.queryOptions({
    contractAreaId,
    ...given(search),
    ...(search.method !== undefined && { method: search.method }),
    ...(search.contractor !== undefined && {
      contractor: asId<OrganizationId>(search.contractor),
    }),
    page: search.page ?? 1,
  });
