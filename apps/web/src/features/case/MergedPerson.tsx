import { useEffect } from "react";
import { useRouter } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import type { CaseId, PersonId } from "@kinward/domain/kernel";
import { api } from "../../api/client.ts";
import { failureOf } from "../../api/failure.ts";
import { asId } from "../../app/ids.ts";
import { NoAccess } from "../../app/NoAccess.tsx";
import { Part } from "../shared/Part.tsx";

interface MergedPersonProps {
  caseId: string;
  personId: string;
  /** The same page of another person of the case. */
  pageOf: (personId: PersonId) => string;
}

/** For an address with somebody who is not in the case: a merged record leads to the one that stayed. */
export function MergedPerson({ caseId, personId, pageOf }: MergedPersonProps) {
  const router = useRouter();
  const query = useQuery({
    ...api.people.current.queryOptions({
      caseId: asId<CaseId>(caseId),
      personId: asId<PersonId>(personId),
    }),
    retry: false,
  });
  const now = query.data?.personId;
  useEffect(() => {
    if (now !== undefined && now !== personId) router.history.replace(pageOf(now));
  }, [now, personId, pageOf, router]);
  if (query.isError && ["NOT_FOUND", "INVALID"].includes(failureOf(query.error).kind))
    return <NoAccess />;
  return (
    <Part query={query} skeleton="cards">
      {() => null}
    </Part>
  );
}
