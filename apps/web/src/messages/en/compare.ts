/** Words of the comparison of two versions of one draft. */
export const compare = {
  open: "Compare both versions",
  title: "Two versions of this draft",
  lead: (when: string) =>
    `You saved another version ${when}, in another window or on another device. Choose what goes on; until then both are kept.`,
  here: "Here",
  there: "Saved elsewhere",
  both: "Keep both",
  allHere: "Take all from here",
  allThere: "Take all saved elsewhere",
  changed: { HERE: "Changed only here", THERE: "Changed only elsewhere" },
  nothing: "Not answered",
  choose: (what: string) => `Choose what goes on: ${what}`,
  same: "Both versions say the same.",
  save: "Go on with this",
  done: "The draft is one again",
};
