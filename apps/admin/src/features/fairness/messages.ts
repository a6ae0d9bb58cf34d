export const fairness = {
  title: "Fairness",
  lead: "Who got which referrals, counted and compared. It describes; it does not say why two contractors differ.",
  reviewTitle: "Review of the referral order",
  reviewLead:
    "What could have moved a referral to another contractor. Each mark is a question to ask, not a finding about anyone.",
  area: "Contract area",
  year: "Year",
  choose: "Choose a contract area",
  chooseText: "The report is made for one area and one calendar year.",
  noAreas: "No contract area yet",
  noAreasText: "Once an area takes referrals, its figures are shown here.",
  nobody: "No referral was assigned in this time.",
  running: "Not finished",
  runningText: (to: string) =>
    `The year is counted up to ${to} and still changes. Do not publish it: two states of it, compared, could show a masked number.`,
  finished: "Finished year",
  export: "Download as CSV",
  table: {
    title: "Referrals by contractor",
    caption: "Referrals by contractor, with 95% intervals",
    measure: "What is counted",
    total: "Both together",
    totalOfAll: "All together",
    difference: "Difference",
    noDifference: "not shown",
    noPair: "only for two contractors",
    turns: "Counted turns",
    notCompared: "kept even by the order itself",
    distance: "Distance from home to the office",
    notRecorded: "not recorded",
  },
  measures: {
    OVERRIDES: "Turns that came by a continuity override",
    REPAYING: "Turns that repaid a lead of the other",
    CINA: "Families with a child in need of assistance (CINA)",
    PLACEMENT: "Families with a child not at home on the effective date",
    CHILDREN: "Children in a family (average)",
  },
  masks: {
    FEWER_THAN_5: "fewer than 5",
    ALL_BUT_FEWER_THAN_5: "all but fewer than 5",
    TOO_FEW_CASES: "fewer than 10 families",
    WITHHELD: "not shown",
  },
  share: (count: number, of: number, percent: string, low: string, high: string) =>
    `${count} of ${of}: ${percent}% (${low} to ${high})`,
  mean: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
  points: (value: string, low: string, high: string) => `${value} points (${low} to ${high})`,
  children: (value: string, low: string, high: string) => `${value} children (${low} to ${high})`,
  differenceOf: (first: string, second: string) => `${first} minus ${second}`,
  picture: {
    title: "How far the two differ",
    lead: "The dot is the difference, the line its 95% interval. Where the line crosses 0, chance alone could well have made it.",
    none: "Nothing can be compared: there are not two contractors with enough referrals.",
    more: (name: string) => `more at ${name}`,
  },
  method: {
    title: "How this is counted",
    counted:
      "Counted are turns that stand: not those that were taken back, and not safety plan services that go on as FSRP. The make-up of a family is that of its effective date.",
    shares:
      "The interval of a share is Wilson's score interval; that of a difference of shares is Newcombe's (1998, method 10).",
    means: "Averages are compared by Welch's interval for unequal variances.",
    masks:
      "Counts of 1 to 4 are not shown, nor a total that would give them away; of fewer than 10 families no make-up is shown. Only whole calendar years can be asked for, so that no report can be subtracted from another.",
    placement: (number: string) =>
      `Families of which no child's place of living was recorded: ${number}. They count as not placed.`,
    distance:
      "Distance from home to the office is not recorded: the system keeps no coordinates of homes and offices, so it is unknown for every family.",
    words:
      "A difference is a description. It does not show that anybody steered a referral: the order knows nothing of a family.",
  },
  review: {
    asks: "Worth a question",
    expected: "As expected",
    flag: "Mark",
    worker: "Worker",
    contractor: "Contractor",
    unnamed: (n: number) => `Worker ${n}`,
    hits: "Times",
    of: "Of",
    share: "Share",
    chance: "Chance of as many, corrected",
    overridesByWorker: "Overrides by worker",
    overridesByWorkerText:
      "How many of a worker's counted referrals were overrides, against the share of the whole area.",
    overridesByContractor: "Overrides by contractor",
    overridesByContractorText:
      "How many of a contractor's counted turns came by an override, against the share of the whole area.",
    held: "Held back until the turn changed",
    heldText: (held: number, after: number) =>
      `An ordinary referral whose form was last changed ${held} minutes or longer before it was submitted, that was then submitted within ${after} minutes after the turn had changed, and that went to another contractor than it would have gone to when the form was ready.`,
    areaShare: (hits: number, of: number, percent: string) =>
      `The whole area: ${hits} of ${of} (${percent}%).`,
    none: "Nothing to compare in this time.",
    falseAlarms: (percent: string, runs: number) =>
      `If everyone is honest and alike, this list marks somebody in ${percent}% of such years: measured on ${runs} simulated years with the same numbers of referrals. Where honest people differ by their work, it is more.`,
    method:
      "Each number is compared by the exact binomial test, corrected for how many were compared (Holm). Marked is what would happen by chance in fewer than 5 of 100 years.",
    question:
      "There are good reasons for an unusual number: a worker may have families that return, or a form may have waited for a signature. Ask before you conclude.",
    reentries: "Withdrawn and referred again",
    reentriesText: (days: number) =>
      `A family whose referral was withdrawn before its effective date returns to the same contractor for ${days} days. After that the ordinary turn decides.`,
    kinds: {
      SAME: "Same contractor again",
      CHANGED_AFTER_WINDOW: "Other contractor, after the window",
      CHANGED_BY_OVERRIDE: "Other contractor, by an override with its proof",
      CHANGED_INSIDE_WINDOW: "Other contractor, inside the window",
    },
    insideText:
      "Inside the window another contractor is only possible when the first one's contract had ended. Look at these referrals.",
    after: (hits: number, of: number, percent: string) =>
      `After the window ${hits} of ${of} met the other contractor. Where nobody steers it is ${percent}%, measured by running invented referrals through the same rule.`,
    afterNone: "Nobody came back after the window.",
    list: "One by one",
    listColumns: {
      first: "Turn",
      withdrawn: "Withdrawn",
      again: "Turn again",
      on: "Referred again",
      days: "Days between",
      from: "From",
      to: "To",
      kind: "What changed",
    },
    numbersOnly: "Administrators see numbers here. Auditors also see each of these referrals.",
  },
};
