import type { TaskRecord } from "@kinward/domain/casefile";
import { dayWords } from "../shared/periods.ts";
import { useMe } from "../shared/session.ts";
import { withList } from "./edit.ts";
import { doneOn, withTask } from "./edit-records.ts";
import { FactList, type FactsProps } from "./FactList.tsx";
import { workbench } from "./messages.ts";
import { personName, taskNames } from "./present.ts";
import { TaskDialog } from "./TaskDialog.tsx";

const m = workbench.tasks;

/** What was done about the tasks that are no contacts (CON-5, REP-2, CON-12). */
export function TasksCard({ file, onChange }: FactsProps) {
  const { today } = useMe();
  const { columns } = m;
  const tasks = file.tasksInput ?? [];
  const about = (task: TaskRecord): string => {
    switch (task.type) {
      case "JOINT_MEETING":
        return m.presentWords[task.workerPresent ? "YES" : "NO"];
      case "FIRST_MEETING_EMAIL":
        return m.states(dayWords(task.statedMeetingDate, today));
      case "ICPC_COORDINATION":
        return personName(file, task.member);
    }
  };
  return (
    <FactList<TaskRecord>
      {...m}
      action={columns.action}
      rows={tasks}
      rowKey={(task) => String(tasks.indexOf(task))}
      nameOf={(task) => `${taskNames[task.type]}, ${dayWords(doneOn(task), today)}`}
      {...{ file, onChange }}
      without={(task) =>
        withList(
          file,
          "tasksInput",
          tasks.filter((one) => one !== task),
        )
      }
      columns={[
        {
          id: "task",
          header: columns.task,
          isRowHeader: true,
          cell: (task) => taskNames[task.type],
        },
        {
          id: "on",
          header: columns.on,
          fit: true,
          cell: (task) => dayWords(doneOn(task), today),
        },
        { id: "about", header: columns.about, cell: about },
      ]}
      form={(row, close) => (
        <TaskDialog
          file={file}
          task={row}
          onDone={(values) => {
            onChange(withTask(file, row, values));
            close();
          }}
          onClose={close}
        />
      )}
    />
  );
}
