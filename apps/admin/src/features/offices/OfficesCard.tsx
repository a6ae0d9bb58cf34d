import { offices as m } from "./messages.ts";
import { OfficeDialog } from "./OfficeDialog.tsx";
import { PlacesCard } from "./PlacesCard.tsx";
import { useEndOffice, useOffices } from "./queries.ts";

export function OfficesCard() {
  const query = useOffices();
  const endOffice = useEndOffice();
  const names = m.officeColumns;
  return (
    <PlacesCard
      kind="OFFICE"
      words={{
        title: m.offices,
        add: m.addOffice,
        caption: m.officesCaption,
        empty: m.officesEmpty,
        endText: m.endDialog.office,
      }}
      query={query}
      placesOf={({ offices }) => offices}
      idOf={(office) => office.officeId}
      columns={[
        { id: "name", header: names.name, isRowHeader: true, cell: (office) => office.name },
        { id: "county", header: names.county, cell: (office) => office.county ?? m.notSet },
        { id: "phone", header: names.phone, cell: (office) => office.phone ?? m.notSet },
        { id: "teams", header: names.teams, align: "end", cell: (office) => office.teams },
      ]}
      columnNames={names}
      send={({ officeId }, values) => endOffice({ officeId, ...values })}
      dialog={(office, onClose) => <OfficeDialog office={office} onClose={onClose} />}
    />
  );
}
