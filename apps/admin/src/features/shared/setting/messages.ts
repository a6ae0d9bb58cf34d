export const setting = {
  off: "Not used",
  yes: "Yes",
  no: "No",
  step: (before: string, after: string, from: string) =>
    `From ${from}: ${after}, instead of ${before}.`,
  becomes: (after: string, from: string) => `From ${from}: ${after}.`,
  until: (day: string) => `Until ${day}, when a version that is published already takes over.`,
  areas: (n: number) =>
    n === 0
      ? "No area has begun its order yet."
      : n === 1
        ? "1 area keeps the present rule until then."
        : `${n} areas keep the present rule until then.`,
  edit: {
    choose: "Choose a setting",
    value: "New value",
    now: (value: string) => `Today: ${value}.`,
    remove: "Leave out",
    removeOf: (name: string) => `Leave out ${name}`,
    bounds: (min: number, max: number) =>
      `A whole number from ${min} to ${max.toLocaleString("en-US")}`,
    off: "Not used",
    codes: "Codes",
    codesHint:
      "One in each line: capital letters, digits and underscores, such as CONTINUITY. The whole list, not only what is new.",
  },
};
