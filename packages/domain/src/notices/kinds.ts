import type { Role } from "../views/session.ts";

/** What someone is told of. */
export const NOTICE_KINDS = [
  "REFERRAL_NEW",
  "REFERRAL_WITHDRAWN",
  "COORDINATOR_ASSIGNED",
  "HANDOVER",
  "COVER",
  "HOUSEHOLD_CHANGE",
  "SERVICES_ENDED",
  "DUTY_LATE",
  "DUTY_SOON",
  "OVERRIDE_REQUESTED",
  "OVERRIDE_ANSWERED",
  "MERGE_PROPOSED",
  "MERGE_ANSWERED",
  "PROPOSAL_MADE",
  "PROPOSAL_ANSWERED",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** INBOX: in the app alone. DIGEST: in the app, and counted in the morning's e-mail. NONE: not at all. */
export const NOTICE_CHANNELS = ["INBOX", "DIGEST", "NONE"] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** The channel of a kind until its reader chooses another: what asks for something today is worth an e-mail. */
export const USUAL_CHANNEL: Readonly<Record<NoticeKind, NoticeChannel>> = {
  REFERRAL_NEW: "DIGEST",
  REFERRAL_WITHDRAWN: "DIGEST",
  COORDINATOR_ASSIGNED: "DIGEST",
  HANDOVER: "DIGEST",
  COVER: "DIGEST",
  HOUSEHOLD_CHANGE: "DIGEST",
  SERVICES_ENDED: "DIGEST",
  DUTY_LATE: "DIGEST",
  DUTY_SOON: "INBOX",
  OVERRIDE_REQUESTED: "DIGEST",
  OVERRIDE_ANSWERED: "INBOX",
  MERGE_PROPOSED: "DIGEST",
  MERGE_ANSWERED: "INBOX",
  PROPOSAL_MADE: "DIGEST",
  PROPOSAL_ANSWERED: "INBOX",
};

const READERS: Readonly<Record<NoticeKind, readonly Role[]>> = {
  REFERRAL_NEW: ["INTAKE", "CONTRACTOR_SUPERVISOR"],
  REFERRAL_WITHDRAWN: ["INTAKE", "CONTRACTOR_SUPERVISOR", "CARE_COORDINATOR"],
  COORDINATOR_ASSIGNED: ["CARE_COORDINATOR", "CASEWORKER"],
  HANDOVER: ["CARE_COORDINATOR", "CASEWORKER"],
  COVER: ["CARE_COORDINATOR", "CASEWORKER"],
  HOUSEHOLD_CHANGE: ["CARE_COORDINATOR", "CASEWORKER"],
  SERVICES_ENDED: ["CARE_COORDINATOR", "CONTRACTOR_SUPERVISOR"],
  DUTY_LATE: ["CARE_COORDINATOR", "CASEWORKER"],
  DUTY_SOON: ["CARE_COORDINATOR", "CASEWORKER"],
  OVERRIDE_REQUESTED: ["SUPERVISOR"],
  OVERRIDE_ANSWERED: ["CASEWORKER"],
  MERGE_PROPOSED: ["SUPERVISOR"],
  MERGE_ANSWERED: ["CASEWORKER", "SUPERVISOR"],
  PROPOSAL_MADE: ["ADMINISTRATOR"],
  PROPOSAL_ANSWERED: ["ADMINISTRATOR"],
};

/** The kinds that someone with these roles can be told of. */
export const noticeKindsOf = (roles: readonly Role[]): readonly NoticeKind[] =>
  NOTICE_KINDS.filter((kind) => READERS[kind].some((role) => roles.includes(role)));

/** How long a notice stays in the inbox, read or not: what it tells of is in the record itself. */
export const NOTICE_KEPT_DAYS = 90;

/** The time of day, on the agency's clock, from which the digest of a day is sent. */
export const DIGEST_FROM = "07:30";
