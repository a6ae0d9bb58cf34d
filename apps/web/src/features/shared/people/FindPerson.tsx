import { useEffect, useEffectEvent, useRef, useState } from "react";
import { skipToken, useQuery } from "@tanstack/react-query";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DateField } from "@kinward/ui/DateField";
import { TextField } from "@kinward/ui/TextField";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
import { v7 as uuidv7 } from "uuid";
import type { DraftMember } from "@kinward/domain/assignment";
import type { CaseId, PlainDate } from "@kinward/domain/kernel";
import type { FoundPerson } from "@kinward/domain/views";
import { api } from "../../../api/client.ts";
import { failureOf } from "../../../api/failure.ts";
import { useMe } from "../../../app/me.ts";
import { referrals } from "../../../messages/en/referrals.ts";
import { faultsOfFailure } from "../faults.ts";
import { Part } from "../Part.tsx";

const words = referrals.family;

interface Asked {
  readonly given: string;
  readonly family: string;
  readonly birthDate?: PlainDate;
}

export interface FindPersonProps {
  /** What was typed, and who of those found it is; nobody of them: someone new. */
  onAdd: (member: DraftMember, known?: FoundPerson) => void;
  /** The case of somebody found is the case of this family. Not asked where there is no referral. */
  onCase?: ((caseId: CaseId) => void) | undefined;
  /** Why somebody found cannot be taken, in words: they are in the case already. */
  whyNot?: ((person: FoundPerson) => string | undefined) | undefined;
}

/** Search before create: names with nicknames and sounds-like on the server, then the choice who it is. */
export function FindPerson({ onAdd, onCase, whyNot }: FindPersonProps) {
  const { today } = useMe();
  const [given, setGiven] = useState("");
  const [family, setFamily] = useState("");
  const [birthDate, setBirthDate] = useState<string>();
  const [asked, setAsked] = useState<Asked>();
  const [problem, setProblem] = useState<string>();
  const found = useQuery(api.referrals.findPeople.queryOptions(asked ?? skipToken));
  const failure = found.isError ? failureOf(found.error) : undefined;
  // A name that nobody can have is said at its field.
  const faults = failure?.kind === "INVALID" ? faultsOfFailure(failure) : [];
  const faultOf = (name: string) => faults.find((fault) => fault.name === name)?.message;

  const search = () => {
    const empty = given.trim() === "" && family.trim() === "";
    setProblem(empty ? words.enterName : undefined);
    if (!empty)
      setAsked({
        given: given.trim(),
        family: family.trim(),
        ...(birthDate === undefined ? {} : { birthDate: birthDate as PlainDate }),
      });
  };
  const add = (known?: FoundPerson) => {
    onAdd(
      {
        ref: known?.personId ?? uuidv7(),
        ...(known === undefined ? {} : { personId: known.personId }),
        ...(given.trim() === "" ? {} : { given: given.trim() }),
        ...(family.trim() === "" ? {} : { family: family.trim() }),
        ...(birthDate === undefined ? {} : { birthDate: birthDate as PlainDate }),
        ...(known?.birthDate === undefined ? {} : { birthDate: known.birthDate }),
      },
      known,
    );
    setGiven("");
    setFamily("");
    setBirthDate(undefined);
    setAsked(undefined);
  };
  const changed = () => setAsked(undefined);

  // Enter in a name searches; it must not go on to the next task.
  const box = useRef<HTMLDivElement>(null);
  const onEnter = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    search();
  });
  useEffect(() => {
    const element = box.current;
    const listen = (event: KeyboardEvent) => onEnter(event);
    element?.addEventListener("keydown", listen);
    return () => element?.removeEventListener("keydown", listen);
  }, []);

  return (
    <Card title={words.search}>
      <div ref={box} role="search" className="form">
        <p className="muted">{words.lead}</p>
        <div className="fields-2">
          <TextField
            name="find.given"
            label={words.given}
            width="full"
            autoComplete="off"
            value={given}
            onChange={(value) => (setGiven(value), changed())}
            error={problem ?? faultOf("given")}
          />
          <TextField
            name="find.family"
            label={words.family}
            width="full"
            autoComplete="off"
            value={family}
            onChange={(value) => (setFamily(value), changed())}
            error={faultOf("family")}
          />
          <DateField
            name="find.birthDate"
            label={words.birthDate}
            mark="optional"
            value={birthDate}
            onChange={(value) => (setBirthDate(value), changed())}
            maxValue={today}
          />
        </div>
        <div>
          <Button onPress={search} isPending={found.isFetching} pendingText={words.searching}>
            {words.find}
          </Button>
        </div>
        {asked && faults.length === 0 && (
          <Part query={found} skeleton="text" count={2}>
            {({ people }) => (
              <div className="stack" role="status">
                <p className="strong">
                  {people.length === 0 ? words.nobody : words.found(people.length)}
                </p>
                <ul className="stack-small">
                  {people.map((person) => (
                    <Found
                      key={person.personId}
                      person={person}
                      today={today}
                      onTake={() => add(person)}
                      onCase={onCase}
                      whyNot={whyNot?.(person)}
                    />
                  ))}
                </ul>
                <div>
                  <Button onPress={() => add()}>{words.addNew}</Button>
                </div>
              </div>
            )}
          </Part>
        )}
      </div>
    </Card>
  );
}

function Found({
  person,
  today,
  onTake,
  onCase,
  whyNot,
}: {
  person: FoundPerson;
  today: string;
  onTake: () => void;
  onCase: FindPersonProps["onCase"];
  whyNot: string | undefined;
}) {
  const about = [
    person.birthDate === undefined
      ? undefined
      : dates.date(person.birthDate, { today, style: "day" }),
    dates.list(person.why.map((why) => words.why[why])),
  ].filter((part) => part !== undefined && part !== "");
  return (
    <li className="facts-block">
      <div className="row row-apart">
        <span>
          <span className="strong">{person.name}</span>{" "}
          <span className="muted small">{about.join(", ")}</span>
        </span>
        {whyNot === undefined ? (
          <Button size="small" aria-label={`${words.thisOne}: ${person.name}`} onPress={onTake}>
            {words.thisOne}
          </Button>
        ) : (
          <span className="muted small">{whyNot}</span>
        )}
      </div>
      {person.cases.map((entry) => (
        <div key={entry.caseId} className="row row-apart">
          <span className="muted small">
            {words.inCase(entry.caseNumber, labels.memberRole[entry.role], entry.workerName ?? "")},{" "}
            {entry.open ? words.open : words.closed}
          </span>
          {onCase && entry.mayOpen && (
            <Button size="small" onPress={() => onCase(entry.caseId)}>
              {words.useCase(entry.caseNumber)}
            </Button>
          )}
        </div>
      ))}
    </li>
  );
}
