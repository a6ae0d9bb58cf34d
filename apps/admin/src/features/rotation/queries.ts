import type { ContractAreaId } from "@kinward/domain/kernel";
import type { LedgerCorrectionContent } from "@kinward/domain/approval";
import { useQuery } from "@tanstack/react-query";
import { api, trpc } from "../../api/client.ts";
import { useSend } from "../shared/send.ts";

export const useRotations = () => useQuery(trpc.rotation.list.queryOptions({}));

export const useRotation = (contractAreaId: ContractAreaId, page: number) =>
  useQuery(
    trpc.rotation.area.queryOptions(
      { contractAreaId, page },
      {
        placeholderData: (before) =>
          before?.area.contractAreaId === contractAreaId ? before : undefined,
      },
    ),
  );

export const useEndingContracts = () => useQuery(trpc.rotation.endingContracts.queryOptions({}));

/** What a correction would do; asked only once everything is chosen. */
export const useCorrectionPreview = (content: LedgerCorrectionContent | undefined) =>
  useQuery(
    trpc.rotation.previewCorrection.queryOptions(
      content ?? {
        contractAreaId: "" as ContractAreaId,
        seq: 1,
        contractor: "" as never,
        counted: true,
      },
      { enabled: content !== undefined, staleTime: 0 },
    ),
  );

export const usePause = () => useSend(api.rotation.pause.mutate);
export const useResume = () => useSend(api.rotation.resume.mutate);
export const useProposeCorrection = () => useSend(api.rotation.proposeCorrection.mutate);
export const useProposeCaseMove = () => useSend(api.rotation.proposeCaseMove.mutate);
