import { oneOf } from "./sql.ts";

const KINDS = [
  "REFERRAL_NEW",
  "REFERRAL_WITHDRAWN",
  "COORDINATOR_ASSIGNED",
  "HANDOVER",
  "COVER",
  "HOUSEHOLD_CHANGE",
  "DUTY_LATE",
  "DUTY_SOON",
  "OVERRIDE_REQUESTED",
  "OVERRIDE_ANSWERED",
  "PROPOSAL_MADE",
  "PROPOSAL_ANSWERED",
];

/** Who stands in for a colleague is told so. */
export const coverNotices = ["notice", "notice_choice"]
  .map(
    (table) => `
ALTER TABLE app.${table} DROP CONSTRAINT ${table}_kind_check;
ALTER TABLE app.${table} ADD CONSTRAINT ${table}_kind_check ${oneOf("kind", KINDS)};`,
  )
  .join("\n");
