/** Words that several screens share. A missing key does not compile. */
export const shared = {
  appName: "Kinward administration",
  back: "Back",
  cancel: "Cancel",
  sending: "Saving",
  open: "Open",
  edit: "Edit",
  end: "End",
  ended: (on: string) => `Ended ${on}`,
  none: "None",
  noEnd: "no end",
  since: (from: string) => `since ${from}`,
  until: (to: string) => `until ${to}`,
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  from: (date: string) => `from ${date}`,
  onDay: "Today",
  department: "Department",
  saved: "Saved.",
  reason: {
    label: "Why",
    hint: "Kept with the change and shown beside the record.",
    missing: "Say why",
  },
  dates: {
    missing: "Enter a date",
    order: "The last day is before the first",
    lastDay: "Last day",
    firstDay: "First day",
  },
  leave: {
    title: "Leave without saving?",
    text: "What you entered here is not saved.",
    confirm: "Leave without saving",
    stay: "Stay here",
  },
  faults: {
    CONFLICT:
      "Somebody else changed this meanwhile. Nothing was saved; what you entered is still here.",
    NOT_FOUND: "This record does not exist or is not open to you.",
    FORBIDDEN: "You may look at this, but not change it.",
    SIGNED_OUT: "You are signed out. Sign in again; what you entered is still here.",
    REASON_NEEDED: "Say why.",
    UNREACHABLE:
      "The server could not be reached. Nothing was saved; what you entered is still here. Try again.",
    rateLimited: (minutes: number) =>
      minutes <= 1
        ? "Too many tries. Wait a minute and try again."
        : `Too many tries. Wait ${minutes} minutes and try again.`,
    bug: (reference: string | undefined) =>
      `Something went wrong on our side. Nothing was saved; what you entered is still here.${
        reference === undefined ? "" : ` Reference for support: ${reference}.`
      }`,
  },
  page: {
    notFound: "This page does not exist or is not open to you",
    notFoundText: "Check the address, or ask an administrator of your agency.",
    notAllowed: "Not open to you",
    notAllowedText: (supervisor: string | undefined) =>
      supervisor === undefined
        ? "Administration is for program administrators and auditors. Ask an administrator of your agency if you need it."
        : `Administration is for program administrators and auditors. Ask ${supervisor} if you need it.`,
    toWeb: "Go to my work",
    toHome: "Go to home",
    tryAgain: "Try again",
    loadFailed: "This page could not be loaded",
    notCurrent: "This could not be refreshed and may not be current.",
    readOnly: "You may look at everything here and change nothing.",
  },
  changes: {
    title: "Changes",
    empty: "No change is recorded yet.",
    noReason: "No reason recorded",
    by: (name: string, at: string) => `${name}, ${at}`,
    added: (field: string, after: string) => `${field}: ${after}`,
    removed: (field: string, before: string) => `${field}: ${before} removed`,
    changed: (field: string, before: string, after: string) => `${field}: ${before} to ${after}`,
    other: "Changed",
    replaced: (field: string) => `${field} changed`,
    listAdded: (words: string) => `added ${words}`,
    listRemoved: (words: string) => `removed ${words}`,
    first: "First",
    second: "Second",
  },
};

/** What was done, by the procedure that did it. */
export const changeTitles = {
  "areas.begin": "Area begun",
  "areas.end": "Area ended",
  "areas.setCounty": "County added",
  "areas.endCounty": "County ended",
  "organizations.save": "Organization saved",
  "organizations.end": "Organization ended",
  "contracts.save": "Contract saved",
  "contracts.activate": "Contract activated",
  "contracts.addSubcontractor": "Subcontractor added",
  "contracts.endSubcontractor": "Subcontractor ended",
  "contracts.setStarter": "Starter named",
  "holidays.publish": "Holidays published",
  "staff.invite": "Person invited",
  "staff.change": "Access changed",
  "staff.end": "Access ended",
  "staff.resendInvitation": "Invitation sent again",
  "invitations.accept": "Invitation accepted",
  "offices.save": "Office saved",
  "offices.end": "Office ended",
  "teams.save": "Team saved",
  "teams.end": "Team ended",
  "setup.create": "Agency set up",
  "sample.load": "Loaded with the sample agency",
};

/** Pages that share one entry of the menu. */
export const sections = {
  label: "Pages of this section",
  areas: "Service and contract areas",
  starters: "Starters",
  organizations: "All organizations",
  contractors: "Contractors",
  people: "People and access",
  offices: "Offices and teams",
};

/** Fields of records as the history names them: table and column. What is not here is not told. */
export const changeFields = {
  "organization.name": "Name",
  "organization.kinds": "What it is",
  "organization.phone": "Phone",
  "organization.email": "E-mail",
  "organization.ended_on": "Last day",
  "contract.contract_area_id": "Contract area",
  "contract.organization_id": "Contractor",
  "contract.position": "Position",
  "contract.from_on": "First day",
  "contract.to_on": "Last day",
  "contract.procurement_ref": "Procurement reference",
  "contract.crisis_contact": "Crisis contact",
  "contract.capacities": "Capacities",
  "contract_rate.cents": "Monthly rate",
  "contract_rate.to_on": "Last day of the former rate",
  "contract_subcontractor.to_on": "Last day of the subcontractor",
  "contract_area.to_on": "Last day",
  "contract_area_county.to_on": "Last day of the county",
  "staff.name": "Name",
  "staff.email": "E-mail",
  "staff.office_id": "Office",
  "staff.languages": "Languages",
  "staff.ended_on": "Access ends",
  "staff_role.role": "Role",
  "staff_role.to_on": "Former role ended",
  "team_member.team_id": "Team",
  "team_member.to_on": "Left the former team",
  "supervisor_line.supervisor_id": "Supervisor",
  "supervisor_line.to_on": "Former supervisor until",
  "office.name": "Name",
  "office.county": "County",
  "office.phone": "Phone",
  "office.ended_on": "Last day",
  "team.name": "Name",
  "team.office_id": "Office",
  "team.supervisor_id": "Supervisor",
  "team.ended_on": "Last day",
};
