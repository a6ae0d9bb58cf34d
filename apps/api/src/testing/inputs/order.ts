import type { ORDER_ROUTES } from "../../routes/order.ts";
import type { Inputs } from "./inputs.ts";

export const ORDER_INPUTS: Inputs<keyof typeof ORDER_ROUTES> = {
  "order.areas": () => ({}),
  "order.overview": ({ contractAreaId }) => ({ contractAreaId }),
  "order.lines": ({ contractAreaId }) => ({ contractAreaId, page: 1 }),
  "order.why": ({ contractAreaId }) => ({ contractAreaId, seq: 1 }),
  "order.replay": ({ contractAreaId }) => ({ contractAreaId }),
};
