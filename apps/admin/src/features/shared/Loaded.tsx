import { Banner } from "@kinward/ui/Banner";
import { Button } from "@kinward/ui/Button";
import { ErrorPanel } from "@kinward/ui/ErrorPanel";
import { Skeleton, type SkeletonProps } from "@kinward/ui/Skeleton";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { faultOf } from "../../api/fault.ts";
import { faultWords } from "./faults.ts";
import { shared as m } from "./messages.ts";
import { NotHere } from "./NotHere.tsx";

interface LoadedProps<Data> {
  readonly query: UseQueryResult<Data, unknown>;
  readonly skeleton?: SkeletonProps["kind"];
  readonly children: (data: Data) => ReactNode;
}

/** What a query answered; else the grey layout, or what went wrong with a way to try again. */
export function Loaded<Data>({ query, skeleton, children }: LoadedProps<Data>) {
  const retry = () => void query.refetch();
  if (query.data !== undefined)
    return (
      <>
        {query.isError && (
          <Banner
            kind="info"
            action={
              <Button size="small" onPress={retry} isPending={query.isFetching}>
                {m.page.tryAgain}
              </Button>
            }
          >
            {m.page.notCurrent}
          </Banner>
        )}
        {children(query.data)}
      </>
    );
  if (!query.isError) return <Skeleton kind={skeleton} />;
  const fault = faultOf(query.error);
  if (fault.kind === "NOT_FOUND" || fault.kind === "FORBIDDEN") return <NotHere />;
  return (
    <ErrorPanel onRetry={retry} isRetrying={query.isFetching}>
      {faultWords(fault)}
    </ErrorPanel>
  );
}
