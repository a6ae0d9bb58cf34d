import { useQuery } from "@tanstack/react-query";
import { Card } from "@kinward/ui/Card";
import { PersonName } from "@kinward/ui/PersonName";
import { ScrollRegion } from "@kinward/ui/ScrollRegion";
import { UiLink } from "@kinward/ui/UiLink";
import type { CaseId, PlainDate } from "@kinward/domain/kernel";
import type { FamilyView } from "@kinward/domain/views";
import { api } from "../../../api/client.ts";
import { useMe } from "../../../app/me.ts";
import { paths } from "../../../app/paths.ts";
import { familyWords as words } from "../../../messages/en/family.ts";
import { Part } from "../../shared/Part.tsx";
import { FamilyDrawing } from "./FamilyDrawing.tsx";
import { presentDay } from "./present.ts";

// With the card, so that the drawing stays one file for whoever loads it.
export { FamilyPrint } from "./FamilyPrint.tsx";

/** The family today, small: drawing, and for screen readers and narrow screens the list. */
export default function FamilyCard({ caseId }: { caseId: CaseId }) {
  const family = useQuery(api.family.show.queryOptions({ caseId }));
  return (
    <Card
      title={words.card}
      flush
      actions={<UiLink href={paths.caseFamily(caseId)}>{words.open}</UiLink>}
    >
      <Part query={family} skeleton="rows" count={4}>
        {(data) => <Loaded family={data} />}
      </Part>
    </Card>
  );
}

function Loaded({ family }: { family: FamilyView }) {
  const today = useMe().today as PlainDate;
  const shown = presentDay(family, today, today);
  if (family.people.length === 0) return <p className="card-body muted">{words.empty}</p>;
  return (
    <>
      <div className="kin-small">
        <ScrollRegion label={words.card}>
          <FamilyDrawing family={family} shown={shown} label={words.drawing} />
        </ScrollRegion>
      </div>
      <details className="kin-details">
        <summary>{words.asList}</summary>
        <ul>
          {shown.people.map(({ person, place, age }) => (
            <li key={person.personId} className="facts-block">
              <PersonName
                name={person.name}
                detail={[age === "" ? undefined : words.age(Number(age)), place]
                  .filter(Boolean)
                  .join(", ")}
              />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
