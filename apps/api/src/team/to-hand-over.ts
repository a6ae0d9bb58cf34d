import { findRelatedCase } from "@kinward/db/accounts";
import { listCandidates, listHolders } from "@kinward/db/team";
import { may, mayRead } from "@kinward/domain/access";
import { handOverHindrance, type ResponsibleRole } from "@kinward/domain/team";
import { HandOverQuestion } from "@kinward/domain/team/schema";
import type { CasesToHandOver, CaseToHandOver } from "@kinward/domain/views";
import { query, type StaffContext } from "../trpc/procedures.ts";

/** What has to be allowed to give a case of a role to somebody else. */
export const ACTION_OF = {
  CASEWORKER: "WORKER_ASSIGN",
  CARE_COORDINATOR: "REFERRAL_RECEIVE",
} as const;

/** Whose cases someone hands over: the workers' of the Department, or the care coordinators' of a contractor. */
export const roleOf = ({ caller }: StaffContext["who"]): ResponsibleRole =>
  caller.organizationId === undefined ? "CASEWORKER" : "CARE_COORDINATOR";

/** Which cases of a list the caller can give to somebody else, and to whom. */
export const toHandOver = query(
  "team.toHandOver",
  HandOverQuestion,
  async ({ trx, who, today, saw }, { caseIds }): Promise<CasesToHandOver> => {
    const role = roleOf(who);
    const cases: CaseToHandOver[] = [];
    for (const { isOver, ...one } of await listHolders(trx, role, caseIds, today)) {
      const related = await findRelatedCase(trx, { caseId: one.caseId }, who.actor, today);
      // A case that the caller may not even read is not there.
      if (related === undefined || !mayRead(who.actor, "CASE_READ", related.relation).allowed)
        continue;
      const isYours = may(who.actor, ACTION_OF[role], related.relation).allowed;
      const hasHolder = one.holder !== undefined;
      const hindrance = handOverHindrance(role, { isYours, isOver, hasHolder });
      cases.push({ ...one, ...(hindrance && { hindrance }) });
    }
    saw(cases.map((one) => one.caseId));
    const { staffId } = who.actor;
    const { organizationId } = who.caller;
    return {
      cases,
      candidates: await listCandidates(trx, role, { staffId, organizationId }, today),
    };
  },
);
