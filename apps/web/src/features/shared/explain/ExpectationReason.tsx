import { useQuery } from "@tanstack/react-query";
import { explainExpected } from "@kinward/wording/en/expected";
import type { CaseId } from "@kinward/domain/kernel";
import { api } from "../../../api/client.ts";
import { Explained } from "./Explained.tsx";

/** Rule, source, counting and records behind what is expected beside contacts, as the server computed them now. */
export default function ExpectationReason(props: { caseId: CaseId; expectation: string }) {
  const { caseId, expectation: key } = props;
  const query = useQuery(api.cases.explainExpectation.queryOptions({ caseId, key }));
  return <Explained caseId={caseId} query={query} inWords={explainExpected} />;
}
