/** The referral order of a contract area: whose turn it is, how the balance stands, and why. */
export const order = {
  title: "Referral order",
  titleOf: (area: string) => `Referral order: ${area}`,
  lead: "Two contractors, every other case. Overrides are balanced by later turns.",
  areas: {
    lead: "Choose a contract area to see its order of turns.",
    lines: (n: number) => (n === 1 ? "1 line" : `${n.toLocaleString("en-US")} lines`),
    ended: (date: string) => `ended ${date}`,
    empty: "No contract area is open to you",
    emptyText:
      "The order of an area is there for the contractors that hold or held a contract in it.",
    choose: "Contract area",
  },
  lanes: {
    COMBINED: "Safety plan and FSRP referrals",
    FSRP: "FSRP referrals",
    SAFETY_PLAN: "Safety plan referrals",
  },
  now: {
    title: "Balance now",
    split: "Standing turns under the present contracts",
    turns: (name: string, n: number) => `${name}: ${n === 1 ? "1 turn" : `${n} turns`}`,
    since: (date: string) => `Standing turns since the contracts began on ${date}.`,
    begins: "These contracts have begun; nobody has had a turn under them yet.",
    next: (name: string) => `Next turn: ${name}`,
    andThen: (name: string, more: number) =>
      more === 1 ? `, then ${name}` : `, then ${name} ${more} more times`,
    toBalance: (causes: string) => ` to balance ${causes}`,
    untilEven: " until both have had the same number of turns",
    even: "Both contractors have had the same number of turns.",
    debt: (leader: string, n: number, other: string) =>
      n === 1
        ? `${leader} is 1 turn ahead. The next ordinary referral goes to ${other}; then the order is even.`
        : `${leader} is ${n} turns ahead. The next ${n} ordinary referrals go to ${other}; then the order is even.`,
    only: (name: string) =>
      `Only ${name} has a contract in force. It gets every referral, and no turn is counted.`,
    stopped: "No referral can be assigned today",
    none: "No turn has been taken here yet.",
    causes: {
      OVERRIDE: { one: "one override", many: (n: number) => `${n} overrides` },
      RESUBMISSION: {
        one: "one family referred again",
        many: (n: number) => `${n} families referred again`,
      },
      REVERSAL: { one: "one turn taken back", many: (n: number) => `${n} turns taken back` },
      CORRECTION: { one: "one corrected turn", many: (n: number) => `${n} corrected turns` },
    },
    on: (what: string, days: string) => `${what} on ${days}`,
    since2: (what: string, day: string) => `${what} since ${day}`,
  },
  balance: {
    title: "Balance over time",
    even: "Even",
    evenWithin: "even",
    ahead: (name: string, n: number) => `${name} ${n} ahead`,
    up: (name: string) => `${name} ahead`,
    summary: (first: string, second: string) => `At most: ${first}; ${second}.`,
    never: (name: string) => `${name} never ahead`,
    days: "Day by day",
    months: "Month by month",
    cut: "Earlier months are left out. Choose a period to see them.",
    table: "The same figures as a table",
    pair: (first: string, second: string, from: string) => `${first} and ${second}, from ${from}`,
    columns: {
      on: "When",
      turns: "Turns",
      close: "At the end",
      most: (name: string) => `${name} ahead at most`,
    },
    empty: "No turn in this period",
  },
  share: {
    title: "Share by contractor",
    label: "Referrals by contractor and how they came",
    contractor: "Contractor",
    series: {
      inTurn: "In turn",
      repaying: "To balance",
      overrides: "Override",
      again: "Again or transferred",
      uncounted: "Not counted",
    },
    total: "All",
    totalText: (n: number, percent: number, takenBack: number) =>
      `${n} (${percent}%)${takenBack === 0 ? "" : `, ${takenBack} taken back`}`,
    empty: "No referral in this period",
  },
  proof: {
    title: "Check and export",
    head: (n: number) =>
      n === 1 ? "1 line, ending with" : `${n.toLocaleString("en-US")} lines, ending with`,
    noLines: "No line yet.",
    signed: (seq: number, day: string) => `Signed as far as line ${seq}, at the end of ${day}.`,
    replay: "Replay",
    replayText:
      "Recomputes every turn from the first line by the rule then in force, and compares lines, chain and end with what is stored.",
    replaying: "Recomputing",
    good: (n: number) =>
      n === 1
        ? "The only line follows from the rule."
        : `All ${n.toLocaleString("en-US")} lines follow from the rule.`,
    checked: (moment: string) => `Checked ${moment}.`,
    bad: {
      CHAIN: (n: number) => `Line ${n} is not as it was written`,
      RULE: (n: number) => `Line ${n} does not follow from the rule`,
      HEAD: (n: number) => `The stored end of the ledger does not follow from its ${n} lines`,
    },
    differs: (field: string, expected: string, found: string) =>
      `${field}: ${expected} expected, ${found} found.`,
    tell: "Tell your program administrator. Nothing has been changed.",
    fields: {
      seq: "Number of the line",
      prev: "Hash of the line before",
      hash: "Hash",
      area: "Contract area",
      v: "Version",
      fields: "Fields",
      kind: "Kind",
      lane: "Order of turns",
      epoch: "Contracts",
      opening: "Balance carried over",
      starter: "Who has the first turn",
      referralKey: "Referral",
      contractor: "Contractor",
      method: "How it was assigned",
      counted: "Counted",
      outOfOrder: "Out of turn",
      before: "Balance before",
      after: "Balance after",
      refersToSeq: "Line that it is about",
      policyNumber: "Policy book",
      balance: "Balance",
      counts: "Standing turns",
      last: "Last standing turn",
    } as Readonly<Record<string, string>>,
    export: "Export",
    exportText:
      "The whole ledger of the area with its rule, without a family or a case, for anyone to verify.",
    save: { JSON: "Save as JSON", CSV: "Save as CSV", CHECKPOINTS: "Save signed heads" },
    saving: "Preparing",
  },
  ledger: {
    title: "Ledger",
    columns: {
      turn: "Turn",
      lane: "Order",
      case: "Case",
      due: "Due to",
      given: "Given to",
      why: "Why",
      balance: "Balance after",
      by: "By",
      time: "Time",
    },
    filter: {
      method: "How",
      contractor: "Contractor",
      period: "Period",
      allTime: "All",
      lastDays: (n: number) => `Last ${n} days`,
      since: (day: string) => `Since ${day}`,
      until: (day: string) => `Until ${day}`,
      any: "All",
      clear: "Clear filters",
    },
    otherCase: "Not open to you",
    noTurn: "No turn",
    notCounted: "not counted",
    why: "Why",
    about: (turn: number) => `turn ${turn}`,
    kinds: {
      REVERSAL: (seq: number) => `Turn ${seq} taken back`,
      MOVE: (seq: number) => `Case of turn ${seq} moved at the end of a contract`,
      CORRECTION: (seq: number) => `Turn ${seq} corrected`,
    },
    filterKinds: { MOVE: "Moved at the end of a contract", CORRECTION: "Turn corrected" },
    again: (method: string, seq: number) => `${method}, as turn ${seq}`,
    epoch: "New pair",
    epochText: (pair: string, from: string) => `${pair} from ${from}`,
    starter: (name: string) => `First turn: ${name}`,
    carried: (balance: string) => `Carried over: ${balance}`,
    empty: "No line yet",
    emptyText: "The first referral that is submitted here writes the first line.",
    noMatch: "No line fits",
    noMatchText: "Change the filters to see other lines.",
  },
  line: {
    title: (turn: number) => `Turn ${turn}`,
    turnOf: (name: string) => `By the ordinary rule it was the turn of ${name}`,
    because: {
      STARTER: "it begins where nobody has had a turn",
      ALTERNATES: "the other contractor had the last turn",
      BEHIND: "it had fewer turns",
      STARTER_ON_TIE: "it begins whenever both have had the same number of turns",
    },
    sentence: (whose: string, because: string) => `${whose}: ${because}.`,
    repaid: (lead: number, left: number) =>
      left === 0
        ? `It repaid the last turn of a lead of ${lead}.`
        : `It repaid one turn of a lead of ${lead}; ${left} left.`,
    counts: (before: string, after: string) => `Before: ${before}. After: ${after}.`,
    count: (name: string, n: number) => `${name} ${n}`,
    balance: (before: string, after: string) => `Balance: ${before}, then ${after}.`,
    policy: (n: number) =>
      n === 0 ? "Policy book: the defaults of the policy text" : `Policy book ${n}`,
    decisions: (codes: readonly string[]) =>
      `${codes.length === 1 ? "Decision" : "Decisions"} ${codes.join(", ")} of the register`,
    without: {
      line: (day: string, seq: number, name: string) =>
        `Without the override of ${day} (turn ${seq}) ${name} would have been next here.`,
      same: (day: string, seq: number, name: string) =>
        `Without the override of ${day} (turn ${seq}) this turn would have gone to ${name} as well.`,
      itself: (name: string) => `Without this override the case would have gone to ${name}.`,
      next: (seq: number, name: string) =>
        `The next ordinary turn, turn ${seq}, would have gone to ${name}.`,
      nextSame: (seq: number, name: string) =>
        `The next ordinary turn, turn ${seq}, would have gone to ${name} as well.`,
      note: "This supposes that the override had not been asked for, and that all later referrals came as they did.",
    },
  },
};
export type OrderMessages = typeof order;
