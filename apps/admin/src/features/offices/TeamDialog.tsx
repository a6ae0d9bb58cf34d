import type { OfficeId, StaffId, TeamId } from "@kinward/domain/kernel";
import { showToast } from "@kinward/ui/Toast";
import type { TeamView } from "../../api/contract.ts";
import { FormPick, FormReason, FormText } from "../shared/form/fields.tsx";
import { FormDialog } from "../shared/form/FormDialog.tsx";
import { useRecordForm } from "../shared/form/use-record-form.ts";
import { shared } from "../shared/messages.ts";
import { checkRequired } from "../shared/required.ts";
import { offices as m } from "./messages.ts";
import { useOffices, useSaveTeam, useSupervisors } from "./queries.ts";

interface Values {
  name: string;
  officeId: string | undefined;
  supervisorId: string | undefined;
  reason: string;
}

const NONE = "NONE";

/** Begins a team, or changes the one given. */
export function TeamDialog(props: {
  readonly team?: TeamView | undefined;
  readonly onClose: () => void;
}) {
  const { team, onClose } = props;
  const send = useSaveTeam();
  const offices = useOffices();
  const supervisors = useSupervisors();
  const form = useRecordForm<Values, { teamId: TeamId }>({
    defaults: {
      name: team?.name ?? "",
      officeId: team?.officeId,
      supervisorId: team?.supervisor?.staffId,
      reason: "",
    },
    check: (values) =>
      checkRequired(values, {
        name: m.form.nameMissing,
        officeId: m.form.officeMissing,
        reason: shared.reason.missing,
      }),
    send: ({ name, officeId, supervisorId, reason }) =>
      send({
        ...(team === undefined ? {} : { teamId: team.teamId }),
        name: name.trim(),
        officeId: officeId as OfficeId,
        ...(supervisorId === undefined || supervisorId === NONE
          ? {}
          : { supervisorId: supervisorId as StaffId }),
        reason,
      }),
    onDone: () => {
      showToast(m.form.saved);
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={team === undefined ? m.form.newTeam : m.form.editTeam(team.name)}
      submitText={m.form.submit}
      onClose={onClose}
    >
      <FormText form={form} name="name" label={m.form.name} autoComplete="off" />
      <FormPick
        form={form}
        name="officeId"
        label={m.form.office}
        as="search"
        choices={(offices.data?.offices ?? [])
          .filter((office) => office.endedOn === undefined)
          .map((office) => ({ id: office.officeId, label: office.name }))}
      />
      <FormPick
        form={form}
        name="supervisorId"
        label={m.form.supervisor}
        mark="optional"
        as="search"
        choices={[
          { id: NONE, label: m.form.none },
          ...(supervisors.data?.staff ?? [])
            .filter((person) => person.status !== "ENDED")
            .map((person) => ({ id: person.staffId, label: person.name, detail: person.email })),
        ]}
      />
      <FormReason form={form} />
    </FormDialog>
  );
}
