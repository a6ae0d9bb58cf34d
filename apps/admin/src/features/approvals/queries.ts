import { useQuery } from "@tanstack/react-query";
import { api, trpc } from "../../api/client.ts";
import { useSend } from "../shared/send.ts";

export const useProposals = () => useQuery(trpc.proposals.list.queryOptions({}));
export const useAnswer = () => useSend(api.proposals.answer.mutate);
