/** Words of the form that corrects who a person is. */
export const identity = {
  open: "Correct",
  title: (name: string) => `Correct who ${name} is`,
  lead: "What was recorded before stays in the history. The correction holds in every case of the person.",
  leadContractor:
    "The correction takes effect at once and shows as not yet confirmed by the Department. What was recorded before stays in the history.",
  middle: "Middle name",
  suffix: "Suffix",
  otherNames: "Other names",
  otherNamesHint:
    "Former names, a name at birth, another spelling. The person is found by them too.",
  otherGiven: (n: number) => `Other name ${n}, first name`,
  otherFamily: (n: number) => `Other name ${n}, family name`,
  remove: "Remove",
  addOther: "Add another name",
  removeOther: (name: string) => (name === "" ? "Remove this name" : `Remove ${name}`),
  sex: "Sex",
  notRecorded: "Not recorded",
  save: "Save the correction",
  done: (name: string) => `${name} is corrected`,
  changed:
    "Somebody changed this record while you were typing. Your answers are kept; where both of you changed something, what is recorded now stands below the field.",
  now: (value: string) => `Recorded now: ${value}`,
  nothing: "nothing",
  reset: "Start again from what is recorded",
  kept: "These are the answers that you had typed before.",
  moves: {
    title: "What this birth date moves",
    loading: "Working out what moves",
    none: "Nothing that is owed in this case changes.",
    ofAge: (after: string, before: string) =>
      before === "" ? `Comes of age on ${after}` : `Comes of age on ${after} instead of ${before}`,
    ofAgeUnknown: (before: string) => `No longer known to come of age on ${before}`,
    due: (what: string, after: string, before: string) =>
      `${what}: due ${after} instead of ${before}`,
    starts: (what: string, after: string) =>
      after === "" ? `${what}: owed now` : `${what}: owed now, due ${after}`,
    ends: (what: string, before: string) =>
      before === "" ? `${what}: no longer owed` : `${what}: no longer owed, was due ${before}`,
    other: (what: string) => `${what}: judged otherwise`,
    otherCases: (n: number) =>
      n === 1
        ? "What is owed in another open case of the person follows too."
        : `What is owed in ${n} other open cases of the person follows too.`,
  },
  bornAfter: (on: string) =>
    `Something is recorded of this person on ${on}, before this birth date`,
  enter: {
    given: "Enter a first or a family name",
    birthDateKind: "Choose how exact the birth date is",
  },
};
