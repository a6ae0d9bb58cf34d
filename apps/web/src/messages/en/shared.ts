/** Words of the dialogs and forms that several screens use. */
export const shared = {
  why: {
    title: "Record why",
    lead: (what: string) =>
      `${what} was late or missed. Say why, in one or two sentences. It stands beside the duty and in the next progress report.`,
    note: "Reason",
    save: "Record reason",
    done: "Reason recorded",
  },
  notice: {
    title: "Send first-meeting notice",
    to: "To",
    subject: "Subject",
    about: (date: string) => `Confirms the first face-to-face meeting of ${date}.`,
    send: (name: string) => `Send to ${name}`,
    done: (name: string) => `Notice sent to ${name}`,
  },
  icpc: {
    title: "Record Interstate Compact coordination",
    person: "Child",
    on: "Date",
    note: "What was done",
    save: "Record coordination",
    done: "Coordination recorded",
  },
  coordinator: {
    title: (family: string) => `Assign a care coordinator: ${family}`,
    who: "Care coordinator",
    from: "From",
    option: (cases: string, late: number, languages: string) =>
      [cases, late === 0 ? "nothing late" : late === 1 ? "1 late" : `${late} late`, languages]
        .filter(Boolean)
        .join(", "),
    cases: (n: number) => (n === 1 ? "1 open case" : `${n} open cases`),
    endPrevious: "End the present assignment on the day before",
    save: "Assign coordinator",
    done: (name: string) => `${name} is the care coordinator`,
    none: "Nobody can be chosen. Ask your program administrator to invite a care coordinator.",
  },
  explain: {
    recordWhy: "Record why",
    why: "Why",
  },
  draft: {
    discard: "Discard draft",
    discarded: "Draft discarded",
    conflict: "changed in another window",
    keepMine: "Keep what is here",
    signedOut: "signed out",
    refused: "the server did not take it",
    loading: "Loading the draft",
    found: "We kept what you typed before.",
  },
  warnings: { look: "Before you go on", anyway: "Save all the same" },
  problem: { required: "Enter an answer here", choose: "Choose an answer" },
};
