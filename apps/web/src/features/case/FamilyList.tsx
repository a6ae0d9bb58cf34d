import { Card } from "@kinward/ui/Card";
import { PersonName } from "@kinward/ui/PersonName";
import { UiLink } from "@kinward/ui/UiLink";
import type { PersonView } from "@kinward/domain/views";
import { useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { caseWords } from "../../messages/en/case.ts";
import { livingText, personDetail } from "./present.ts";

const words = caseWords.people;

/** Who belongs to the case, in short. */
export function FamilyList({ people, caseId }: { people: readonly PersonView[]; caseId: string }) {
  const { today } = useMe();
  const present = people.filter(
    (person) => person.memberTo === undefined || person.memberTo >= today,
  );
  return (
    <Card
      title={words.title}
      actions={<UiLink href={paths.casePeople(caseId)}>{words.asList}</UiLink>}
      flush
    >
      <ul>
        {present.map((person) => (
          <li key={person.personId} className="facts-block">
            <PersonName name={person.name} detail={personDetail(person, today)} showInitials />
            {person.living && (
              <span className="muted small">{livingText(person.living, today)}</span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
