import { useQuery } from "@tanstack/react-query";
import type { CaseId } from "@kinward/domain/kernel";
import { api } from "../../../api/client.ts";

export const headerOptions = (caseId: CaseId) => api.cases.header.queryOptions({ caseId });
export const overviewOptions = (caseId: CaseId) => api.cases.overview.queryOptions({ caseId });

export const useCaseHeader = (caseId: CaseId) => useQuery(headerOptions(caseId));
export const useOverview = (caseId: CaseId) => useQuery(overviewOptions(caseId));
