export const home = {
  title: "Home",
  lead: (date: string) => `${date}. What needs an administrator.`,
  listTitle: "What needs you",
  caption: "What needs you",
  allDone: "Nothing waits for you.",
  counts: {
    label: "What is kept here",
    areas: "Contract areas",
    contracts: "Contracts in force",
    organizations: "Organizations",
    staff: "People with access",
  },
  columns: { state: "When", what: "What", action: "Action" },
  kinds: {
    CONTRACT_ENDING: (name: string) => `Contract ends: ${name}`,
    AREA_GAP: (name: string) => `Fewer than two contracts: ${name}`,
    AREA_PAUSED: (name: string) => `Referrals are paused: ${name}`,
    CASES_TO_MOVE: (count: number, name: string) =>
      count === 1 ? `1 open case to move: ${name}` : `${count} open cases to move: ${name}`,
    PROPOSALS_WAITING: (count: number) =>
      count === 1
        ? "1 proposal waits for you as second person"
        : `${count} proposals wait for you as second person`,
    SETTING_COMING: (count: number) =>
      count === 1 ? "A setting changes" : `${count} settings change`,
    NO_STARTER: (name: string) => `No starter is named: ${name}`,
    HOLIDAYS_MISSING: (year: string, policy: string) => `No holiday list for ${year}: ${policy}`,
    MAIL_WAITING: (count: number) =>
      count === 1 ? "1 mail waits to be sent" : `${count} mails wait to be sent`,
    JOB_FAILED: (count: number) =>
      count === 1 ? "1 background job failed" : `${count} background jobs failed`,
    INVITATION_OPEN: (name: string) => `Invitation not yet accepted: ${name}`,
    INVITATIONS_OPEN: (count: number) =>
      count === 1
        ? "1 invitation is not yet accepted"
        : `${count} invitations are not yet accepted`,
    RECALCULATING: (count: number) =>
      count === 1
        ? "1 open case is being recalculated with the new policy"
        : `${count} open cases are being recalculated with the new policy`,
  },
  details: {
    CONTRACT_ENDING: "After that day the area has one contractor fewer, and new referrals stop.",
    AREA_GAP: "Referrals cannot be assigned in the area on these days.",
    AREA_PAUSED: "Every referral to the area is refused until it takes referrals again.",
    CASES_TO_MOVE: "The contract ends and its open cases have no contractor after that day.",
    PROPOSALS_WAITING: "It takes effect only when you agree.",
    SETTING_COMING: "A new version takes effect on that day.",
    NO_STARTER: "The first referral of the area cannot be assigned until someone is named.",
    HOLIDAYS_MISSING: "Until a list is published, closed days of that year are computed by rule.",
    MAIL_WAITING: "No mail server answers. Invitations can be handed over by link.",
    JOB_FAILED: "The operator finds the reason in the server's log.",
    INVITATION_OPEN: "Send it again or hand over the link.",
    RECALCULATING: "Due lists say so until it is done.",
  },
  verbs: {
    CONTRACT_ENDING: "Open contract",
    AREA_GAP: "Open contracts",
    AREA_PAUSED: "Open area",
    CASES_TO_MOVE: "Open referral order",
    PROPOSALS_WAITING: "Open approvals",
    SETTING_COMING: "Open setting",
    NO_STARTER: "Open starters",
    HOLIDAYS_MISSING: "Open holidays",
    INVITATION_OPEN: "Open people",
  },
  unnamed: "unnamed",
};
