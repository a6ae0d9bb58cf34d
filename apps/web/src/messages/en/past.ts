/** Words of the earlier states of a case. */
export const past = {
  title: (date: string) => `As known on ${date}`,
  noDay: "As known on an earlier day",
  lead: "What was known then, beside what the case says today.",
  day: "Day",
  dayHint: "The case is shown as it was known when that day ended, or at a time of it.",
  time: "Time of day",
  timeHint: (zone: string) =>
    `Such as 2:30 pm, in the office's zone (${zone}). Empty: the end of the day.`,
  noTime: "Enter a time such as 2:30 pm",
  atTime: (day: string, time: string) => `${day}, ${time}`,
  weekAgo: "A week ago",
  monthAgo: "A month ago",
  choose: "Choose a day to see what was known then.",
  notKnown: (day: string, first: string) =>
    `Nothing of this case was known on ${day}. It was first recorded on ${first}.`,
  toFirst: "Show the first day",
  limited: (date: string) =>
    `Your services in this case ended on ${date}. That day is compared with, and nothing later is shown.`,
  summary: {
    none: "Nothing differs.",
    differs: (n: number) => (n === 1 ? "1 thing differs." : `${n} things differ.`),
    acts: (n: number) =>
      n === 0
        ? "Nothing was recorded since."
        : n === 1
          ? "1 act was recorded since."
          : `${n} acts were recorded since.`,
  },
  columns: { what: "What", why: "Why it differs" },
  today: "Today",
  onDay: (date: string) => `On ${date}`,
  differs: "Differs",
  same: (n: number) => `${n} the same`,
  both: (then: string, now: string) => `${then} and ${now.toLowerCase()}`,
  mark: { changed: "Changed", new: "New since", gone: "Gone since" },
  notThere: "Not there",
  why: "Why",
  whyOf: (what: string) => `Why: ${what}`,
  daysWentBy: "Days went by.",
  elsewhere: "Changed outside the acts shown here.",
  earlier: (n: number) =>
    n === 1 ? "This or the act before it." : `This or one of ${n} acts before it.`,
  by: (name: string, organization: string, when: string) =>
    [name, organization, when].filter(Boolean).join(", "),
  reason: (reason: string) => `Reason: ${reason}`,
  parts: {
    case: "The case",
    people: "People",
    duties: "Who must be seen, and what is owed",
    expected: "What else is expected",
    statement: "Statement of compliance",
    acts: "Recorded since",
  },
  statementLead: (then: string, now: string) =>
    `How many duties stood how. Where two numbers stand, the first is of ${then} and the second of ${now}.`,
  standing: {
    MET: "Met",
    MET_LATE: "Met late",
    OPEN: "Open",
    LATE: "Late",
    MISSED: "Missed",
    CANCELLED: "No longer owed",
  },
  count: (n: number, standing: string) => `${n} ${standing.toLowerCase()}`,
  total: "All",
  earlierDays: "On an earlier day",
  ended: (date: string) =>
    `Your services in this case ended on ${date}. The case is shown as it stood on that day.`,
  fromTo: (then: number, now: number) => `${then} → ${now}`,
  fromToSpoken: (then: number, now: number) => `${then} then, ${now} now`,
  facts: {
    stage: "Stage",
    opened: "Opened",
    basis: "Opening basis",
    worker: "Department worker",
    interpreter: "Interpreter",
    culture: "Culture and customs",
    policyBook: "Policy book",
    family: "Family name",
    noBook: "0, the text as published",
    since: (from: string) => `From ${from}`,
    until: (to: string) => `Until ${to}`,
    coordinator: (name: string) => `Care coordinator: ${name}`,
    none: "None",
  },
  seen: (date: string) => `Last seen ${date}`,
  neverSeen: "Not seen yet",
  joined: (date: string) => `In the case since ${date}`,
  left: (date: string) => `In the case until ${date}`,
  due: (status: string, date: string) => `${status}, due ${date}`,
  opens: (status: string, date: string) => `${status}, from ${date}`,
  settled: (date: string) => `On ${date}`,
  level: (n: number) => (n === 1 ? "1 contact asked for" : `${n} contacts asked for`),
  stillNeeded: (names: string) => `Still to see: ${names}`,
  note: (note: string) => `Note: ${note}`,
  before: "As known the day before",
  print: "Print",
  back: "Back to the screen",
  emptyDuties: "Nothing was or is owed.",
  emptyActs: "Nothing was recorded since.",
};
export type PastMessages = typeof past;
