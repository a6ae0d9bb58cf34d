/** Words of Find or do, which is loaded when it is opened. */
export const palette = {
  do: "Do",
  people: "People",
  cases: "Cases",
  notOpen: "asks for a reason",
  newReferral: "New referral",
  beginCase: "Begin a Kentucky in-home case",
  workbench: "Date workbench: try the rules on a case of your own",
};
