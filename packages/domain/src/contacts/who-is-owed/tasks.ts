import { NEVER, toDate, toDay } from "../../calendar/day-number.ts";
import { ia } from "../../kernel/citation.ts";
import type { EpochDay } from "../../kernel/plain-date.ts";
import { rule } from "../../kernel/rule.ts";
import type { LivingSetting } from "../../people/people.ts";
import type { CancelReason, Duty } from "../duty.ts";
import type { PersonFacts } from "../facts/case-facts.ts";
import type { Stay } from "../facts/stays.ts";
import { policyOn } from "../facts/contact-policy.ts";
import type { EpisodeView } from "../facts/view.ts";
import type { InitialContact } from "./first-contact.ts";
import { isChild, isMember, leavesAfter } from "./membership.ts";

interface TaskHead {
  readonly key: string;
  readonly rule: "CON-5" | "CON-12" | "REP-2";
  readonly subject: Duty["subject"];
  readonly owner: Duty["owner"];
  readonly opens: EpochDay;
  readonly due?: EpochDay;
}

const taskRow = (
  view: EpisodeView,
  head: TaskHead,
  done: EpochDay | undefined,
  cancelled: { readonly on: EpochDay; readonly reason?: CancelReason } | undefined,
): Duty => {
  const settled = done !== undefined && (cancelled === undefined || done <= cancelled.on);
  return {
    episodeId: view.episode.id,
    key: head.key,
    rule: head.rule,
    kind: "TASK",
    subject: head.subject,
    owner: head.owner,
    opensOn: toDate(head.opens),
    ...(head.due !== undefined && { dueOn: toDate(head.due) }),
    ...(settled && { settledOn: toDate(done) }),
    ...(!settled && cancelled && { cancelledOn: toDate(cancelled.on) }),
    ...(!settled && cancelled?.reason && { cancelReason: cancelled.reason }),
    missing: [],
  };
};

/** Contractor and worker meet the family together, if the worker is available: open until held or noted (DEC-21). */
export const jointMeetingTask = rule(
  { id: "CON-5", cites: [ia("64")], decisions: ["DEC-21"] },
  (view: EpisodeView): Duty => {
    const record = view.facts.file.tasks.find(
      (task) =>
        task.type === "JOINT_MEETING" &&
        toDay(task.date) >= view.effective &&
        toDay(task.date) <= view.countsThrough &&
        (task.workerPresent || task.note !== undefined),
    );
    const days = view.policy.jointMeetingDeadline;
    const closed = view.closedOn < NEVER ? view.closedOn : undefined;
    const held = record?.type === "JOINT_MEETING" ? record : undefined;
    const row = taskRow(
      view,
      {
        key: "TASK:JOINT_MEETING",
        rule: "CON-5",
        subject: "FAMILY",
        owner: "CONTRACTOR",
        opens: view.effective,
        ...(days !== null && { due: view.calendar.add(view.effective, days) }),
      },
      held && toDay(held.date),
      closed === undefined ? undefined : { on: closed, reason: "CASE_CLOSED" },
    );
    return held && !held.workerPresent ? { ...row, workerNotAvailable: true } : row;
  },
);

/** E-mail that confirms the first meeting and its date: open from the day of the meeting until sent (DEC-22). */
export const firstMeetingTask = rule(
  { id: "REP-2", cites: [ia("95")], decisions: ["DEC-05", "DEC-22"] },
  (view: EpisodeView, initial: InitialContact | undefined): Duty | undefined => {
    if (!initial) return undefined;
    const meeting = toDate(initial.day);
    const sent = view.facts.file.tasks
      .flatMap((task) =>
        task.type === "FIRST_MEETING_EMAIL" && task.statedMeetingDate === meeting
          ? toDay(task.sentOn)
          : [],
      )
      .filter((day) => day >= initial.day && day <= view.asOf);
    const days = policyOn(view.policies, initial.day).firstMeetingEmailBusinessDays;
    return taskRow(
      view,
      {
        key: "TASK:FIRST_MEETING_EMAIL",
        rule: "REP-2",
        subject: "FAMILY",
        owner: "CONTRACTOR",
        opens: initial.day,
        ...(days !== null && { due: view.calendar.add(initial.day, days) }),
      },
      sent.length > 0 ? Math.min(...sent) : undefined,
      // The end of services does not undo the meeting: its confirmation stays owed.
      undefined,
    );
  },
);

