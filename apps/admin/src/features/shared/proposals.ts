import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../api/client.ts";

/** What waits for a second person, and what was answered. */
export const useProposals = () => useQuery(trpc.proposals.list.queryOptions({}));
