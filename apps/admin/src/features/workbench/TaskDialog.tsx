import type { CaseFile, TaskRecord } from "@kinward/domain/casefile";
import { FormArea, FormDate, FormPick } from "../shared/form/fields.tsx";
import { FormDialog } from "../shared/form/FormDialog.tsx";
import { nameOf } from "./edit-person.ts";
import { TASK_TYPES, taskValues, type TaskValues } from "./edit-records.ts";
import { taskFaults } from "./faults.ts";
import { workbench } from "./messages.ts";
import { taskNames } from "./present.ts";
import { useFactForm } from "./use-fact-form.ts";

const m = workbench.tasks;

interface TaskDialogProps {
  readonly file: CaseFile;
  readonly task: TaskRecord | undefined;
  readonly onDone: (values: TaskValues) => void;
  readonly onClose: () => void;
}

/** One thing that was done about a task; what is asked follows from the task. */
export function TaskDialog({ file, task, onDone, onClose }: TaskDialogProps) {
  const form = useFactForm<TaskValues>({
    defaults: taskValues(task),
    check: taskFaults,
    onDone,
  });
  const [type] = form.useValue("type");
  const [workerPresent] = form.useValue("workerPresent");
  const children = file.members.filter(({ role }) => role === "CHILD");
  return (
    <FormDialog
      form={form}
      title={task === undefined ? m.addTitle : m.changeTitle}
      submitText={task === undefined ? workbench.submitAdd : workbench.submitChange}
      onClose={onClose}
    >
      <FormPick
        form={form}
        name="type"
        label={m.type}
        as="radio"
        choices={TASK_TYPES.map((id) => ({ id, label: taskNames[id] }))}
      />
      {type === "ICPC_COORDINATION" && (
        <FormPick
          form={form}
          name="member"
          label={m.member}
          hint={children.length === 0 ? m.noChildren : undefined}
          choices={children.map((child) => ({ id: child.id, label: nameOf(child) }))}
        />
      )}
      {type !== undefined && <FormDate form={form} name="date" label={m.date[type]} />}
      {type === "JOINT_MEETING" && (
        <FormPick
          form={form}
          name="workerPresent"
          label={m.workerPresent}
          as="segments"
          choices={(["YES", "NO"] as const).map((id) => ({ id, label: m.present[id] }))}
        />
      )}
      {type === "FIRST_MEETING_EMAIL" && (
        <FormDate form={form} name="statedMeetingDate" label={m.stated} />
      )}
      {type === "JOINT_MEETING" && workerPresent === "NO" && (
        <FormArea form={form} name="note" label={m.note} />
      )}
    </FormDialog>
  );
}
