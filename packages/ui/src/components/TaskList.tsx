import type { ReactElement } from "react";
import { ChevronRight } from "lucide-react";
import type { UiLinkProps } from "../lib/ui-context.ts";
import { useUi } from "../lib/ui-context.ts";
import type { DueState } from "../lib/state.ts";
import { Tag } from "./Tag.tsx";
import { UiLink } from "./UiLink.tsx";

export type TaskStatus = "todo" | "writing" | "ready" | "blocked";

export interface Task {
  id: string;
  title: string;
  hint?: string | undefined;
  status: TaskStatus;
  /** Words instead of the standard ones, for example "None" or "Filled". */
  statusText?: string | undefined;
  href: string;
  isCurrent?: boolean | undefined;
}

export interface TaskListProps {
  label: string;
  tasks: readonly Task[];
  /** Renders the links of this list, instead of `renderLink` of `UiProvider`. */
  renderLink?: ((props: UiLinkProps) => ReactElement) | undefined;
}

const LOOK: Record<TaskStatus, DueState | undefined> = {
  todo: "later",
  writing: "today",
  ready: undefined,
  blocked: "notDue",
};

/** The parts of a larger piece of work. What is ready is plain text, so that what remains stands out. */
export function TaskList({ label, tasks, renderLink }: TaskListProps) {
  const { messages } = useUi();
  const link = renderLink ?? ((props: UiLinkProps) => <UiLink {...props} />);
  return (
    <nav aria-label={label}>
      <ol className="tasks">
        {tasks.map((task) => {
          const look = LOOK[task.status];
          const words = task.statusText ?? messages.tasks[task.status];
          const content = (
            <>
              <span>
                <span className="task-title">{task.title}</span>
                {task.hint !== undefined && <small>{task.hint}</small>}
              </span>
              {look ? <Tag state={look}>{words}</Tag> : <span className="task-ready">{words}</span>}
            </>
          );
          return (
            <li key={task.id}>
              {task.status === "blocked" ? (
                <span className="task">{content}</span>
              ) : (
                link({
                  href: task.href,
                  className: "task",
                  "aria-current": task.isCurrent ? "step" : undefined,
                  children: (
                    <>
                      {content}
                      <ChevronRight size={17} aria-hidden />
                    </>
                  ),
                })
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
