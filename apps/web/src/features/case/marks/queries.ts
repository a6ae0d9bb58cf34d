import { useQuery } from "@tanstack/react-query";
import type { CaseId } from "@kinward/domain/kernel";
import { api } from "../../../api/client.ts";

/** Everything that is recorded about the people of a case. */
export const useMarks = (caseId: CaseId) => useQuery(api.marks.list.queryOptions({ caseId }));
