export const work = {
  title: "My work",
  morning: (name: string) => `Good morning, ${name}`,
  afternoon: (name: string) => `Good afternoon, ${name}`,
  evening: (name: string) => `Good evening, ${name}`,
  of: (name: string) => `Work of ${name}`,
  /** "Friday, November 20. 11 families, 2 things late, 2 due today." */
  lead: (day: string, parts: string) => `${day}. ${parts}.`,
  families: (n: number) => (n === 1 ? "1 family" : `${n} families`),
  late: (n: number) => (n === 1 ? "1 thing late" : `${n} things late`),
  today: (n: number) => `${n} due today`,
  counts: "Counts, each a filter",
  list: "Work list, grouped by when it is due",
  oldest: (date: string) => `Oldest: ${date}`,
  next: (date: string) => `Next: ${date}`,
  columns: {
    due: "Due",
    what: "What",
    family: "Family",
    who: "Who",
    rule: "Rule",
    contractor: "Contractor",
    worker: "Worker",
    action: "Action",
  },
  waitingOn: (name: string) => `on ${name}`,
  forName: (name: string) => `for ${name}`,
  closed: (date: string) => `Ended ${date}`,
  noDate: "No date",
  targetDate: "No deadline",
  more: (n: number) =>
    n === 1
      ? "1 more is not shown. Choose a count above to see it."
      : `${n} more are not shown. Choose a count above to see them.`,
  failed: "The list could not be loaded",
  verbFor: (verb: string, what: string, family: string) => `${verb}: ${what}, ${family}`,
  acknowledged: "Referral acknowledged",
  seeAll: "Show all",
  drafts: "Drafts you have begun",
  draft: { REFERRAL: "Referral", CONTACT: "Contact", CASE: "Case" },
  draftAge: (days: number) =>
    days < 1 ? "saved today" : days === 1 ? "saved yesterday" : `saved ${days} days ago`,
};
export type WorkMessages = typeof work;
