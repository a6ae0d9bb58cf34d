import type { CaseFile, HouseholdChange } from "@kinward/domain/casefile";
import { FormDate, FormPick, FormText, FormTick } from "../shared/form/fields.tsx";
import { FormDialog } from "../shared/form/FormDialog.tsx";
import { nameOf } from "./edit-person.ts";
import { householdValues, type HouseholdValues, SOMEONE_ELSE } from "./edit-records.ts";
import { householdFaults } from "./faults.ts";
import { workbench } from "./messages.ts";
import { useFactForm } from "./use-fact-form.ts";

const m = workbench.household;

interface HouseholdDialogProps {
  readonly file: CaseFile;
  readonly change: HouseholdChange | undefined;
  readonly onDone: (values: HouseholdValues) => void;
  readonly onClose: () => void;
}

/** Someone enters or leaves the home, and the notice about it. */
export function HouseholdDialog({ file, change, onDone, onClose }: HouseholdDialogProps) {
  const form = useFactForm<HouseholdValues>({
    defaults: householdValues(change),
    check: householdFaults,
    onDone,
  });
  const [person] = form.useValue("person");
  const [byDepartment] = form.useValue("byDepartment");
  return (
    <FormDialog
      form={form}
      title={change === undefined ? m.addTitle : m.changeTitle}
      submitText={change === undefined ? workbench.submitAdd : workbench.submitChange}
      onClose={onClose}
    >
      <p className="muted small">{m.hint}</p>
      <FormPick
        form={form}
        name="type"
        label={m.type}
        as="segments"
        choices={(["ENTERED", "EXITED"] as const).map((id) => ({ id, label: m.typeWords[id] }))}
      />
      <FormPick
        form={form}
        name="person"
        label={m.person}
        choices={[
          ...file.members.map((member) => ({ id: member.id as string, label: nameOf(member) })),
          { id: SOMEONE_ELSE, label: m.someoneElse },
        ]}
      />
      {person === SOMEONE_ELSE && (
        <FormText form={form} name="who" label={m.who} hint={m.whoHint} autoComplete="off" />
      )}
      <FormDate form={form} name="date" label={m.date} />
      <FormTick form={form} name="byDepartment" label={m.byDepartment} />
      {!byDepartment && <FormDate form={form} name="told" label={m.told} mark="optional" />}
    </FormDialog>
  );
}
