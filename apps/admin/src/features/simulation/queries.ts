import type { SimulationInput } from "@kinward/domain/assignment";
import { skipToken, useQuery } from "@tanstack/react-query";
import { trpc } from "../../api/client.ts";

/** Runs on the server; the same question is not asked twice in a while. */
export const useSimulation = (input: SimulationInput | undefined) =>
  useQuery(
    trpc.fairness.simulate.queryOptions(input ?? skipToken, {
      placeholderData: (before) => before,
      staleTime: 300_000,
    }),
  );
