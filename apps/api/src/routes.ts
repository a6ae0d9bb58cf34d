import { ACCOUNT_ROUTES } from "./routes/accounts.ts";
import { ADMINISTRATION_ROUTES } from "./routes/administration.ts";
import { CASEWORK_ROUTES } from "./routes/casework.ts";
import { FACTS_ROUTES } from "./routes/facts.ts";
import { FAIRNESS_ROUTES } from "./routes/fairness.ts";
import { MERGE_ROUTES } from "./routes/merge.ts";
import { MARKS_ROUTES } from "./routes/marks.ts";
import { LIST_ROUTES } from "./routes/lists.ts";
import { FAMILY_ROUTES } from "./routes/family.ts";
import { ORDER_ROUTES } from "./routes/order.ts";
import { POLICY_ROUTES } from "./routes/policy.ts";
import { PEOPLE_ROUTES } from "./routes/people.ts";
import { PAST_ROUTES } from "./routes/past.ts";
import { PROOF_ROUTES } from "./routes/proof.ts";
import { REFERRAL_ROUTES } from "./routes/referrals.ts";
import { ROTATION_ROUTES } from "./routes/rotation.ts";
import { TEAM_ROUTES } from "./routes/team.ts";
import type { CaseField, Route } from "./routes/route.ts";

/**
 * The one table of everything that can be asked of this server. A procedure is declared with a name of this table and
 * gets caller, rights, rate and record of access from its row; what is mounted otherwise fails a test, and the
 * permission matrix is generated from here.
 */
export const ROUTES = {
  ...ACCOUNT_ROUTES,
  ...ADMINISTRATION_ROUTES,
  ...CASEWORK_ROUTES,
  ...FACTS_ROUTES,
  ...FAIRNESS_ROUTES,
  ...MERGE_ROUTES,
  ...LIST_ROUTES,
  ...FAMILY_ROUTES,
  ...REFERRAL_ROUTES,
  ...ROTATION_ROUTES,
  ...MARKS_ROUTES,
  ...ORDER_ROUTES,
  ...POLICY_ROUTES,
  ...PEOPLE_ROUTES,
  ...PAST_ROUTES,
  ...PROOF_ROUTES,
  ...TEAM_ROUTES,
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;

/** Names of the rows of one shape, so that a procedure can only be declared by the function that fits its row. */
export type RoutesWhere<Shape> = {
  [N in RouteName]: (typeof ROUTES)[N] extends Shape ? N : never;
}[RouteName];

export type { CaseField, Route };
