/** Mutations that stand in a history, in the order of the screens that show them. */
export const HISTORY_PROCEDURES = [
  "referrals.submit",
  "intake.acknowledge",
  "intake.assignCoordinator",
  "contacts.record",
  "contacts.correct",
  "notices.sendFirstMeeting",
  "work.recordWhy",
  "cases.begin",
  "cases.recordMove",
  "cases.recordIcpc",
  "cases.openWithReason",
  "areas.setCounty",
  "areas.endCounty",
  "areas.begin",
  "areas.end",
  "organizations.save",
  "organizations.end",
  "contracts.save",
  "contracts.activate",
  "contracts.addSubcontractor",
  "contracts.endSubcontractor",
  "contracts.setStarter",
  "holidays.publish",
  "staff.invite",
  "staff.change",
  "staff.end",
  "staff.resendInvitation",
  "offices.save",
  "teams.save",
  "setup.create",
  "invitations.accept",
  "session.signOutEverywhere",
] as const;
export type HistoryProcedure = (typeof HISTORY_PROCEDURES)[number];

export const isHistoryProcedure = (name: string): name is HistoryProcedure =>
  (HISTORY_PROCEDURES as readonly string[]).includes(name);
