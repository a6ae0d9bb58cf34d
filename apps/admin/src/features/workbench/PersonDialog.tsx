import type { Member } from "@kinward/domain/casefile";
import { CHILD_BASES, MEMBER_ROLES, type MemberBasis } from "@kinward/domain/people";
import { Button } from "@kinward/ui/Button";
import { FormChips, FormDate, FormPick, FormText, FormTick } from "../shared/form/fields.tsx";
import { FormDialog } from "../shared/form/FormDialog.tsx";
import { labelWords } from "../shared/words.ts";
import {
  DATED_BASES,
  nameOf,
  NO_ABSENCE,
  NO_LIVING,
  personValues,
  type PersonValues,
} from "./edit-person.ts";
import { personFaults } from "./faults.ts";
import { LivingFields } from "./LivingFields.tsx";
import { workbench } from "./messages.ts";
import { PeriodFields } from "./PeriodFields.tsx";
import { useFactForm } from "./use-fact-form.ts";

const m = workbench.people;

interface PersonDialogProps {
  readonly member: Member | undefined;
  readonly onDone: (values: PersonValues) => void;
  readonly onClose: () => void;
}

/** One person of the case with the places where they live, by date. */
export function PersonDialog({ member, onDone, onClose }: PersonDialogProps) {
  const form = useFactForm<PersonValues>({
    defaults: personValues(member),
    check: personFaults,
    onDone,
  });
  const [living, setLiving] = form.useValue("living");
  const [absences, setAbsences] = form.useValue("absences");
  const [basisDates, setBasisDates] = form.useValue("basisDates");
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
      {role === "CHILD" &&
        DATED_BASES.filter((basis) => bases.includes(basis)).map((basis) => (
          <PeriodFields
            key={basis}
            name={`basisDates.${basis}`}
            words={m.basisDates[basis]}
            period={basisDates[basis]}
            errorOf={errorOf}
            onChange={(next) => setBasisDates({ ...basisDates, [basis]: next })}
          />
        ))}
      {role === "CHILD" && <FormTick form={form} name="pastMajority" label={m.pastMajority} />}
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
      <fieldset className="stack">
        <legend className="strong">{m.absences.title}</legend>
        {absences.map((absence, at) => (
          <PeriodFields
            // Rows have no name of their own, and only the last is taken away.
            // oxlint-disable-next-line react/no-array-index-key
            key={at}
            name={`absences.${at}`}
            words={{ ...m.absences, title: m.absences.one(at + 1) }}
            mark="required"
            period={absence}
            errorOf={errorOf}
            onChange={(next) => setAbsences(absences.map((one, i) => (i === at ? next : one)))}
            onRemove={
              at === absences.length - 1 ? () => setAbsences(absences.slice(0, at)) : undefined
            }
          />
        ))}
        <div className="row">
          <Button size="small" onPress={() => setAbsences([...absences, NO_ABSENCE])}>
            {m.absences.add}
          </Button>
        </div>
      </fieldset>
      <FormDate form={form} name="died" label={m.died} mark="optional" />
    </FormDialog>
  );
}
