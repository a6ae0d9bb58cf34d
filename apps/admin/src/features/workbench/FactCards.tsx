import { ContactsCard } from "./ContactsCard.tsx";
import { CoordinatorsCard } from "./CoordinatorsCard.tsx";
import type { FactsProps } from "./FactList.tsx";
import { HouseholdCard } from "./HouseholdCard.tsx";
import { LevelsCard } from "./LevelsCard.tsx";
import { PeopleCard } from "./PeopleCard.tsx";
import { RightsCard } from "./RightsCard.tsx";
import { ServiceCard } from "./ServiceCard.tsx";
import { TasksCard } from "./TasksCard.tsx";

/** Everything that the case says, each part with its own small form. */
export function FactCards(props: FactsProps) {
  return (
    <>
      <ServiceCard {...props} />
      <PeopleCard {...props} />
      <ContactsCard {...props} />
      <LevelsCard {...props} />
      <CoordinatorsCard {...props} />
      <TasksCard {...props} />
      <HouseholdCard {...props} />
      <RightsCard {...props} />
    </>
  );
}
