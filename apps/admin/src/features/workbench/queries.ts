import type { CaseId, ExampleId } from "@kinward/domain/kernel";
import { type BenchCase, benchCasesOf, type Json } from "@kinward/domain/worked-cases";
import { useQuery } from "@tanstack/react-query";
import { api, trpc } from "../../api/client.ts";
import { useSend } from "../shared/send.ts";

export interface PublishedCase {
  readonly id: string;
  readonly case: BenchCase;
}

/** The published worked cases of contacts; fetched with the first visit. */
export const usePublishedCases = () =>
  useQuery({
    queryKey: ["published-worked-cases"],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async (): Promise<readonly PublishedCase[]> => {
      const file = await import("@kinward/domain/test-vectors/worked-cases.json");
      return benchCasesOf(file.default as unknown as Json);
    },
  });

export const useBook = () => useQuery(trpc.policy.book.queryOptions({ profile: "IA_FSRP" }));
export const useBooks = () => useQuery(trpc.policy.books.queryOptions({ profile: "IA_FSRP" }));
/** A published book by its number, asked for when one is chosen. It never changes. */
export const useNumberedBook = (number: number | undefined) =>
  useQuery({
    ...trpc.policy.book.queryOptions({ profile: "IA_FSRP", number: number ?? 0 }),
    enabled: number !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
/** The facts of a case with the policy that it stands under, for those who may read the case. */
export const useCaseFile = (caseId: CaseId) =>
  useQuery(trpc.family.caseFile.queryOptions({ caseId }));
export const useExamples = () => useQuery(trpc.policy.examples.queryOptions({}));
/** One version of an example, the newest unless a number is given. */
export const useExample = (exampleId: ExampleId, version?: number) =>
  useQuery(
    trpc.policy.example.queryOptions({
      exampleId,
      ...(version === undefined ? {} : { version }),
    }),
  );
export const useSaveExample = () => useSend(api.policy.saveExample.mutate);
