import type { ReactNode } from "react";
import type { UseQueryResult } from "@tanstack/react-query";
import { ErrorPanel } from "@kinward/ui/ErrorPanel";
import { Skeleton, type SkeletonProps } from "@kinward/ui/Skeleton";
import { failureOf } from "../../api/failure.ts";
import { failureText, referenceOf } from "../../app/failure-text.ts";

export interface PartProps<T> {
  query: UseQueryResult<T, unknown>;
  children: (data: T) => ReactNode;
  skeleton?: SkeletonProps["kind"];
  count?: number;
}

/** One part of a page with its own waiting and its own error: the rest of the page stays. */
export function Part<T>({ query, children, skeleton = "rows", count }: PartProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (!query.isError)
    return <Skeleton kind={skeleton} {...(count === undefined ? {} : { count })} />;
  const failure = failureOf(query.error);
  return (
    <ErrorPanel
      onRetry={() => void query.refetch()}
      isRetrying={query.isFetching}
      reference={referenceOf(failure)}
    >
      {failureText(failure)}
    </ErrorPanel>
  );
}
