import type { PlainDate } from "@kinward/domain/kernel";
import { useQuery } from "@tanstack/react-query";
import { api, trpc } from "../../api/client.ts";
import { useSend } from "../shared/send.ts";

export const useMatrix = (from: PlainDate, to: PlainDate) =>
  useQuery(
    trpc.contracts.matrix.queryOptions({ from, to }, { placeholderData: (before) => before }),
  );

/** Every contract ever: there are two in force in each area, so this stays small. */
export const useAllContracts = () =>
  useQuery(
    trpc.contracts.matrix.queryOptions({
      from: "2000-01-01" as PlainDate,
      to: "2099-12-31" as PlainDate,
    }),
  );

export const useOrganizationChoices = () => useQuery(trpc.organizations.list.queryOptions({}));

export const useSaveContract = () => useSend(api.contracts.save.mutate);
export const useActivate = () => useSend(api.contracts.activate.mutate);
export const useAddSubcontractor = () => useSend(api.contracts.addSubcontractor.mutate);
export const useEndSubcontractor = () => useSend(api.contracts.endSubcontractor.mutate);
export const useSetStarter = () => useSend(api.contracts.setStarter.mutate);
