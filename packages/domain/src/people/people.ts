/** Vocabulary of people and cases (requirements C2). Codes are ours, their order is that of the policy text. */
export const OPENING_BASES = [
  "CHILD_PROTECTIVE_ASSESSMENT",
  "CINA_ASSESSMENT",
  "JUVENILE_COURT_ACTION",
] as const;
export type OpeningBasis = (typeof OPENING_BASES)[number];

export const SERVICE_PURPOSES = ["PRESERVE", "REUNIFY", "ALTERNATIVE_PERMANENCY"] as const;
export type ServicePurpose = (typeof SERVICE_PURPOSES)[number];

export const SERVICE_TYPES = ["SAFETY_PLAN", "FSRP"] as const;
export type ServiceType = (typeof SERVICE_TYPES)[number];

export const MEMBER_ROLES = ["CHILD", "PARENT", "STEP_PARENT", "CARETAKER"] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

export const CHILD_BASES = ["ABUSE_VICTIM", "CINA", "SIBLING", "IN_PLACEMENT"] as const;
export const ADULT_BASES = ["PARENT", "STEP_PARENT", "ADOPTIVE_PARENT", "CARETAKER"] as const;
export const MEMBER_BASES = [...CHILD_BASES, ...ADULT_BASES] as const;
export type MemberBasis = (typeof MEMBER_BASES)[number];

export const SIBLING_KINDS = ["WHOLE", "HALF", "STEP"] as const;
export type SiblingKind = (typeof SIBLING_KINDS)[number];
export const CARETAKER_KINDS = ["RELATIVE", "SIGNIFICANT_OTHER", "OTHER"] as const;
export type CaretakerKind = (typeof CARETAKER_KINDS)[number];

export const LIVING_SETTINGS = [
  "PARENTAL_HOME",
  "FOSTER_FAMILY",
  "KINSHIP",
  "SHELTER",
  "PMIC",
  "TOLEDO",
  "GROUP_CARE",
  "OTHER_HOME",
  "NONRESIDENT",
  "UNKNOWN",
] as const;
export type LivingSetting = (typeof LIVING_SETTINGS)[number];

export const RELATIONSHIP_KINDS = [
  "PARENT",
  "IDENTIFIED_FATHER",
  "STEP_PARENT",
  "SIBLING",
  "RELATIVE",
  "SIGNIFICANT_OTHER",
  "LEGAL_GUARDIAN",
  "OTHER",
] as const;
export type RelationshipKind = (typeof RELATIONSHIP_KINDS)[number];

export const PARENT_KINDS = ["BIOLOGICAL", "ADOPTIVE", "LEGAL"] as const;
export type ParentKind = (typeof PARENT_KINDS)[number];

export const CONTACT_MODES = ["FACE_TO_FACE", "VIDEO", "TELEPHONE", "EMAIL", "ATTEMPT"] as const;
export type ContactMode = (typeof CONTACT_MODES)[number];

export const CONTACT_PLACES = [
  "FAMILY_HOME",
  "FOSTER_HOME",
  "KINSHIP_HOME",
  "FACILITY",
  "SCHOOL",
  "OFFICE",
  "COURT",
  "COMMUNITY",
  "OTHER",
] as const;
export type ContactPlace = (typeof CONTACT_PLACES)[number];

export const FREQUENCY_SOURCES = [
  "COURT",
  "DEPARTMENT_WORKER",
  "FAMILY_TEAM_MEETING",
  "CASE_PLAN",
] as const;
export type FrequencySource = (typeof FREQUENCY_SOURCES)[number];

/** Two-letter postal codes of the states, the District and the territories. */
export const US_STATES =
  "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI".split(
    " ",
  ) as readonly string[];
