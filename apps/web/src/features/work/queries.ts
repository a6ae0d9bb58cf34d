import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Bucket, ExportFile, ExportFormat } from "@kinward/domain/views";
import { api, queryClient, trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";

export interface WorkFilter {
  readonly bucket?: Bucket | undefined;
  readonly staffId?: string | undefined;
}

const input = ({ bucket, staffId }: WorkFilter) => ({
  ...(bucket === undefined ? {} : { bucket }),
  ...(staffId === undefined ? {} : { staffId: staffId as never }),
});

export const workListOptions = (filter: WorkFilter) => api.work.list.queryOptions(input(filter));

/** What the list shows, as a file. */
export const loadWorkFile = (filter: WorkFilter, format: ExportFormat): Promise<ExportFile> =>
  trpcClient.work.export.query({ ...input(filter), format });

/** Old rows stay while new ones load, and stand marked when the server cannot be reached. */
export const useWorkList = (filter: WorkFilter) =>
  useQuery({
    ...workListOptions(filter),
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
