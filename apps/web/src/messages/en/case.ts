export const caseWords = {
  family: (name: string) => `${name} family`,
  levels: "Levels of contact",
  tabs: {
    label: "Case",
    overview: "Overview",
    people: "People",
    contacts: "Contacts",
    team: "Team",
    history: "History",
  },
  facts: {
    opened: "Opened",
    services: "Services from",
    day: (date: string, day: number) => `${date} (day ${day})`,
    coordinator: "Care coordinator",
    contractor: "Contractor",
    worker: "Department worker",
    nextReport: "Next report",
    until: "Shown as of",
    none: "Not assigned",
    notOpened: "Not opened yet",
  },
  tags: { CINA: "CINA", FFPSA: "FFPSA", SAFETY_PLAN: "Safety plan" },
  interpreter: (languages: string) => `Interpreter: ${languages}`,
  print: "Print",
  assignCoordinator: "Assign coordinator",
  stop: {
    late: (what: string, late: string) => `${what} is ${late}`,
    due: (date: string) => `It was due ${date}.`,
    notSeen: (names: string, n: number) => `${names} ${n === 1 ? "has" : "have"} not been seen.`,
    more: (n: number) => (n === 1 ? "1 more thing is late." : `${n} more things are late.`),
  },
  coverage: {
    title: "Who must be seen, and when",
    assumeToday:
      "Week dates are shown as if the family is seen today. They move with the first contact.",
    earlier: "Show earlier periods",
    by: (date: string) => `by ${date}`,
    expected: "expected",
    nothing: {
      notDue: "Nothing is owed for this person in this time.",
      perPlan: "A parent who lives elsewhere is seen as often as the case plan says.",
      excused: "No longer owed.",
      done: "Seen in this time.",
      first:
        "The first contact is owed with parents and caretakers who live at home, and with children named at referral as abuse victims or subjects of a CINA order.",
      first30:
        "Contact once in the first 30 days is owed with children of the case who live in Iowa outside the parental home.",
      other: "Nothing more is known about this cell.",
    },
    empty: "Nobody is in the case yet.",
  },
  people: {
    age: (n: number) => (n === 1 ? "1 year" : `${n} years`),
    born: (date: string) => `born ${date}`,
    expected: (date: string) => `expected ${date}`,
    estimated: "date estimated",
    died: (date: string) => `died ${date}`,
    since: (date: string) => `since ${date}`,
    left: (date: string) => `until ${date}`,
    fromStart: "From the beginning",
    openingCriteria: "meets the criteria for opening services",
  },
  now: {
    title: "Now",
    none: "Nothing is open.",
    waiting: "Waiting",
  },
  timeline: {
    title: "Timeline",
    filter: "Show",
    all: "Everything",
    kinds: { contacts: "Contacts", people: "People and places", services: "Services" },
    showAll: (n: number) => `Show all ${n}`,
    empty: "Nothing has happened yet.",
    emptyFilter: "Nothing of this kind.",
    by: (name: string) => `by ${name}`,
    titles: {
      CONTACT: (mode: string, people: string) => (people === "" ? mode : `${mode} with ${people}`),
      ATTEMPT: (people: string) =>
        people === "" ? "Tried to reach the family" : `Tried to reach ${people}`,
      REFERRAL: "Referral submitted",
      ASSIGNMENT: (text: string) =>
        text === "" ? "Assigned to a contractor" : `Assigned to ${text}`,
      COORDINATOR: (people: string) =>
        people === "" ? "Care coordinator assigned" : `Care coordinator assigned: ${people}`,
      MOVE: (people: string, setting: string) =>
        setting === "" ? `${people} moved` : `${people}: ${setting}`,
      MEMBER: (people: string) => `${people} joined the case`,
      OPENED: "Case opened",
      ENDED: "Services ended",
      NOTICE: "First-meeting notice sent",
    },
    correct: "Open contact",
  },
  warnings: "To note",
};
export type CaseMessages = typeof caseWords;
