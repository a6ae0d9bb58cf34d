import type { RouteName } from "../../routes.ts";
import { ACCOUNT_INPUTS } from "./accounts.ts";
import { ADMINISTRATION_INPUTS } from "./administration.ts";
import { CASEWORK_INPUTS } from "./casework.ts";
import { FACTS_INPUTS } from "./facts.ts";
import { FAIRNESS_INPUTS } from "./fairness.ts";
import { MERGE_INPUTS } from "./merge.ts";
import { MARKS_INPUTS } from "./marks.ts";
import { LIST_INPUTS } from "./lists.ts";
import { FAMILY_INPUTS } from "./family.ts";
import { ORDER_INPUTS } from "./order.ts";
import { PAST_INPUTS } from "./past.ts";
import { REFERRAL_INPUTS } from "./referrals.ts";
import { ROTATION_INPUTS } from "./rotation.ts";
import { POLICY_INPUTS } from "./policy.ts";
import { PEOPLE_INPUTS } from "./people.ts";
import { PROOF_INPUTS } from "./proof.ts";
import { TEAM_INPUTS } from "./team.ts";
import type { Inputs } from "./inputs.ts";

/** A fitting input for every row of the table of routes; a new row without one does not compile. */
export const INPUTS: Inputs<RouteName> = {
  ...ACCOUNT_INPUTS,
  ...ADMINISTRATION_INPUTS,
  ...CASEWORK_INPUTS,
  ...FACTS_INPUTS,
  ...FAIRNESS_INPUTS,
  ...MERGE_INPUTS,
  ...POLICY_INPUTS,
  ...PEOPLE_INPUTS,
  ...LIST_INPUTS,
  ...FAMILY_INPUTS,
  ...PROOF_INPUTS,
  ...TEAM_INPUTS,
  ...REFERRAL_INPUTS,
  ...ROTATION_INPUTS,
  ...MARKS_INPUTS,
  ...ORDER_INPUTS,
  ...PAST_INPUTS,
};
