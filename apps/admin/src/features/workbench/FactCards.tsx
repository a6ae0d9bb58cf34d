import type { PlainDate } from "@kinward/domain/kernel";
import { Card } from "@kinward/ui/Card";
import { DateField } from "@kinward/ui/DateField";
import { ContactsCard } from "./ContactsCard.tsx";
import { serviceOf, typesCoordinator, withCoordinator, withService } from "./edit.ts";
import type { FactsProps } from "./FactList.tsx";
import { LevelsCard } from "./LevelsCard.tsx";
import { workbench as m } from "./messages.ts";
import { PeopleCard } from "./PeopleCard.tsx";

/** Everything that the case says, each part with its own small form. */
export function FactCards(props: FactsProps) {
  const { file } = props;
  const more =
    (file.tasksInput?.length ?? 0) +
    (file.householdChanges?.length ?? 0) +
    (file.terminationsOfRights?.length ?? 0);
  return (
    <>
      <ServiceCard {...props} />
      <PeopleCard {...props} />
      <ContactsCard {...props} />
      <LevelsCard {...props} />
      {more > 0 && <p className="muted small">{m.alsoKept(more)}</p>}
    </>
  );
}

function ServiceCard({ file, onChange }: FactsProps) {
  const service = serviceOf(file);
  return (
    <Card title={m.service.title}>
      {service === undefined ? (
        <p>{m.service.several}</p>
      ) : (
        <div className="bench-fields">
          <DateField
            name="effectiveDate"
            label={m.service.effective}
            mark="required"
            value={service.effectiveDate}
            onChange={(day) =>
              onChange(withService(file, { ...service, effectiveDate: day as PlainDate }))
            }
          />
          <DateField
            name="lastServiceDay"
            label={m.service.last}
            mark="optional"
            value={service.lastServiceDay}
            onChange={(day) =>
              onChange(withService(file, { ...service, lastServiceDay: day as PlainDate }))
            }
          />
          {typesCoordinator(file) && (
            <DateField
              name="coordinator"
              label={m.service.coordinator}
              mark="optional"
              value={file.careCoordinatorAssignedOn}
              onChange={(day) => onChange(withCoordinator(file, day as PlainDate))}
            />
          )}
        </div>
      )}
    </Card>
  );
}
