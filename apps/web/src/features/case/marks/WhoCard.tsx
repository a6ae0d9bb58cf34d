import { lazy, Suspense, useState } from "react";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { KeyValue } from "@kinward/ui/KeyValue";
import { Tag } from "@kinward/ui/Tag";
import type { CaseId } from "@kinward/domain/kernel";
import type { CaseMarks, PersonView } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { marks as words } from "../../../messages/en/marks.ts";
import { languagesOf } from "../present.ts";
import type { TypedIdentity } from "./IdentityDialog.tsx";
import { factsAbout, identityFacts, type Reader } from "./present.ts";

const IdentityDialog = lazy(() => import("./IdentityDialog.tsx"));

export interface WhoCardProps {
  caseId: CaseId;
  person: PersonView;
  recorded: CaseMarks;
  reader: Reader;
}

/** Names, birth date and time in the case, and how they are corrected. */
export function WhoCard({ caseId, person, recorded, reader }: WhoCardProps) {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState<TypedIdentity>();
  const { today } = reader;
  const identity = recorded.people.find((one) => one.personId === person.personId);
  const day = (date: string) => dates.date(date, { today, style: "day" });
  const membership = factsAbout(recorded, "MEMBER", person.personId).map(({ fact }) =>
    [
      fact.from === undefined ? words.person.fromStart : words.text.since(day(fact.from)),
      fact.to === undefined ? undefined : words.text.until(day(fact.to)),
    ]
      .filter((part) => part !== undefined)
      .join(", "),
  );
  return (
    <Card
      title={words.person.who}
      actions={
        identity !== undefined &&
        recorded.can.people && (
          <Button size="small" onPress={() => setOpen(true)}>
            {words.menu.correct}
          </Button>
        )
      }
    >
      <div className="stack-small">
        {identity?.confirmed === false && (
          <span>
            <Tag wrap>{words.text.unconfirmed}</Tag>
          </span>
        )}
        <KeyValue
          layout="list"
          facts={[
            ...(identity === undefined ? [] : identityFacts(identity, reader)),
            ...(person.languages.length === 0
              ? []
              : [{ label: words.person.languages, value: languagesOf(person.languages) }]),
            { label: words.person.inCase, value: membership.join("; ") },
            {
              label: words.person.seen,
              value:
                person.lastSeenOn === undefined ? words.person.neverSeen : day(person.lastSeenOn),
            },
          ]}
        />
      </div>
      <Suspense fallback={null}>
        {isOpen && identity !== undefined && (
          <IdentityDialog
            caseId={caseId}
            name={person.name}
            recorded={identity}
            typed={typed}
            onType={setTyped}
            onClose={() => setOpen(false)}
          />
        )}
      </Suspense>
    </Card>
  );
}
