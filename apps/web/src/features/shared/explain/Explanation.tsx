import { useQuery } from "@tanstack/react-query";
import { Button } from "@kinward/ui/Button";
import { explain } from "@kinward/wording/en/explain";
import type { CaseId, EpisodeId } from "@kinward/domain/kernel";
import { api } from "../../../api/client.ts";
import { shared } from "../../../messages/en/shared.ts";
import { Explained } from "./Explained.tsx";

type Reason = Parameters<typeof explain>[0];

export interface ExplanationProps {
  caseId: CaseId;
  episodeId: EpisodeId;
  dutyKey: string;
  onRecordWhy?: (() => void) | undefined;
  /** What is expected, not owed yet. */
  isProjected?: boolean | undefined;
}

/** Rule, source, counting and records behind one duty, as the server computed them now. */
export function Explanation({ isProjected, onRecordWhy, ...duty }: ExplanationProps) {
  const { caseId, episodeId, dutyKey: key } = duty;
  const owed = useQuery({
    ...api.cases.explain.queryOptions({ caseId, episodeId, key }),
    enabled: isProjected !== true,
  });
  const expected = useQuery({
    ...api.family.explainProjected.queryOptions({ caseId, episodeId, key }),
    enabled: isProjected === true,
  });
  return (
    <Explained<Reason>
      caseId={caseId}
      query={isProjected ? expected : owed}
      inWords={explain}
      actions={onRecordWhy && <Button onPress={onRecordWhy}>{shared.explain.recordWhy}</Button>}
    />
  );
}
