import { skipToken, useQuery } from "@tanstack/react-query";
import type { CaseId } from "@kinward/domain/kernel";
import { api } from "../../api/client.ts";

export const useCaseForReferral = (caseId: CaseId | undefined) =>
  useQuery(
    api.referrals.caseForReferral.queryOptions(caseId === undefined ? skipToken : { caseId }, {
      staleTime: 60_000,
    }),
  );
