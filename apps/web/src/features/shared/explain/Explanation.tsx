import { useQuery } from "@tanstack/react-query";
import { Button } from "@kinward/ui/Button";
import type { CaseId, EpisodeId } from "@kinward/domain/kernel";
import { api } from "../../../api/client.ts";
import { shared } from "../../../messages/en/shared.ts";
import { Explained } from "./Explained.tsx";

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
    <Explained
      caseId={caseId}
      query={isProjected ? expected : owed}
      actions={onRecordWhy && <Button onPress={onRecordWhy}>{shared.explain.recordWhy}</Button>}
    />
  );
}
