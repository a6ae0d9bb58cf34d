/** Words of the files that say who did what to a case, and who saw it. */
export const trail = {
  history: {
    title: (caseNumber: string) => `History ${caseNumber}`,
    columns: [
      "Day",
      "Time",
      "Done by",
      "Organization",
      "What was done",
      "Reason",
      "What changed",
      "Before",
      "After",
      "Recorded on a device",
    ],
  },
};
