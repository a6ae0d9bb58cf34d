/** Words of the dialogs that several screens open, fetched with the dialog. */
export const acts = {
  why: {
    title: "Record why",
    lead: (what: string) =>
      `${what} was late or missed. Say why, in one or two sentences. It stands beside the duty and in the next progress report.`,
    reason: { label: "Reason", missing: "Enter the reason" },
    save: "Record reason",
    done: "Reason recorded",
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
};
