import type { ServiceActivity } from "@kinward/domain/agency";
import type { OrganizationView } from "@kinward/domain/views";

/** The eleven activities of a contract (SVC-2). */
export const activityWords: Record<ServiceActivity, string> = {
  FAMILY_FUNCTIONAL_ASSESSMENT: "Family functional assessment",
  VISIT_PLANNING_AND_SUPERVISION: "Planning and supervising visits",
  CRISIS_INTERVENTION: "Crisis intervention",
  FAMILY_FUNCTIONING_INTERVENTIONS: "Family functioning interventions",
  FAMILY_REUNIFICATION: "Family reunification",
  CONCURRENT_AND_PERMANENCY_PLANNING: "Concurrent and permanency planning",
  SAFETY_CHECKS_AND_SUPERVISION: "Safety checks and supervision",
  HOUSEHOLD_MANAGEMENT: "Household management",
  TRANSPORTATION_ASSISTANCE: "Transportation assistance",
  CONCRETE_SUPPORTS: "Concrete supports",
  INDIVIDUALIZED_SERVICES: "Individualized services",
};

export const kindOfOrganizationWords: Record<OrganizationView["kinds"][number], string> = {
  CONTRACTOR: "Contractor",
  SUBCONTRACTOR: "Subcontractor",
  PREVENTION_PROVIDER: "Prevention provider",
  COMMUNITY_PARTNER: "Community partner",
  OTHER_PROVIDER: "Other provider",
};
