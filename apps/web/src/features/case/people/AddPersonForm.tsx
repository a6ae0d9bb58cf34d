import { Banner } from "@kinward/ui/Banner";
import { Button } from "@kinward/ui/Button";
import { DateField } from "@kinward/ui/DateField";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { Form } from "@kinward/ui/Form";
import { PersonName } from "@kinward/ui/PersonName";
import { SearchSelect } from "@kinward/ui/SearchSelect";
import { SegmentedChoice } from "@kinward/ui/SegmentedChoice";
import { Select } from "@kinward/ui/Select";
import { TextField } from "@kinward/ui/TextField";
import { LIVING_SETTINGS, MEMBER_ROLES, US_STATES } from "@kinward/domain/people";
import type { Params, WarningCode } from "@kinward/domain/kernel";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
import { useMe } from "../../../app/me.ts";
import { app } from "../../../messages/en/app.ts";
import { people } from "../../../messages/en/people.ts";
import { referrals } from "../../../messages/en/referrals.ts";
import { stateName } from "../../../messages/en/states.ts";
import type { Values } from "../../shared/use-values.ts";
import { Warnings } from "../../shared/Warnings.tsx";
import type { Chosen } from "./AddPerson.tsx";
import { BasisFields } from "./BasisFields.tsx";
import type { AddValues } from "./values.ts";

const words = people.add;
const person = referrals.family;
const BIRTH_KINDS = ["EXACT", "ESTIMATED", "EXPECTED"] as const;

export interface AddPersonFormProps {
  form: Values<AddValues>;
  chosen: Chosen;
  isDepartment: boolean;
  faults: readonly FieldFault[];
  isSaving: boolean;
  onSave: () => void;
  onOther: () => void;
  toAccept: readonly WarningCode[];
  warningParams: Params | undefined;
  onAccept: () => void;
}

/** What is asked about a newcomer once it is clear who it is. */
export function AddPersonForm(props: AddPersonFormProps) {
  const { form, chosen, isDepartment, faults } = props;
  const { values } = form;
  const { today } = useMe();
  const faultOf = (name: string) => faults.find((fault) => fault.name === name)?.message;
  return (
    <Form isCard faults={faults} onSubmit={props.onSave}>
      <div className="row row-apart">
        <PersonName
          name={chosen.name}
          detail={chosen.isKnown ? words.known : words.someoneNew}
          showInitials
        />
        <Button size="small" onPress={props.onOther}>
          {words.other}
        </Button>
      </div>
      {chosen.others.map((other) => (
        <Banner key={other.caseId} kind="info">
          {words.twice(chosen.name, words.twiceIn(other.caseNumber, other.workerName ?? ""))}
        </Banner>
      ))}
      {!chosen.isKnown && <NewPerson form={form} faultOf={faultOf} />}
      <SegmentedChoice
        name="role"
        label={person.role}
        choices={MEMBER_ROLES.map((id) => ({ id, label: labels.memberRole[id] }))}
        value={values.role}
        onChange={(role) => form.set("role", role)}
        error={faultOf("role")}
      />
      {isDepartment && (
        <BasisFields role={values.role} values={values} onChange={form.merge} faultOf={faultOf} />
      )}
      <Select
        name="living.setting"
        label={words.setting}
        choices={LIVING_SETTINGS.map((id) => ({ id, label: labels.setting[id] }))}
        value={values.setting}
        onChange={(setting) => form.set("setting", setting)}
        error={faultOf("living.setting")}
      />
      <SearchSelect
        name="living.state"
        label={words.state}
        choices={US_STATES.map((id) => ({ id, label: stateName(id) }))}
        value={values.state}
        onChange={(state) => form.set("state", state)}
        error={faultOf("living.state")}
      />
      <TextField
        name="living.address"
        label={words.address}
        mark="optional"
        width="full"
        autoComplete="off"
        value={values.address}
        onChange={(address) => form.set("address", address)}
      />
      <DateField
        name="living.since"
        label={words.since}
        {...(values.setting === "PARENTAL_HOME"
          ? { hint: words.sinceHint }
          : { mark: "optional" as const })}
        value={values.since}
        onChange={(since) => form.set("since", since)}
        maxValue={today}
        error={faultOf("living.since")}
      />
      <DateField
        name="joined"
        label={words.joined}
        hint={words.joinedHint}
        value={values.joined}
        onChange={(joined) => form.set("joined", joined)}
        maxValue={today}
        error={faultOf("joined")}
        {...(values.since === undefined
          ? {}
          : {
              actions: [
                {
                  label: dates.date(values.since, { today, style: "day" }),
                  date: values.since,
                },
              ],
            })}
      />
      <Warnings
        of={props.toAccept}
        params={props.warningParams}
        isSaving={props.isSaving}
        onAccept={props.onAccept}
        acceptText={words.anyway}
      />
      <div>
        <Button type="submit" kind="primary" isPending={props.isSaving} pendingText={app.saving}>
          {words.save}
        </Button>
      </div>
    </Form>
  );
}

function NewPerson({
  form,
  faultOf,
}: {
  form: Values<AddValues>;
  faultOf: (name: string) => string | undefined;
}) {
  const { values } = form;
  const { today } = useMe();
  return (
    <>
      <div className="fields-2">
        <TextField
          name="given"
          label={person.given}
          width="full"
          autoComplete="off"
          value={values.given}
          onChange={(given) => form.set("given", given)}
          error={faultOf("given")}
        />
        <TextField
          name="family"
          label={person.family}
          width="full"
          autoComplete="off"
          value={values.family}
          onChange={(family) => form.set("family", family)}
        />
        <TextField
          name="preferred"
          label={person.preferred}
          mark="optional"
          width="full"
          autoComplete="off"
          value={values.preferred}
          onChange={(preferred) => form.set("preferred", preferred)}
        />
      </div>
      <DateField
        name="birthDate"
        label={person.birthDate}
        hint={person.dateOfBirthUnknown}
        value={values.birthDate}
        onChange={(birthDate) => form.set("birthDate", birthDate)}
        {...(values.birthDateKind === "EXPECTED" ? {} : { maxValue: today })}
        error={faultOf("birthDate")}
      />
      {values.birthDate !== undefined && (
        <SegmentedChoice
          name="birthDateKind"
          label={person.birthDateKind}
          choices={BIRTH_KINDS.map((id) => ({ id, label: labels.birthDateKind[id] }))}
          value={values.birthDateKind}
          onChange={(birthDateKind) => form.set("birthDateKind", birthDateKind)}
        />
      )}
    </>
  );
}
