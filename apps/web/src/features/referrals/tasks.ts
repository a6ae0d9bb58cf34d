import {
  REFERRAL_TASKS,
  referralTasks,
  taskOf,
  type ReferralDraft,
  type ReferralTask,
} from "@kinward/domain/assignment";
import type { Refusal } from "@kinward/domain/kernel";
import type { Task, TaskStatus } from "@kinward/ui/TaskList";
import { paths } from "../../app/paths.ts";
import { referrals as words } from "../../messages/en/referrals.ts";

/** The word of a task in an address. */
export const TASK_PATHS: Readonly<Record<ReferralTask, string>> = {
  FAMILY: "family",
  SERVICE: "service",
  LEGAL_BASIS: "legal-basis",
  EFFECTIVE_DATE: "effective-date",
  PRIOR_SERVICES: "prior-services",
  RISKS: "risks",
};

export const taskOfPath = (path: string): ReferralTask | undefined =>
  REFERRAL_TASKS.find((task) => TASK_PATHS[task] === path);

export const nextTask = (task: ReferralTask): ReferralTask | undefined =>
  REFERRAL_TASKS[REFERRAL_TASKS.indexOf(task) + 1];

export const taskHref = (draftId: string, task: ReferralTask | undefined): string =>
  task === undefined ? paths.referralCheck(draftId) : paths.referralTask(draftId, TASK_PATHS[task]);

const STATUS: Record<"TO_DO" | "WRITING" | "READY", TaskStatus> = {
  TO_DO: "todo",
  WRITING: "writing",
  READY: "ready",
};

/** The tasks with their states; what is ready is plain text. */
export function presentTasks(
  draftId: string,
  content: ReferralDraft,
  refusals: readonly Refusal[] | undefined,
): readonly Task[] {
  // Before the server has seen the draft, what is begun is being written.
  const states = referralTasks(
    content,
    refusals ??
      REFERRAL_TASKS.map((task) => ({ code: "FIELD_REQUIRED" as const, path: PATH_OF[task] })),
  );
  return [
    ...REFERRAL_TASKS.map((task) => ({
      id: task,
      title: words.tasks[task].title,
      hint: words.tasks[task].hint,
      status: STATUS[states[task]],
      href: taskHref(draftId, task),
    })),
    {
      id: "CHECK",
      title: words.tasks.CHECK.title,
      hint: words.tasks.CHECK.hint,
      status: "todo",
      href: paths.referralCheck(draftId),
    },
  ];
}

const PATH_OF: Readonly<Record<ReferralTask, readonly string[]>> = {
  FAMILY: ["family"],
  SERVICE: ["service"],
  LEGAL_BASIS: ["legalBasis"],
  EFFECTIVE_DATE: ["form"],
  PRIOR_SERVICES: ["priorServices"],
  RISKS: ["risks"],
};

/** Where a refusal is put right. */
export const taskOfRefusal = (refusal: Refusal): ReferralTask =>
  refusal.code === "NO_QUALIFYING_CHILD" ? "LEGAL_BASIS" : taskOf(refusal.path);
