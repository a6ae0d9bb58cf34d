import { lazy, Suspense } from "react";
import type { Me } from "@kinward/domain/views";
import { isHead } from "../../app/me.ts";
import { listTools as words } from "../../messages/en/work-tools.ts";
import { useWorkPeople } from "./queries.ts";

// Only supervisors have somebody below them; nobody else loads the list box.
const Select = lazy(() => import("@kinward/ui/Select").then((part) => ({ default: part.Select })));

const OWN = "own";

/** A supervisor looks at the list of someone below: reading what that person sees. */
export function WhoseWork({
  me,
  staffId,
  onPick,
}: {
  me: Me;
  staffId: string | undefined;
  onPick: (staffId: string | undefined) => void;
}) {
  const leads = isHead(me);
  const people = useWorkPeople(leads).data?.people ?? [];
  if (!leads || people.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <Select
        name="staffId"
        label={words.pick}
        value={staffId ?? OWN}
        onChange={(id) => onPick(id === OWN ? undefined : id)}
        choices={[
          { id: OWN, label: words.mine },
          ...people.map((person) => ({ id: person.staffId, label: person.name })),
        ]}
      />
    </Suspense>
  );
}
