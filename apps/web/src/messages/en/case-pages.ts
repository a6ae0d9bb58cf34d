/** Words of the pages of a case that are fetched when somebody opens one: not those of its head and overview. */
export const casePages = {
  caseFile: {
    text: "All facts that these dates are counted from, as a file for the command line. Taking it is recorded.",
    take: "Download case file",
    tryDates: "Try dates",
    taking: "Making the file",
    failed: "The file could not be made",
  },
  reason: {
    title: "Open a case of another team",
    lead: "This case belongs to another team. You may open it with a reason; it is recorded and listed to the supervisor of the case.",
    reason: { label: "Why you need to open it", missing: "Enter the reason" },
    submit: "Open case",
  },
  move: {
    title: (name: string) => `Record a move: ${name}`,
    lead: "Record where the person lives from a day on. What was recorded before stays in the history.",
    setting: "Where",
    state: "State",
    address: "Address",
    from: "From",
    save: "Record move",
    done: (name: string) => `Where ${name} lives is recorded`,
    now: (setting: string) => `Now: ${setting}`,
    enterSetting: "Choose where the person lives",
    enterState: "Choose the state",
    enterFrom: "Enter the first day there",
  },
} as const;
