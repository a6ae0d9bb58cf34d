import { api } from "../../api/client.ts";
import { useSend } from "../shared/send.ts";

export const useAnswer = () => useSend(api.proposals.answer.mutate);
