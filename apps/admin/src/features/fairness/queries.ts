import type { ContractAreaId } from "@kinward/domain/kernel";
import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../api/client.ts";

export const useReport = (contractAreaId: ContractAreaId, year: number) =>
  useQuery(
    trpc.fairness.report.queryOptions(
      { contractAreaId, year },
      { placeholderData: (before) => before },
    ),
  );
export const useOrderReview = (contractAreaId: ContractAreaId, year: number) =>
  useQuery(
    trpc.fairness.orderReview.queryOptions(
      { contractAreaId, year },
      { placeholderData: (before) => before },
    ),
  );
