import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { Dialog } from "@kinward/ui/Dialog";
import { Tag } from "@kinward/ui/Tag";
import { showToast } from "@kinward/ui/Toast";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { TeamView } from "../../api/contract.ts";
import { ChangeLog } from "../shared/ChangeLog.tsx";
import { EndDialog } from "../shared/form/EndDialog.tsx";
import { Loaded } from "../shared/Loaded.tsx";
import { useMayChange, useMe } from "../shared/session.ts";
import { offices as m } from "./messages.ts";
import { inOrder, placeState } from "./present.ts";
import { useEndTeam, useTeams } from "./queries.ts";
import { RowActions } from "./RowActions.tsx";
import { TeamDialog } from "./TeamDialog.tsx";

type Open = { what: "EDIT" | "END" | "CHANGES"; team: TeamView } | { what: "NEW" };

export function TeamsCard() {
  const { today } = useMe();
  const mayChange = useMayChange();
  const query = useTeams();
  const endTeam = useEndTeam();
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const close = () => setOpen(undefined);
  return (
    <Card
      title={m.teams}
      flush
      actions={
        mayChange && (
          <Button
            size="small"
            icon={<Plus size={15} aria-hidden />}
            onPress={() => setOpen({ what: "NEW" })}
          >
            {m.addTeam}
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {({ teams }) => (
          <DataTable<TeamView>
            caption={m.teamsCaption}
            rows={inOrder(teams)}
            rowKey={(team) => team.teamId}
            empty={<p className="card-body muted">{m.teamsEmpty}</p>}
            columns={[
              {
                id: "name",
                header: m.teamColumns.name,
                isRowHeader: true,
                cell: (team) => team.name,
              },
              { id: "office", header: m.teamColumns.office, cell: (team) => team.officeName },
              {
                id: "supervisor",
                header: m.teamColumns.supervisor,
                cell: (team) => team.supervisor?.name ?? m.notSet,
              },
              {
                id: "members",
                header: m.teamColumns.members,
                align: "end",
                cell: (team) => team.members,
              },
              {
                id: "state",
                header: m.teamColumns.state,
                fit: true,
                card: "top",
                cell: (team) => {
                  const { look, word } = placeState(team, today);
                  return <Tag state={look}>{word}</Tag>;
                },
              },
              {
                id: "action",
                header: m.teamColumns.action,
                hideHeader: true,
                fit: true,
                cell: (team) => (
                  <RowActions
                    name={team.name}
                    isOpen={team.endedOn === undefined}
                    onOpen={(what) => setOpen({ what, team })}
                  />
                ),
              },
            ]}
          />
        )}
      </Loaded>
      {open?.what === "NEW" && <TeamDialog onClose={close} />}
      {open?.what === "EDIT" && <TeamDialog team={open.team} onClose={close} />}
      {open?.what === "CHANGES" && (
        <Dialog isOpen onOpenChange={close} title={m.historyOf(open.team.name)}>
          <ChangeLog kind="TEAM" id={open.team.teamId} />
        </Dialog>
      )}
      {open?.what === "END" && (
        <EndDialog
          title={m.endDialog.title(open.team.name)}
          text={m.endDialog.team}
          dateLabel={m.endDialog.on}
          submitText={m.endDialog.submit}
          send={(values) => endTeam({ teamId: open.team.teamId, ...values })}
          onDone={() => showToast(m.endDialog.done)}
          onClose={close}
        />
      )}
    </Card>
  );
}
