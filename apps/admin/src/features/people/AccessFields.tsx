import type { OrganizationId, StaffId } from "@kinward/domain/kernel";
import type { Choice } from "@kinward/ui/RadioGroup";
import { FormChips, FormPick, FormReason } from "../shared/form/fields.tsx";
import type { RecordForm } from "../shared/form/use-record-form.ts";
import { people as m } from "./messages.ts";
import {
  type AccessValues,
  languageChoices,
  NONE,
  roleChoices,
  supervisorRole,
  withNone,
  type Works,
} from "./present.ts";
import { useOffices, useSupervisors, useTeams } from "./queries.ts";

interface AccessFieldsProps {
  readonly form: RecordForm<AccessValues>;
  /** Nobody is their own supervisor. */
  readonly self?: StaffId;
}

/** Roles, place, supervisor and languages: the same for an invitation and a change. */
export function AccessFields({ form, self }: AccessFieldsProps) {
  const [works] = form.useValue("works");
  if (works === undefined) return null;
  return (
    <>
      <FormChips
        form={form}
        name="roles"
        label={m.form.roles}
        hint={m.form.rolesHint}
        choices={roleChoices(works as Works)}
      />
      {works === "DEPARTMENT" && <PlaceFields form={form} />}
      <SupervisorField
        form={form}
        works={works as Works}
        {...(self === undefined ? {} : { self })}
      />
      <div className="dense-chips">
        <FormChips
          form={form}
          name="languages"
          label={m.form.languages}
          mark="optional"
          choices={languageChoices()}
        />
      </div>
      <FormReason form={form} />
    </>
  );
}

function PlaceFields({ form }: Pick<AccessFieldsProps, "form">) {
  const offices = useOffices();
  const teams = useTeams();
  const [officeId] = form.useValue("officeId");
  const officeChoices: Choice[] = (offices.data?.offices ?? [])
    .filter((office) => office.endedOn === undefined)
    .map((office) => ({ id: office.officeId, label: office.name }));
  const teamChoices: Choice[] = (teams.data?.teams ?? [])
    .filter((team) => team.endedOn === undefined)
    .filter((team) => officeId === undefined || officeId === NONE || team.officeId === officeId)
    .map((team) => ({ id: team.teamId, label: team.name, detail: team.officeName }));
  return (
    <>
      <FormPick
        form={form}
        name="officeId"
        label={m.form.office}
        mark="optional"
        as="search"
        choices={withNone(officeChoices)}
      />
      <FormPick
        form={form}
        name="teamId"
        label={m.form.team}
        mark="optional"
        as="search"
        choices={withNone(teamChoices)}
      />
    </>
  );
}

function SupervisorField({ form, works, self }: AccessFieldsProps & { readonly works: Works }) {
  const [organizationId] = form.useValue("organizationId");
  const supervisors = useSupervisors(
    supervisorRole(works),
    works === "ORGANIZATION" ? (organizationId as OrganizationId | undefined) : undefined,
  );
  const choices: Choice[] = (supervisors.data?.staff ?? [])
    .filter((person) => person.staffId !== self && person.status !== "ENDED")
    .filter((person) => works === "DEPARTMENT" || person.organizationId === organizationId)
    .map((person) => ({ id: person.staffId, label: person.name, detail: person.email }));
  return (
    <FormPick
      form={form}
      name="supervisorId"
      label={m.form.supervisor}
      hint={m.form.supervisorHint}
      mark="optional"
      as="search"
      choices={withNone(choices)}
    />
  );
}
