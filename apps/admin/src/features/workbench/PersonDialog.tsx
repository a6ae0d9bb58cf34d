import type { Member } from "@kinward/domain/casefile";
import {
  CHILD_BASES,
  LIVING_SETTINGS,
  type LivingSetting,
  MEMBER_ROLES,
  type MemberBasis,
  US_STATES,
} from "@kinward/domain/people";
import { Button } from "@kinward/ui/Button";
import { DateField } from "@kinward/ui/DateField";
import { Select } from "@kinward/ui/Select";
import { TextField } from "@kinward/ui/TextField";
import type { PlainDate } from "@kinward/domain/kernel";
import { FormChips, FormDate, FormPick, FormText } from "../shared/form/fields.tsx";
import { FormDialog } from "../shared/form/FormDialog.tsx";
import { useRecordForm } from "../shared/form/use-record-form.ts";
import { checkRequired } from "../shared/required.ts";
import { labelWords } from "../shared/words.ts";
import { type LivingValues, nameOf, NO_LIVING, personValues, type PersonValues } from "./edit.ts";
import { workbench } from "./messages.ts";

const m = workbench.people;
const settings = LIVING_SETTINGS.map((id) => ({ id, label: labelWords.setting[id] }));

const isState = (typed: string): boolean =>
  typed.trim() === "" || (US_STATES as readonly string[]).includes(typed.trim().toUpperCase());

interface PersonDialogProps {
  readonly member: Member | undefined;
  readonly onDone: (values: PersonValues) => void;
  readonly onClose: () => void;
}

/** One person of the case with the places where they live, by date. */
export function PersonDialog({ member, onDone, onClose }: PersonDialogProps) {
  const form = useRecordForm<PersonValues, PersonValues>({
    defaults: personValues(member),
    check: (values) => [
      ...checkRequired({ name: values.name, role: values.role }, m.missing),
      ...values.living.flatMap(({ setting, state, from }, at) => [
        ...(setting === undefined
          ? [{ name: `living.${at}.setting`, message: m.settingMissing }]
          : []),
        ...(isState(state) ? [] : [{ name: `living.${at}.state`, message: m.stateUnknown }]),
        ...(at > 0 && from === undefined
          ? [{ name: `living.${at}.from`, message: m.fromMissing }]
          : []),
      ]),
    ],
    send: async (values) => ({ ok: true, output: values }),
    onDone,
  });
  const [living, setLiving] = form.useValue("living");
  const { role, bases } = form.useAll();
  const errorOf = (name: string) => form.faults.find((fault) => fault.name === name)?.message;
  return (
    <FormDialog
      form={form}
      title={member === undefined ? m.addTitle : m.changeTitle(nameOf(member))}
      submitText={member === undefined ? workbench.submitAdd : workbench.submitChange}
      onClose={onClose}
    >
      <FormText form={form} name="name" label={m.name} autoComplete="off" />
      <FormPick
        form={form}
        name="role"
        label={m.role}
        choices={MEMBER_ROLES.map((id) => ({ id, label: labelWords.memberRole[id] }))}
      />
      <FormDate form={form} name="dob" label={m.born} mark="optional" />
      {role === "CHILD" && (
        <FormChips
          form={form}
          name="bases"
          label={m.bases}
          mark="optional"
          choices={CHILD_BASES.map((id: MemberBasis) => ({ id, label: labelWords.basis[id] }))}
        />
      )}
      {bases.includes("CINA") && (
        <FormDate form={form} name="cinaFrom" label={m.cinaFrom} mark="optional" />
      )}
      <fieldset className="stack">
        <legend className="strong">{m.living}</legend>
        {living.map((entry, at) => (
          <LivingFields
            // Rows have no name of their own, and only the last is taken away.
            // oxlint-disable-next-line react/no-array-index-key
            key={at}
            at={at}
            entry={entry}
            errorOf={errorOf}
            onChange={(next) => setLiving(living.map((one, i) => (i === at ? next : one)))}
            onRemove={
              at > 0 && at === living.length - 1 ? () => setLiving(living.slice(0, at)) : undefined
            }
          />
        ))}
        <div className="row">
          <Button size="small" onPress={() => setLiving([...living, NO_LIVING])}>
            {m.addMove}
          </Button>
        </div>
      </fieldset>
      <FormDate form={form} name="joined" label={m.joined} mark="optional" />
      <FormDate form={form} name="left" label={m.left} mark="optional" />
      <FormDate form={form} name="died" label={m.died} mark="optional" />
    </FormDialog>
  );
}

interface LivingFieldsProps {
  readonly at: number;
  readonly entry: LivingValues;
  readonly errorOf: (name: string) => string | undefined;
  readonly onChange: (entry: LivingValues) => void;
  readonly onRemove: (() => void) | undefined;
}

function LivingFields({ at, entry, errorOf, onChange, onRemove }: LivingFieldsProps) {
  const name = (field: string) => `living.${at}.${field}`;
  const title = at === 0 ? m.livingFirst : m.livingMove(at);
  return (
    <fieldset className="bench-move">
      <legend className="muted small">{title}</legend>
      <Select<LivingSetting>
        name={name("setting")}
        label={m.setting}
        mark="required"
        error={errorOf(name("setting"))}
        choices={settings}
        value={entry.setting}
        onChange={(setting) => onChange({ ...entry, setting })}
      />
      <TextField
        name={name("state")}
        label={m.state}
        mark="optional"
        width="short"
        autoComplete="off"
        error={errorOf(name("state"))}
        value={entry.state}
        onChange={(state) => onChange({ ...entry, state })}
      />
      <DateField
        name={name("from")}
        label={m.from}
        mark={at === 0 ? "optional" : "required"}
        error={errorOf(name("from"))}
        value={entry.from}
        onChange={(from) => onChange({ ...entry, from: from as PlainDate | undefined })}
      />
      <DateField
        name={name("to")}
        label={m.to}
        mark="optional"
        value={entry.to}
        onChange={(to) => onChange({ ...entry, to: to as PlainDate | undefined })}
      />
      {onRemove && (
        <div className="row">
          <Button size="small" kind="quiet" onPress={onRemove}>
            {m.removeMove}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
