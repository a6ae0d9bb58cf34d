import type { DutyOfWork, WorkFacts } from "@kinward/db/work";
import { bucketOf, latenessOn } from "@kinward/domain/contacts";
import { daysBetween, type PersonId, type PlainDate, type StaffId } from "@kinward/domain/kernel";
import type { PolicyBook } from "@kinward/domain/policy";
import type { Bucket, IntakeRow, WorkRow } from "@kinward/domain/views";

/** Who looks at the list: what is theirs to do, and what they wait for. */
export interface Viewer {
  readonly side: "CONTRACTOR" | "DEPARTMENT_WORKER";
  readonly staffId: StaffId;
}

const BUCKET_OF = {
  late: "LATE",
  today: "TODAY",
  week: "WEEK",
  later: "LATER",
  missed: "MISSED",
} as const;

/** Rows of a list of work: duties of one rule, family and due date that one visit can meet stand together. */
export const rowsOfWork = (
  facts: Pick<WorkFacts, "duties" | "names">,
  viewer: Viewer,
  today: PlainDate,
  book: PolicyBook,
): readonly WorkRow[] => {
  const groups = new Map<string, { bucket: Bucket; members: DutyOfWork[] }>();
  for (const one of facts.duties) {
    const bucket = bucketFor(one, viewer, today);
    if (bucket === undefined) continue;
    const { duty } = one;
    const together = duty.subject === "FAMILY" || duty.kind === "TASK" ? duty.key : "";
    const id = [duty.episodeId, duty.rule, duty.opensOn, duty.dueOn ?? "", together, bucket].join(
      " ",
    );
    const group = groups.get(id);
    if (group === undefined) groups.set(id, { bucket, members: [one] });
    else group.members.push(one);
  }
  return [...groups].map(([id, group]) =>
    rowOf(id, group.bucket, group.members, facts.names, viewer, today, book),
  );
};

/** Of what a contractor owes, the Department waits for what is late or due within the week. */
const AWAITED: readonly string[] = ["late", "today", "week"];

/** Own duties stand by their dates; what the others owe is shown as waiting. */
const bucketFor = ({ duty }: DutyOfWork, viewer: Viewer, today: PlainDate): Bucket | undefined => {
  const bucket = bucketOf(duty, today);
  if (bucket === undefined) return undefined;
  if (duty.owner === viewer.side) return BUCKET_OF[bucket];
  return viewer.side === "CONTRACTOR" || AWAITED.includes(bucket) ? "WAITING" : undefined;
};

const rowOf = (
  id: string,
  bucket: Bucket,
  members: readonly DutyOfWork[],
  names: ReadonlyMap<PersonId, string>,
  viewer: Viewer,
  today: PlainDate,
  book: PolicyBook,
): WorkRow => {
  const [first] = members as readonly [DutyOfWork];
  const { duty } = first;
  const late =
    bucket === "LATE" || bucket === "WAITING" ? latenessOn(duty, today, book) : undefined;
  const wanted = duty.subject === "FAMILY" ? duty.missing : members.map((one) => one.duty.subject);
  const people = wanted.flatMap((person) => {
    const name = names.get(person as PersonId);
    return name === undefined ? [] : [{ id: person as PersonId, name }];
  });
  const dates = duty.missing.find((one) => one.startsWith("ANOTHER_DATE"));
  const window = /^(?:WEEK|MONTH|PLAN):([^:]+)/.exec(duty.key)?.[1];
  const waitingOn =
    bucket !== "WAITING"
      ? undefined
      : viewer.side === "CONTRACTOR"
        ? first.workerName
        : first.contractorName;
  const verb = verbOf(bucket, first, viewer);
  return {
    id,
    bucket,
    caseId: first.caseId,
    episodeId: duty.episodeId,
    familyName: first.familyName,
    caseNumber: first.caseNumber,
    rule: duty.rule,
    kind: duty.kind,
    keys: members.map((one) => one.duty.key),
    opensOn: duty.opensOn,
    ...(duty.dueOn === undefined ? {} : { dueOn: duty.dueOn }),
    ...(late === undefined
      ? {}
      : { late: { count: late.n, unit: late.unit === "BUSINESS_DAYS" ? "businessDays" : "days" } }),
    ...(duty.dueOn !== undefined && duty.dueOn > today
      ? { inDays: daysBetween(today, duty.dueOn) }
      : {}),
    people,
    ...(duty.missing.includes("ADULT") ? { needsAdult: true } : {}),
    ...(dates === undefined ? {} : { furtherDates: Number(dates.split("x")[1] ?? 1) }),
    ...(window === undefined ? {} : { window }),
    ...(waitingOn === undefined ? {} : { waitingOn }),
    ...(first.contractorName && { contractorName: first.contractorName }),
    ...(first.workerName && { workerName: first.workerName }),
    ...(first.forName === undefined ? {} : { forName: first.forName }),
    ...(verb === undefined ? {} : { verb }),
  };
};

const verbOf = (
  bucket: Bucket,
  { duty, coordinatorId }: DutyOfWork,
  viewer: Viewer,
): WorkRow["verb"] => {
  if (bucket === "WAITING") return "OPEN_CASE";
  if (bucket === "MISSED") return "RECORD_WHY";
  switch (duty.rule) {
    case "CON-12":
      return "RECORD_ICPC";
    case "REP-2":
      // Required reports are the care coordinator's alone (EXP-4).
      return coordinatorId === viewer.staffId ? "SEND_NOTICE" : "OPEN_CASE";
    default:
      return "LOG_CONTACT";
  }
};

/** Referrals that wait to be received or to get a care coordinator, by the day on which the first contact is due. */
export const rowsOfIntake = (
  referrals: readonly IntakeRow[],
  today: PlainDate,
): readonly WorkRow[] =>
  referrals
    .filter((one) => one.acknowledgedAt === undefined || one.coordinator === undefined)
    .map((one): WorkRow => {
      const dueOn = one.initialContactDueOn;
      const isNew = one.acknowledgedAt === undefined;
      return {
        id: `intake ${one.referralId}`,
        bucket:
          dueOn === undefined
            ? "LATER"
            : dueOn < today
              ? "LATE"
              : dueOn === today
                ? "TODAY"
                : daysBetween(today, dueOn) <= 7
                  ? "WEEK"
                  : "LATER",
        caseId: one.caseId,
        episodeId: one.episodeId,
        referralId: one.referralId,
        familyName: one.familyName,
        caseNumber: one.caseNumber,
        rule: isNew ? "INTAKE_ACKNOWLEDGE" : "INTAKE_COORDINATOR",
        kind: "TASK",
        keys: [],
        opensOn: one.effectiveDate,
        ...(dueOn === undefined ? {} : { dueOn }),
        ...(dueOn !== undefined && dueOn > today ? { inDays: daysBetween(today, dueOn) } : {}),
        people: [],
        verb: isNew ? "ACKNOWLEDGE" : "ASSIGN_COORDINATOR",
      };
    });
