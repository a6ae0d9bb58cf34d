import { useQuery } from "@tanstack/react-query";
import { api, trpc } from "../../api/client.ts";
import { useSend } from "../shared/send.ts";

export const useAreas = () => useQuery(trpc.areas.list.queryOptions({}));

export const useSetCounty = () => useSend(api.areas.setCounty.mutate);
export const useEndCounty = () => useSend(api.areas.endCounty.mutate);
export const useBeginArea = () => useSend(api.areas.begin.mutate);
export const useEndArea = () => useSend(api.areas.end.mutate);