/** Placements under the Department; a child elsewhere outside Iowa gets a task only by setting (DEC-16). */
const PLACEMENTS: ReadonlySet<LivingSetting> = new Set([
  "FOSTER_FAMILY",
  "KINSHIP",
  "SHELTER",
  "PMIC",
  "TOLEDO",
  "GROUP_CARE",
]);

/** A stretch of a child's placements in one state outside Iowa. */
interface StayOutside {
  readonly from: EpochDay;
  readonly to: EpochDay;
}

const staysOutside = (view: EpisodeView, child: PersonFacts): readonly StayOutside[] => {
  const asksForTask = (stay: Stay): boolean =>
    stay.state !== "IA" &&
    (PLACEMENTS.has(stay.setting) ||
      policyOn(view.policies, Math.max(stay.from, view.effective)).icpcTaskForNonPlacement);
  const stretches: (StayOutside & { readonly state: string })[] = [];
  for (const stay of child.stays) {
    if (!asksForTask(stay)) continue;
    const before = stretches.at(-1);
    if (before && before.to === stay.from - 1 && before.state === stay.state)
      stretches[stretches.length - 1] = { ...before, to: stay.to };
    else stretches.push({ from: stay.from, to: stay.to, state: stay.state });
  }
  return stretches;
};

/**
 * A child placed outside Iowa: the Department worker coordinates through the Interstate Compact [000:79, 87]. One task
 * for each stay in a receiving state; it never blocks and ends with the stay, the membership or the services.
 */
export const icpcTasks = rule(
  { id: "CON-12", cites: [ia("79, 87")], decisions: ["DEC-16"] },
  (view: EpisodeView): readonly Duty[] =>
    view.facts.people.flatMap((child) => {
      if (child.role !== "CHILD") return [];
      let earlier = 0;
      return staysOutside(view, child).flatMap((stay) => {
        const opens = Math.max(stay.from, view.effective, child.from);
        const ageLimit = policyOn(view.policies, opens).childAgeLimit;
        if (opens > Math.min(stay.to, view.countsThrough)) return [];
        if (!isMember(child, opens) || !isChild(child, opens, ageLimit)) return [];
        const ends: { readonly on: EpochDay; readonly reason?: CancelReason }[] = [
          { on: child.diedOn, reason: "DECEASED" as const },
          { on: leavesAfter(child, opens), reason: "MEMBER_LEFT" as const },
          { on: view.closedOn, reason: "CASE_CLOSED" as const },
          { on: stay.to + 1 },
          { on: child.majorityOn(ageLimit) },
        ].filter((end) => end.on <= view.asOf);
        const end = ends.reduce<(typeof ends)[number] | undefined>(
          (first, next) => (first === undefined || next.on < first.on ? next : first),
          undefined,
        );
        // Coordination may begin before the move; for a later stay only what follows the earlier one counts.
        const countsFrom = earlier === 0 ? 0 : stay.from;
        const done = view.facts.file.tasks
          .flatMap((task) =>
            task.type === "ICPC_COORDINATION" && task.member === child.id ? toDay(task.date) : [],
          )
          .filter((day) => day >= countsFrom && day <= Math.min(view.asOf, stay.to));
        earlier++;
        return taskRow(
          view,
          {
            key: `TASK:ICPC_COORDINATION:${child.id}${earlier > 1 ? `:${toDate(opens)}` : ""}`,
            rule: "CON-12",
            subject: child.id,
            owner: "DEPARTMENT_WORKER",
            opens,
          },
          done.length > 0 ? Math.min(...done) : undefined,
          end,
        );
      });
    }),
);
