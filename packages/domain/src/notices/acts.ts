import type { NoticeKind } from "./kinds.ts";

/**
 * Whom an act is told to. WORKER and COORDINATOR of the case on the day of the act; SERVICE_COORDINATOR: who coordinates
 * the services that the act is about, and who stands in for them; SERVICE_SUPERVISOR: supervisors of the contractor of
 * these services; INTAKE: whoever receives referrals at the case's contractor; NAMED: the person whom the act names
 * (`staffId`); COVER: who stands in (`coveredBy`); SUPERVISOR of whoever acts; DECIDERS: the people whom the act names as
 * those who may answer it (`deciders`); ADMINISTRATORS; PROPOSER: who made the proposal that the act answers; PROPOSERS: those
 * whose proposals it settles on the way (`proposers`). Nobody is told of their own act.
 */
export type NoticeReader =
  | "WORKER"
  | "COORDINATOR"
  | "SERVICE_COORDINATOR"
  | "SERVICE_SUPERVISOR"
  | "INTAKE"
  | "NAMED"
  | "COVER"
  | "SUPERVISOR"
  | "DECIDERS"
  | "ADMINISTRATORS"
  | "PROPOSER"
  | "PROPOSERS";

export interface ActNotice {
  readonly kind: NoticeKind;
  readonly to: readonly NoticeReader[];
}

const HOUSEHOLD: ActNotice = { kind: "HOUSEHOLD_CHANGE", to: ["WORKER", "COORDINATOR"] };
const HANDOVER: ActNotice = { kind: "HANDOVER", to: ["NAMED"] };
const MERGE_ANSWERED: ActNotice = { kind: "MERGE_ANSWERED", to: ["PROPOSER"] };

/** The acts that somebody else is told of, by the name of the command. */
const ACT_NOTICES: Readonly<Record<string, ActNotice>> = {
  "referrals.submit": { kind: "REFERRAL_NEW", to: ["INTAKE"] },
  "referrals.withdraw": { kind: "REFERRAL_WITHDRAWN", to: ["INTAKE", "COORDINATOR"] },
  "intake.assignCoordinator": { kind: "COORDINATOR_ASSIGNED", to: ["NAMED", "WORKER"] },
  "team.reassignWorker": HANDOVER,
  "team.reassignCoordinator": HANDOVER,
  "team.reassignMany": HANDOVER,
  "team.nameCover": { kind: "COVER", to: ["COVER"] },
  "cases.endServices": {
    kind: "SERVICES_ENDED",
    to: ["SERVICE_COORDINATOR", "SERVICE_SUPERVISOR"],
  },
  "cases.recordMove": HOUSEHOLD,
  "people.add": HOUSEHOLD,
  "people.endMembership": HOUSEHOLD,
  "people.recordDeath": HOUSEHOLD,
  "people.recordHouseholdChange": HOUSEHOLD,
  "overrides.request": { kind: "OVERRIDE_REQUESTED", to: ["SUPERVISOR"] },
  "overrides.answer": { kind: "OVERRIDE_ANSWERED", to: ["PROPOSER"] },
  "persons.proposeMerge": { kind: "MERGE_PROPOSED", to: ["DECIDERS"] },
  "persons.approveMerge": { kind: "MERGE_ANSWERED", to: ["PROPOSER", "PROPOSERS"] },
  // Joined without an answer, what was proposed is answered all the same.
  "persons.merge": { kind: "MERGE_ANSWERED", to: ["PROPOSERS"] },
  "persons.declineMerge": MERGE_ANSWERED,
  // That they are two people answers a proposal that they are one.
  "persons.notSame": MERGE_ANSWERED,
  "settings.propose": { kind: "PROPOSAL_MADE", to: ["ADMINISTRATORS"] },
  "rotation.proposeCorrection": { kind: "PROPOSAL_MADE", to: ["ADMINISTRATORS"] },
  "rotation.proposeCaseMove": { kind: "PROPOSAL_MADE", to: ["ADMINISTRATORS"] },
  "proposals.answer": { kind: "PROPOSAL_ANSWERED", to: ["PROPOSER"] },
};

/** Whom an act is told to, and as what; undefined when it concerns nobody else. */
export const noticeOfAct = (procedure: string): ActNotice | undefined =>
  Object.hasOwn(ACT_NOTICES, procedure) ? ACT_NOTICES[procedure] : undefined;

export const ACTS_WITH_NOTICES: readonly string[] = Object.keys(ACT_NOTICES);
