import { useQuery } from "@tanstack/react-query";
import { api, trpc } from "../../api/client.ts";
import { useSend } from "../shared/send.ts";

export const useOrganizations = () => useQuery(trpc.organizations.list.queryOptions({}));
export const useSaveOrganization = () => useSend(api.organizations.save.mutate);
export const useEndOrganization = () => useSend(api.organizations.end.mutate);
