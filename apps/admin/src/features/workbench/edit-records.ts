import type {
  CaseFile,
  HouseholdChange,
  TaskRecord,
  TerminationOfRights,
} from "@kinward/domain/casefile";
import type { PersonId, PlainDate } from "@kinward/domain/kernel";
import { freeId, given, withList, withRow } from "./edit.ts";

/** What was done, told and ended in the case on the workbench. */

// Tasks (CON-5, REP-2, CON-12).

export const TASK_TYPES = ["JOINT_MEETING", "FIRST_MEETING_EMAIL", "ICPC_COORDINATION"] as const;
export type TaskType = TaskRecord["type"];

export interface TaskValues {
  type: TaskType | undefined;
  date: PlainDate | undefined;
  workerPresent: "YES" | "NO" | undefined;
  note: string;
  statedMeetingDate: PlainDate | undefined;
  member: string | undefined;
}

/** The day on which a task was done. */
export const doneOn = (task: TaskRecord): PlainDate =>
  task.type === "FIRST_MEETING_EMAIL" ? task.sentOn : task.date;

export const taskValues = (task: TaskRecord | undefined): TaskValues => ({
  type: task?.type,
  date: task && doneOn(task),
  workerPresent: task?.type === "JOINT_MEETING" ? (task.workerPresent ? "YES" : "NO") : undefined,
  note: task !== undefined && "note" in task ? (task.note ?? "") : "",
  statedMeetingDate: task?.type === "FIRST_MEETING_EMAIL" ? task.statedMeetingDate : undefined,
  member: task?.type === "ICPC_COORDINATION" ? task.member : undefined,
});

function taskOf(before: TaskRecord | undefined, values: TaskValues): TaskRecord {
  const date = values.date as PlainDate;
  const note = values.note.trim() === "" ? {} : { note: values.note.trim() };
  switch (values.type as TaskType) {
    case "JOINT_MEETING": {
      const people = before?.type === "JOINT_MEETING" ? before.with : undefined;
      return {
        type: "JOINT_MEETING",
        date,
        workerPresent: values.workerPresent === "YES",
        ...note,
        ...(people && { with: people }),
      };
    }
    case "FIRST_MEETING_EMAIL":
      return {
        type: "FIRST_MEETING_EMAIL",
        sentOn: date,
        statedMeetingDate: values.statedMeetingDate as PlainDate,
      };
    case "ICPC_COORDINATION":
      return { type: "ICPC_COORDINATION", member: values.member as PersonId, date, ...note };
  }
}

export const withTask = (
  file: CaseFile,
  before: TaskRecord | undefined,
  values: TaskValues,
): CaseFile =>
  withList(file, "tasksInput", withRow(file.tasksInput ?? [], before, taskOf(before, values)));

// Household changes (EXP-6).

/** Stands in a choice of people for someone who is none of the case. */
export const SOMEONE_ELSE = "ELSE";

export interface HouseholdValues {
  type: HouseholdChange["type"] | undefined;
  person: string | undefined;
  who: string;
  date: PlainDate | undefined;
  told: PlainDate | undefined;
  byDepartment: boolean;
}

export const householdValues = (change: HouseholdChange | undefined): HouseholdValues => ({
  type: change?.type,
  person: change === undefined ? undefined : (change.person ?? SOMEONE_ELSE),
  who: change?.who ?? "",
  date: change?.date,
  told: change?.notifiedDepartmentOn,
  byDepartment: change?.byDepartment ?? false,
});

export function withHouseholdChange(
  file: CaseFile,
  before: HouseholdChange | undefined,
  { type, person, who, date, told, byDepartment }: HouseholdValues,
): CaseFile {
  const changes = file.householdChanges ?? [];
  const {
    person: _p,
    who: _w,
    notifiedDepartmentOn: _n,
    byDepartment: _b,
    ...kept
  } = before ?? {
    id: freeId(
      "h",
      changes.flatMap((change) => change.id ?? []),
    ),
  };
  const isElse = person === SOMEONE_ELSE;
  const change: HouseholdChange = {
    ...kept,
    ...given<Omit<HouseholdChange, "id" | "type" | "date">>({
      person: isElse ? undefined : (person as PersonId),
      who: isElse && who.trim() !== "" ? who.trim() : undefined,
      // The Department needs no notice of what it recorded itself.
      notifiedDepartmentOn: byDepartment ? undefined : told,
      byDepartment: byDepartment ? true : undefined,
    }),
    type: type as HouseholdChange["type"],
    date: date as PlainDate,
  };
  return withList(file, "householdChanges", withRow(changes, before, change));
}

// Ended rights (CASE-5).

export interface RightsValues {
  parent: string | undefined;
  child: string | undefined;
  date: PlainDate | undefined;
}

export const rightsValues = (ended: TerminationOfRights | undefined): RightsValues => ({
  parent: ended?.parent,
  child: ended?.child,
  date: ended?.date,
});

export const withEndedRights = (
  file: CaseFile,
  before: TerminationOfRights | undefined,
  { parent, child, date }: RightsValues,
): CaseFile =>
  withList(
    file,
    "terminationsOfRights",
    withRow(file.terminationsOfRights ?? [], before, {
      ...before,
      parent: parent as PersonId,
      child: child as PersonId | "ALL",
      date: date as PlainDate,
    }),
  );
