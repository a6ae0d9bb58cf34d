import { lazy, Suspense, useState } from "react";
import { Plus } from "lucide-react";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import type { MarkKind } from "@kinward/domain/people";
import type { CaseMarks, PersonView } from "@kinward/domain/views";
import { marks as words } from "../../../messages/en/marks.ts";
import { FactList } from "./FactList.tsx";
import type { Acting } from "./MarkDialogs.tsx";
import { factsAbout, type Reader } from "./present.ts";
import type { SeenCase } from "./use-mark-acts.ts";

const MarkDialog = lazy(() => import("./MarkDialogs.tsx"));

export interface MarkCardProps {
  kind: MarkKind;
  data: CaseMarks;
  seen: SeenCase;
  person: PersonView;
  people: readonly PersonView[];
  reader: Reader;
  /** What of this kind can be recorded here; facts seen from the other end are recorded there. */
  mayRecord: boolean;
}

/** The marks of one kind of a person, with what can be done about them. */
export function MarkCard({ kind, data, seen, person, people, reader, mayRecord }: MarkCardProps) {
  const [acting, setActing] = useState<Acting>();
  const facts = factsAbout(data, kind, person.personId);
  const may = kind === "FREQUENCY" ? data.can.levels : data.can.marks;
  return (
    <Card
      title={words.cards[kind]}
      flush={facts.length > 0}
      actions={
        may &&
        mayRecord && (
          <Button
            size="small"
            icon={<Plus size={15} aria-hidden />}
            onPress={() => setActing({ act: "record" })}
          >
            {words.add[kind]}
          </Button>
        )
      }
    >
      {facts.length === 0 ? (
        <p className="muted">{words.empty[kind]}</p>
      ) : (
        <FactList facts={facts} reader={reader} onAct={may ? setActing : undefined} />
      )}
      <Suspense fallback={null}>
        {acting && (
          <MarkDialog
            seen={seen}
            kind={kind}
            person={person}
            people={people}
            acting={acting}
            onClose={() => setActing(undefined)}
          />
        )}
      </Suspense>
    </Card>
  );
}
