import type { CaseProfile } from "@kinward/domain/policy";
import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../api/client.ts";

export const useSettings = (profile: CaseProfile) =>
  useQuery(trpc.settings.list.queryOptions({ profile }));
