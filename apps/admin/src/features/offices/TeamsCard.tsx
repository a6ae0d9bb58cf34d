import { offices as m } from "./messages.ts";
import { PlacesCard } from "./PlacesCard.tsx";
import { useEndTeam, useTeams } from "./queries.ts";
import { TeamDialog } from "./TeamDialog.tsx";

export function TeamsCard() {
  const query = useTeams();
  const endTeam = useEndTeam();
  const names = m.teamColumns;
  return (
    <PlacesCard
      kind="TEAM"
      words={{
        title: m.teams,
        add: m.addTeam,
        caption: m.teamsCaption,
        empty: m.teamsEmpty,
        endText: m.endDialog.team,
      }}
      query={query}
      placesOf={({ teams }) => teams}
      idOf={(team) => team.teamId}
      columns={[
        { id: "name", header: names.name, isRowHeader: true, cell: (team) => team.name },
        { id: "office", header: names.office, cell: (team) => team.officeName },
        {
          id: "supervisor",
          header: names.supervisor,
          cell: (team) => team.supervisor?.name ?? m.notSet,
        },
        { id: "members", header: names.members, align: "end", cell: (team) => team.members },
      ]}
      columnNames={names}
      send={({ teamId }, values) => endTeam({ teamId, ...values })}
      dialog={(team, onClose) => <TeamDialog team={team} onClose={onClose} />}
    />
  );
}
