/** The calendar, its address for other programs, and the state in numbers. */
export const calendar = {
  title: "Calendar",
  of: (name: string) => `Calendar of ${name}`,
  agenda: "Agenda",
  month: "Month",
  shown: "Shown as",
  today: "Today",
  previous: { agenda: "A week earlier", month: "Month before" },
  next: { agenda: "A week later", month: "Month after" },
  strip: "Days of the week",
  dayName: (day: string, due: number, contacts: number) =>
    [
      day,
      due === 0 ? undefined : `${due} due`,
      contacts === 0 ? undefined : contacts === 1 ? "1 contact" : `${contacts} contacts`,
    ]
      .filter(Boolean)
      .join(", "),
  due: (n: number) => `${n} due`,
  late: (n: number) => `${n} late`,
  contacts: (n: number) => (n === 1 ? "1 contact" : `${n} contacts`),
  contact: (mode: string) => `${mode}: `,
  nothing: (from: string, to: string) => `Nothing from ${from} to ${to}`,
  keys: "Arrow keys change the day, Page Up and Page Down the month, T goes to today.",
  feed: {
    title: "In your own calendar program",
    lead: "A private address with what is due on each day. It has no names and no case numbers. Whoever knows the address can read it.",
    none: "There is no address.",
    since: (date: string) =>
      `There is an address since ${date}. It was shown once and is not kept.`,
    make: "Make an address",
    renew: "Make a new address",
    revoke: "Revoke the address",
    address: "Your address",
    addressHint: "Copy it now. It is not shown again.",
    revoked: "The address leads nowhere any more",
    renewTitle: "Make a new address?",
    renewText: "The former address stops at once. Programs that use it need the new one.",
    revokeTitle: "Revoke the address?",
    revokeText: "Programs that use it get nothing more.",
  },
};
export const state = {
  title: "State in numbers",
  lead: (from: string, to: string) =>
    `Open cases and what contractors owe. Seen on time: of the contacts due ${from} to ${to}.`,
  columns: {
    area: "Contract area",
    contractor: "Contractor",
    open: "Open cases",
    late: "Late",
    week: "Due within a week",
    missed: "Missed, no reason",
    seen: "Seen on time",
  },
  total: "All",
  seen: (on: number, of: number) => `${on} of ${of}`,
  none: "None due",
  share: (percent: number) => `${percent}%`,
  empty: "No open cases",
  emptyText: "Numbers appear with the first referral.",
};
export type CalendarMessages = typeof calendar;
