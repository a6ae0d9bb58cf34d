import type { ContractAreaId } from "@kinward/domain/kernel";
import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../../api/client.ts";

/** Every line of every area is read for it, so what was computed stays for ten minutes. */
const CHECKED_MS = 600_000;

/** The ledger of an area, or of all, computed again from the first line. */
export const useReplay = (contractAreaId?: ContractAreaId) =>
  useQuery(
    trpc.rotation.check.queryOptions(contractAreaId === undefined ? {} : { contractAreaId }, {
      staleTime: CHECKED_MS,
    }),
  );
