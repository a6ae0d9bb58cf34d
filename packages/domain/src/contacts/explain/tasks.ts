import { toDay } from "../../calendar/day-number.ts";
import type { TaskRecord } from "../../casefile/case-file.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { SettingKey } from "../../policy/settings.ts";
import type { Duty } from "../duty.ts";
import type { JudgedEpisode } from "../evaluate.ts";
import { policyOn } from "../facts/contact-policy.ts";
import { countStep, settingStep } from "./clock.ts";
import type { ExplanationStep } from "./explanation.ts";
import { ownVerdict, personStep } from "./people.ts";

const dateOf = (task: TaskRecord): PlainDate =>
  task.type === "FIRST_MEETING_EMAIL" ? task.sentOn : task.date;

const start = ({ view, initial }: JudgedEpisode, duty: Duty): ExplanationStep => {
  if (duty.rule === "CON-5")
    return { step: "STARTS", from: "EFFECTIVE_DATE", on: view.episode.effectiveDate };
  if (duty.rule === "CON-12")
    return { step: "STARTS", from: "PLACEMENT_OUTSIDE_IOWA", on: duty.opensOn };
  return {
    step: "STARTS",
    from: "INITIAL_CONTACT",
    on: duty.opensOn,
    ...(initial && { contact: initial.id }),
  };
};

const SETTING: Readonly<Partial<Record<Duty["rule"], SettingKey>>> = {
  "CON-5": "jointMeetingDeadline",
  "CON-12": "icpcTaskForNonPlacement",
  "REP-2": "firstMeetingEmailBusinessDays",
};

/** What has to be recorded for a task to be done, as a code. */
export const taskWaitsFor = (duty: Duty): readonly string[] => [duty.key.split(":")[1] ?? duty.key];

/** Why a task is open, done or gone: from when, whether it has a deadline, and what was recorded about it. */
export const taskSteps = (judged: JudgedEpisode, duty: Duty): readonly ExplanationStep[] => {
  const { view } = judged;
  const setting = SETTING[duty.rule];
  const child = duty.subject === "FAMILY" ? undefined : view.facts.byId.get(duty.subject);
  const opens = toDay(duty.opensOn);
  const records = view.facts.file.tasks.filter(
    (task) =>
      duty.key.startsWith(`TASK:${task.type}`) &&
      (task.type !== "ICPC_COORDINATION" || task.member === duty.subject) &&
      toDay(dateOf(task)) <= view.asOf,
  );
  return [
    start(judged, duty),
    ...(setting ? [settingStep(view, setting, duty.opensOn)] : []),
    ...(duty.dueOn === undefined ? [] : [countStep(view, duty.opensOn, duty.dueOn)]),
    ...(child
      ? (() => {
          const window = {
            start: opens,
            end: opens,
            judgedOn: opens,
            clockOn: opens,
            policy: policyOn(view.policies, opens),
          };
          return [personStep(view, child, ownVerdict(view, child, window), window)];
        })()
      : []),
    ...records.map((task): ExplanationStep => ({
      step: "TASK_RECORD",
      on: dateOf(task),
      ...(task.type === "FIRST_MEETING_EMAIL" && { states: task.statedMeetingDate }),
      counts: duty.settledOn === dateOf(task),
    })),
  ];
};
