import type { SettingContent } from "@kinward/domain/approval";
import type { Comparison, Effect } from "@kinward/domain/effect";
import type { CaseProfile, Holiday } from "@kinward/domain/policy";
import { useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../../api/client.ts";
import { type AskPart, collectEffect, type EffectProgress } from "./collect.ts";

/** The candidate whose effect is asked for. */
export type Candidate =
  | { readonly kind: "SETTINGS"; readonly content: SettingContent }
  | {
      readonly kind: "HOLIDAYS";
      readonly content: {
        readonly profile: CaseProfile;
        readonly year: number;
        readonly holidays: readonly Holiday[];
        readonly expectedBook: number;
      };
    }
  | { readonly kind: "COMPARISON"; readonly content: Comparison };

const askOf =
  (candidate: Candidate): AskPart =>
  (part, signal) => {
    if (candidate.kind === "SETTINGS")
      return api.policy.settingsEffect.query({ ...candidate.content, ...part }, { signal });
    if (candidate.kind === "COMPARISON")
      return api.policy.comparisonEffect.query(
        { comparison: candidate.content, ...part },
        { signal },
      );
    const { holidays, ...content } = candidate.content;
    const days = holidays.map(({ date, name, actual }) => ({
      date,
      name,
      ...(actual === undefined ? {} : { actual }),
    }));
    return api.policy.holidaysEffect.query({ ...content, holidays: days, ...part }, { signal });
  };

export interface EffectState {
  readonly query: UseQueryResult<Effect, unknown>;
  readonly progress: EffectProgress | undefined;
  /** Stops working it out; nothing was changed anywhere. */
  readonly cancel: () => void;
}

/** The effect of a candidate on every case, worked out as soon as there is one and anew when it changes. */
export function useEffectOf(candidate: Candidate | undefined): EffectState {
  const client = useQueryClient();
  const [progress, setProgress] = useState<EffectProgress>();
  const queryKey = ["policy-effect", candidate];
  const query = useQuery({
    queryKey,
    enabled: candidate !== undefined,
    // Cases change all the time: whoever comes back is told anew.
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) => {
      setProgress(undefined);
      return collectEffect(askOf(candidate as Candidate), signal, setProgress);
    },
  });
  return {
    query,
    progress: query.isFetching ? progress : undefined,
    cancel: () => void client.cancelQueries({ queryKey }),
  };
}
