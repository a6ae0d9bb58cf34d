import { useQuery } from "@tanstack/react-query";
import { KeyValue } from "@kinward/ui/KeyValue";
import type { CaseId } from "@kinward/domain/kernel";
import { api } from "../../../api/client.ts";
import { useMe } from "../../../app/me.ts";
import { about as words } from "../../../messages/en/about.ts";
import { Part } from "../../shared/Part.tsx";
import { needsFacts, openingFacts } from "./about.ts";

/** Why the case was opened and what the family needs, on paper. */
export function AboutPrint({ caseId }: { caseId: CaseId }) {
  const { today } = useMe();
  const query = useQuery(api.cases.about.queryOptions({ caseId }));
  return (
    <Part query={query} skeleton="text" count={6}>
      {({ opening, needs, needsConfirmed }) => (
        <>
          <section className="stack-small">
            <h2>{words.opening.title}</h2>
            {opening === undefined ? (
              <p>{words.opening.none}</p>
            ) : (
              <KeyValue layout="list" facts={openingFacts(opening.value, today)} />
            )}
          </section>
          <section className="stack-small">
            <h2>{words.needs.title}</h2>
            <KeyValue layout="list" facts={needsFacts(needs.value)} />
            {!needsConfirmed && <p className="small">{words.needs.unconfirmed}</p>}
          </section>
        </>
      )}
    </Part>
  );
}
