import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ExportFile, ExportFormat } from "@kinward/domain/views";
import { api, queryClient, trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import type { WorkSearch } from "../../app/search.ts";

/** What the server is asked for: the address without what only the screen needs. */
const input = ({ view: _, columns: __, family, contractor, worker, ...asked }: WorkSearch) =>
  ({
    ...asked,
    ...(family && { caseId: family }),
    ...(contractor && { contractorId: contractor }),
    ...(worker && { workerId: worker }),
  }) as Parameters<typeof trpcClient.work.list.query>[0];

export const workListOptions = (search: WorkSearch) => api.work.list.queryOptions(input(search));

/** What the list shows, as a file. */
export const loadWorkFile = (search: WorkSearch, format: ExportFormat): Promise<ExportFile> =>
  trpcClient.work.export.query({ ...input(search), format });

/** Old rows stay while new ones load, and stand marked when the server cannot be reached. */
export const useWorkList = (search: WorkSearch) =>
  useQuery({
    ...workListOptions(search),
    placeholderData: keepPreviousData,
    refetchInterval: 300_000,
  });

export const useWorkPeople = (enabled: boolean) =>
  useQuery({ ...api.work.people.queryOptions({}), enabled, staleTime: 300_000 });

export const useDrafts = () => useQuery({ ...api.drafts.list.queryOptions({}), staleTime: 5_000 });

export const useAcknowledge = (done: () => void) =>
  useCommand(trpcClient.intake.acknowledge.mutate, {
    onSuccess: async () => {
      done();
      await queryClient.invalidateQueries();
    },
  });
