export const order = {
  lanes: {
    COMBINED: "Both kinds of service",
    FSRP: "FSRP",
    SAFETY_PLAN: "Safety plan services",
  },
  level: "Level",
  ahead: (name: string, turns: number) => `${name} ${turns} ahead`,
  replay: {
    mismatch: (area: string) => `The ledger of ${area} does not agree with the rule`,
    fault: {
      CHAIN: (seq: number) => `Line ${seq} is not what was written: its chain is broken.`,
      RULE: (seq: number) => `Line ${seq} is not what the rule gives.`,
      HEAD: (seq: number) => `The stored end of the ledger does not follow from its ${seq} lines.`,
    },
    field: (field: string, expected: string, found: string) =>
      `Field ${field}: should be ${expected}, is ${found}.`,
    open: "Open the area",
    wait: "Tell the operator before the next referral of this area is assigned.",
  },
  correction: {
    effect: "What the balance would become",
    now: "Now",
    afterwards: "After the correction",
  },
};
