import type { SettingContent } from "@kinward/domain/approval";
import type { CaseProfile } from "@kinward/domain/policy";
import { skipToken, useQuery } from "@tanstack/react-query";
import { api, trpc } from "../../api/client.ts";
import { useSend } from "../shared/send.ts";

export const useSettings = (profile: CaseProfile) =>
  useQuery(trpc.settings.list.queryOptions({ profile }));

export const useBooks = (profile: CaseProfile) =>
  useQuery(trpc.policy.books.queryOptions({ profile }));

/** A policy book whole; asked only once its number is known. */
export const useBook = (profile: CaseProfile, number: number | undefined) =>
  useQuery(trpc.policy.book.queryOptions(number === undefined ? skipToken : { profile, number }));

/** What a change would do; asked only once it is complete. */
export const usePreview = (content: SettingContent | undefined) =>
  useQuery(
    trpc.settings.preview.queryOptions(
      content ?? { profile: "IA_FSRP", validFrom: "", values: {} },
      { enabled: content !== undefined, placeholderData: (before) => before },
    ),
  );

export const useProposeSettings = () => useSend(api.settings.propose.mutate);
