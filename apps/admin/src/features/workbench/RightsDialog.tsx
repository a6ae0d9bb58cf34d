import type { CaseFile, TerminationOfRights } from "@kinward/domain/casefile";
import { FormDate, FormPick } from "../shared/form/fields.tsx";
import { FormDialog } from "../shared/form/FormDialog.tsx";
import { nameOf } from "./edit-person.ts";
import { rightsValues, type RightsValues } from "./edit-records.ts";
import { rightsFaults } from "./faults.ts";
import { workbench } from "./messages.ts";
import { useFactForm } from "./use-fact-form.ts";

const m = workbench.rights;

interface RightsDialogProps {
  readonly file: CaseFile;
  readonly ended: TerminationOfRights | undefined;
  readonly onDone: (values: RightsValues) => void;
  readonly onClose: () => void;
}

/** The end of one parent's rights. */
export function RightsDialog({ file, ended, onDone, onClose }: RightsDialogProps) {
  const form = useFactForm<RightsValues>({
    defaults: rightsValues(ended),
    check: rightsFaults,
    onDone,
  });
  const parents = file.members.filter(({ id, role }) => role === "PARENT" || id === ended?.parent);
  const children = file.members.filter(({ role }) => role === "CHILD");
  return (
    <FormDialog
      form={form}
      title={ended === undefined ? m.addTitle : m.changeTitle}
      submitText={ended === undefined ? workbench.submitAdd : workbench.submitChange}
      onClose={onClose}
    >
      <FormPick
        form={form}
        name="parent"
        label={m.parent}
        hint={parents.length === 0 ? m.noParents : undefined}
        choices={parents.map((parent) => ({ id: parent.id, label: nameOf(parent) }))}
      />
      <FormPick
        form={form}
        name="child"
        label={m.child}
        choices={[
          { id: "ALL", label: m.all },
          ...children.map((child) => ({ id: child.id as string, label: nameOf(child) })),
        ]}
      />
      <FormDate form={form} name="date" label={m.date} />
    </FormDialog>
  );
}
