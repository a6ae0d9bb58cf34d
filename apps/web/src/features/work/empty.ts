import type { Bucket, Me, WorkList } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { listTools as words } from "../../messages/en/work-tools.ts";

export type EmptyView =
  | { readonly kind: "start"; readonly title: string; readonly text: string }
  | { readonly kind: "allDone"; readonly title: string };

/** Why there is no row: nothing assigned yet, all done, or nothing in the chosen group. */
export function presentEmpty(
  list: Pick<WorkList, "families" | "nextDueOn" | "today">,
  me: Pick<Me, "supervisor">,
  only?: Bucket,
): EmptyView {
  if (list.families === 0)
    return {
      kind: "start",
      title: words.empty.noFamilies,
      text: me.supervisor ? words.empty.assigns(me.supervisor.name) : words.empty.assigned,
    };
  if (only !== undefined) return { kind: "allDone", title: words.empty.bucket[only] };
  return {
    kind: "allDone",
    title:
      list.nextDueOn === undefined
        ? words.empty.allDoneEver
        : words.empty.allDone(dates.date(list.nextDueOn, { today: list.today })),
  };
}
