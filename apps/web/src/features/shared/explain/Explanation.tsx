import { useQuery } from "@tanstack/react-query";
import { Button } from "@kinward/ui/Button";
import { Explain } from "@kinward/ui/Explain";
import { explain } from "@kinward/wording/en/explain";
import type { CaseId, EpisodeId } from "@kinward/domain/kernel";
import { api } from "../../../api/client.ts";
import { useMe } from "../../../app/me.ts";
import { shared } from "../../../messages/en/shared.ts";
import { useOverview } from "../case/queries.ts";
import { Part } from "../Part.tsx";

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
  const me = useMe();
  const { caseId, episodeId, dutyKey: key } = duty;
  const owed = useQuery({
    ...api.cases.explain.queryOptions({ caseId, episodeId, key }),
    enabled: isProjected !== true,
  });
  const expected = useQuery({
    ...api.family.explainProjected.queryOptions({ caseId, episodeId, key }),
    enabled: isProjected === true,
  });
  // The explanation names people by id; the case, mostly loaded already, has their names.
  const people = useOverview(caseId).data?.people;
  const nameOf = (id: string) => people?.find((person) => person.personId === id)?.name ?? id;
  return (
    <Part<Parameters<typeof explain>[0]>
      query={isProjected ? expected : owed}
      skeleton="text"
      count={6}
    >
      {(data) => (
        <Explain
          explanation={{
            ...explained(data),
            ...(onRecordWhy === undefined
              ? {}
              : { actions: <Button onPress={onRecordWhy}>{shared.explain.recordWhy}</Button> }),
          }}
        />
      )}
    </Part>
  );

  function explained(data: Parameters<typeof explain>[0]) {
    const words = explain(data, { nameOf, today: me.today });
    return { ...words, sources: words.sources.map((label) => ({ label })) };
  }
}
