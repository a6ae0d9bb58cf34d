import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../api/client.ts";

/** Contract areas whose order of turns is open to the reader. */
export const useOrderAreas = () => useQuery(trpc.order.areas.queryOptions({}));
