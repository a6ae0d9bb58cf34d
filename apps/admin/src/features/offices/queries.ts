import { useQuery } from "@tanstack/react-query";
import { api, trpc } from "../../api/client.ts";
import { useSend } from "../shared/send.ts";

export const useOffices = () => useQuery(trpc.offices.list.queryOptions({}));
export const useTeams = () => useQuery(trpc.teams.list.queryOptions({}));
export const useSupervisors = () =>
  useQuery(trpc.staff.list.queryOptions({ role: "SUPERVISOR", page: 1 }));

export const useSaveOffice = () => useSend(api.offices.save.mutate);
export const useEndOffice = () => useSend(api.offices.end.mutate);
export const useSaveTeam = () => useSend(api.teams.save.mutate);
export const useEndTeam = () => useSend(api.teams.end.mutate);
