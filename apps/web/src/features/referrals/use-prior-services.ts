import { useEffect, useEffectEvent } from "react";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { useReferral } from "./ReferralPages.tsx";

/** Earlier services of the people of the draft, and whom an override may name, once what is typed has arrived. */
export function usePriorServices() {
  const { draft, draftId } = useReferral();
  const query = useQuery({
    ...api.referrals.priorServices.queryOptions({ draftId }),
    enabled: draft.version() > 0,
    staleTime: 0,
  });
  const reload = async () => {
    await draft.flush();
    if (draft.version() > 0) await query.refetch();
  };
  const onOpen = useEffectEvent(() => void reload());
  useEffect(() => onOpen(), []);
  return { query, reload };
}
