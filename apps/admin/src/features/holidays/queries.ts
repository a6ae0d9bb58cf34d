import type { CaseProfile } from "@kinward/domain/policy";
import { useQuery } from "@tanstack/react-query";
import { api, trpc } from "../../api/client.ts";
import { useSend } from "../shared/send.ts";

export const useYear = (profile: CaseProfile, year: number) =>
  useQuery(
    trpc.holidays.year.queryOptions({ profile, year }, { placeholderData: (before) => before }),
  );
export const useYears = (profile: CaseProfile) =>
  useQuery(trpc.holidays.years.queryOptions({ profile }));
export const useProposal = (profile: CaseProfile, year: number, wanted: boolean) =>
  useQuery(trpc.holidays.proposal.queryOptions({ profile, year }, { enabled: wanted }));
export const usePublish = () => useSend(api.holidays.publish.mutate);
