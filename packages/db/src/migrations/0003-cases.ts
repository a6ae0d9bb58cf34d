import { inOrder, keepHistory, noOverlap, oneOf, VERSIONED } from "./sql.ts";

/** People, cases, referrals, episodes, contacts and the duties that follow from them. */
export const cases = `
-- Who someone is. Everything that a rule reads about them is recorded in a case.
CREATE TABLE app.person (
  person_id uuid PRIMARY KEY,
  given text,
  middle text,
  family text,
  suffix text,
  preferred text,
  other_names jsonb NOT NULL DEFAULT '[]',
  birth_date date,
  birth_date_kind text ${oneOf("birth_date_kind", ["EXACT", "ESTIMATED", "EXPECTED"])},
  deceased_on date,
  sex text ${oneOf("sex", ["FEMALE", "MALE", "OTHER"])},
  languages text[] NOT NULL DEFAULT '{}',
  phone text,
  email text,
  CHECK (birth_date_kind = 'EXPECTED' OR deceased_on IS NULL OR birth_date IS NULL OR birth_date <= deceased_on),
  ${VERSIONED}
);

-- The name as shown, as the domain's displayName has it: what the person is called before what is on paper.
CREATE FUNCTION app.display_name(given text, preferred text, family text, suffix text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT concat_ws(' ', nullif(coalesce(preferred, given), ''), nullif(family, ''), nullif(suffix, '')) $$;

CREATE INDEX person_birth_date ON app.person (birth_date);

-- What a search for a name compares, as the domain makes it: the name itself, its nicknames, how it sounds.
CREATE TABLE app.person_name_key (
  person_id uuid NOT NULL REFERENCES app.person,
  kind text NOT NULL ${oneOf("kind", ["EXACT", "NICKNAME", "SOUND"])},
  part text NOT NULL ${oneOf("part", ["GIVEN", "FAMILY"])},
  key text NOT NULL,
  PRIMARY KEY (person_id, kind, part, key)
);
CREATE INDEX person_name_key_key ON app.person_name_key (kind, part, key);
CREATE INDEX person_name_key_similar ON app.person_name_key USING gin (key public.gin_trgm_ops) WHERE kind = 'EXACT';

CREATE TABLE app.case_number (
  year integer PRIMARY KEY,
  last integer NOT NULL
);

CREATE TABLE app.case_record (
  case_id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  profile text NOT NULL ${oneOf("profile", ["IA_FSRP", "KY_IN_HOME"])},
  family_name text NOT NULL,
  opened_on date,
  opening_basis text ${oneOf("opening_basis", ["CHILD_PROTECTIVE_ASSESSMENT", "CINA_ASSESSMENT", "JUVENILE_COURT_ACTION"])},
  -- Kentucky: the day on which the case was assigned to its worker (DEC-50).
  assigned_on date,
  closed_on date,
  cultural_notes text,
  languages text[] NOT NULL DEFAULT '{}',
  interpreter_needed boolean NOT NULL DEFAULT false,
  -- Raised by every write to the facts of the case, under the lock of this row.
  revision integer NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL DEFAULT now(),
  -- Derived: from which facts and which policy, and the first later day on which they give something else.
  derived_revision integer,
  derived_book integer,
  derived_on date,
  changes_on date,
  stage text,
  child_last_seen_on date,
  CHECK (opened_on IS NULL OR closed_on IS NULL OR opened_on <= closed_on),
  ${VERSIONED}
);
CREATE INDEX case_changes ON app.case_record (changes_on) WHERE changes_on IS NOT NULL;
CREATE INDEX case_family ON app.case_record (family_name, case_id);
CREATE INDEX case_family_similar ON app.case_record USING gin (family_name public.gin_trgm_ops);
CREATE INDEX case_derived_book ON app.case_record (profile, derived_book);
CREATE INDEX case_underived ON app.case_record (case_id) WHERE derived_revision IS DISTINCT FROM revision;

CREATE TABLE app.member (
  member_id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES app.case_record,
  person_id uuid NOT NULL REFERENCES app.person,
  role text NOT NULL ${oneOf("role", ["CHILD", "PARENT", "STEP_PARENT", "CARETAKER"])},
  position smallint NOT NULL DEFAULT 0,
  -- Absent: from the beginning of the case.
  joined_on date,
  left_on date,
  continues_past_majority boolean NOT NULL DEFAULT false,
  -- A contractor's word takes effect at once and waits for the Department's.
  confirmed boolean NOT NULL DEFAULT true,
  ${inOrder("joined_on", "left_on")},
  CONSTRAINT member_once ${noOverlap(["case_id", "person_id"], "joined_on", "left_on")},
  ${VERSIONED}
);
CREATE INDEX member_case ON app.member (case_id, person_id);
CREATE INDEX member_person ON app.member (person_id);

CREATE TABLE app.member_basis (
  member_basis_id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES app.case_record,
  person_id uuid NOT NULL REFERENCES app.person,
  basis text NOT NULL ${oneOf("basis", ["ABUSE_VICTIM", "CINA", "SIBLING", "IN_PLACEMENT", "PARENT", "STEP_PARENT", "ADOPTIVE_PARENT", "CARETAKER"])},
  from_on date,
  to_on date,
  meets_opening_criteria boolean,
  sibling_kind text ${oneOf("sibling_kind", ["WHOLE", "HALF", "STEP"])},
  caretaker_kind text ${oneOf("caretaker_kind", ["RELATIVE", "SIGNIFICANT_OTHER", "OTHER"])},
  ${inOrder("from_on", "to_on")},
  ${noOverlap(["case_id", "person_id", "basis"], "from_on", "to_on")},
  ${VERSIONED}
);
CREATE INDEX member_basis_case ON app.member_basis (case_id);

CREATE TABLE app.member_purpose (
  member_purpose_id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES app.case_record,
  person_id uuid NOT NULL REFERENCES app.person,
  purpose text NOT NULL ${oneOf("purpose", ["PRESERVE", "REUNIFY", "ALTERNATIVE_PERMANENCY"])},
  from_on date,
  to_on date,
  ${inOrder("from_on", "to_on")},
  ${noOverlap(["case_id", "person_id"], "from_on", "to_on")},
  ${VERSIONED}
);
CREATE INDEX member_purpose_case ON app.member_purpose (case_id);

-- Where someone lives, as seen from the parental home of this case.
CREATE TABLE app.living_situation (
  living_situation_id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES app.case_record,
  person_id uuid NOT NULL REFERENCES app.person,
  setting text NOT NULL ${oneOf("setting", ["PARENTAL_HOME", "FOSTER_FAMILY", "KINSHIP", "SHELTER", "PMIC", "TOLEDO", "GROUP_CARE", "OTHER_HOME", "NONRESIDENT", "UNKNOWN"])},
  state text NOT NULL CHECK (state ~ '^[A-Z]{2}$'),
  address text,
  from_on date,
  to_on date,
  confirmed boolean NOT NULL DEFAULT true,
  ${inOrder("from_on", "to_on")},
  CONSTRAINT living_in_one_place ${noOverlap(["case_id", "person_id"], "from_on", "to_on")},
  ${VERSIONED}
);
CREATE INDEX living_situation_case ON app.living_situation (case_id, person_id);

CREATE TABLE app.relationship (
  relationship_id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES app.case_record,
  person_id uuid NOT NULL REFERENCES app.person,
  -- The person is this to the other one.
  kind text NOT NULL ${oneOf("kind", ["PARENT", "IDENTIFIED_FATHER", "STEP_PARENT", "SIBLING", "RELATIVE", "SIGNIFICANT_OTHER", "LEGAL_GUARDIAN", "OTHER"])},
  sibling_kind text ${oneOf("sibling_kind", ["WHOLE", "HALF", "STEP"])},
  parent_kind text,
  other_person_id uuid NOT NULL REFERENCES app.person CHECK (other_person_id <> person_id),
  from_on date,
  to_on date,
  ${inOrder("from_on", "to_on")},
  ${noOverlap(["case_id", "person_id", "other_person_id", "kind"], "from_on", "to_on")},
  ${VERSIONED}
);
CREATE INDEX relationship_case ON app.relationship (case_id);

CREATE TABLE app.termination_of_rights (
  termination_of_rights_id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES app.case_record,
  parent_person_id uuid NOT NULL REFERENCES app.person,
  -- Absent: the rights to all children of the case.
  child_person_id uuid REFERENCES app.person,
  on_date date NOT NULL,
  ${VERSIONED}
);
CREATE INDEX termination_of_rights_case ON app.termination_of_rights (case_id);

-- Levels of contact set by court, worker, meeting or plan; absent person: the family.
CREATE TABLE app.frequency (
  frequency_id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES app.case_record,
  person_id uuid REFERENCES app.person,
  times smallint NOT NULL CHECK (times >= 1),
  per text ${oneOf("per", ["WEEK", "MONTH"])},
  source text ${oneOf("source", ["COURT", "DEPARTMENT_WORKER", "FAMILY_TEAM_MEETING", "CASE_PLAN"])},
  from_on date NOT NULL,
  to_on date,
  recorded_at timestamptz NOT NULL,
  ${inOrder("from_on", "to_on")},
  ${VERSIONED}
);
CREATE INDEX frequency_case ON app.frequency (case_id);

CREATE TABLE app.household_change (
  household_change_id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES app.case_record,
  person_id uuid NOT NULL REFERENCES app.person,
  kind text NOT NULL ${oneOf("kind", ["ENTERED", "EXITED"])},
  on_date date NOT NULL,
  notified_department_on date,
  ${VERSIONED}
);
CREATE INDEX household_change_case ON app.household_change (case_id);

CREATE TABLE app.case_team (
  case_team_id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES app.case_record,
  staff_id uuid NOT NULL REFERENCES app.staff,
  role text NOT NULL ${oneOf("role", ["CASEWORKER", "MEMBER"])},
  from_on date NOT NULL,
  to_on date,
  ${inOrder("from_on", "to_on")},
  CONSTRAINT one_worker_at_a_time ${noOverlap(["case_id"], "from_on", "to_on", "role = 'CASEWORKER'")},
  ${VERSIONED}
);
CREATE INDEX case_team_case ON app.case_team (case_id);
CREATE INDEX case_team_staff ON app.case_team (staff_id, case_id);

-- Which contractors a case is open to, and up to which day: what row-level security reads.
CREATE TABLE app.case_org (
  case_id uuid NOT NULL REFERENCES app.case_record,
  organization_id uuid NOT NULL REFERENCES app.organization,
  from_on date NOT NULL,
  last_service_day date,
  PRIMARY KEY (case_id, organization_id)
);
CREATE INDEX case_org_organization ON app.case_org (organization_id, case_id);

CREATE TABLE app.episode (
  episode_id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES app.case_record,
  no smallint NOT NULL CHECK (no >= 1),
  service_type text NOT NULL ${oneOf("service_type", ["SAFETY_PLAN", "FSRP"])},
  effective_date date NOT NULL,
  last_service_day date,
  previous_episode_id uuid REFERENCES app.episode,
  ${inOrder("effective_date", "last_service_day")},
  UNIQUE (case_id, no),
  UNIQUE (case_id, episode_id),
  CONSTRAINT episode_once ${noOverlap(["case_id", "service_type"], "effective_date", "last_service_day")},
  ${VERSIONED}
);

CREATE TABLE app.referral (
  referral_id uuid PRIMARY KEY,
  case_id uuid NOT NULL,
  episode_id uuid NOT NULL UNIQUE,
  service_type text NOT NULL ${oneOf("service_type", ["SAFETY_PLAN", "FSRP"])},
  purpose text ${oneOf("purpose", ["PRESERVE", "REUNIFY", "ALTERNATIVE_PERMANENCY"])},
  contract_area_id uuid NOT NULL REFERENCES app.contract_area,
  risks text,
  -- Who asked for the other contractor, why, and who believes it would help (DEC-34).
  override jsonb,
  -- Why it went where it went, as the ledger line says it.
  why jsonb NOT NULL,
  -- Random and used nowhere else: the ledger names a referral without naming a family.
  referral_key uuid NOT NULL UNIQUE,
  submitted_at timestamptz NOT NULL,
  submitted_by uuid REFERENCES app.staff,
  acknowledged_at timestamptz,
  acknowledged_by uuid REFERENCES app.staff,
  withdrawn_on date,
  withdrawal_reversed boolean,
  CHECK ((withdrawn_on IS NULL) = (withdrawal_reversed IS NULL)),
  CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL)),
  FOREIGN KEY (case_id, episode_id) REFERENCES app.episode (case_id, episode_id),
  ${VERSIONED}
);
CREATE INDEX referral_case ON app.referral (case_id);
CREATE INDEX referral_submitted ON app.referral (submitted_at DESC);
CREATE INDEX referral_submitted_by ON app.referral (submitted_by, submitted_at DESC);

-- Services that the family had before, the ground of an override.
CREATE TABLE app.prior_service (
  prior_service_id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES app.case_record,
  organization_id uuid REFERENCES app.organization,
  organization_name text,
  from_on date,
  to_on date,
  note text,
  ${inOrder("from_on", "to_on")},
  CHECK (organization_id IS NOT NULL OR organization_name IS NOT NULL),
  ${VERSIONED}
);
CREATE INDEX prior_service_case ON app.prior_service (case_id);

ALTER TABLE app.ledger_line ADD FOREIGN KEY (referral_key) REFERENCES app.referral (referral_key)
  DEFERRABLE INITIALLY DEFERRED;

-- Form 470-3055: its initial version starts the clocks of the episode.
CREATE TABLE app.referral_form (
  referral_form_id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES app.case_record,
  referral_id uuid NOT NULL REFERENCES app.referral,
  kind text NOT NULL ${oneOf("kind", ["INITIAL", "SUBSEQUENT"])},
  effective_date date NOT NULL,
  signed_on date,
  entered_on date NOT NULL,
  ${VERSIONED}
);
CREATE INDEX referral_form_case ON app.referral_form (case_id);
CREATE UNIQUE INDEX referral_form_initial_once ON app.referral_form (referral_id) WHERE kind = 'INITIAL';

CREATE TABLE app.episode_contractor (
  episode_contractor_id uuid PRIMARY KEY,
  case_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  contract_id uuid NOT NULL,
  organization_id uuid NOT NULL REFERENCES app.organization,
  contract_area_id uuid NOT NULL,
  seq integer NOT NULL,
  from_on date NOT NULL,
  to_on date,
  ${inOrder("from_on", "to_on")},
  ${noOverlap(["episode_id"], "from_on", "to_on")},
  FOREIGN KEY (case_id, episode_id) REFERENCES app.episode (case_id, episode_id),
  FOREIGN KEY (contract_id, contract_area_id) REFERENCES app.contract (contract_id, contract_area_id),
  FOREIGN KEY (contract_area_id, seq) REFERENCES app.ledger_line (contract_area_id, seq) DEFERRABLE INITIALLY DEFERRED,
  ${VERSIONED}
);
CREATE INDEX episode_contractor_case ON app.episode_contractor (case_id);
CREATE INDEX episode_contractor_organization ON app.episode_contractor (organization_id, episode_id);
CREATE INDEX episode_contractor_contract ON app.episode_contractor (contract_id);

CREATE TABLE app.coordinator (
  coordinator_id uuid PRIMARY KEY,
  case_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  staff_id uuid NOT NULL REFERENCES app.staff,
  from_on date NOT NULL,
  to_on date,
  ${inOrder("from_on", "to_on")},
  CONSTRAINT one_coordinator_at_a_time ${noOverlap(["episode_id"], "from_on", "to_on")},
  FOREIGN KEY (case_id, episode_id) REFERENCES app.episode (case_id, episode_id),
  ${VERSIONED}
);
CREATE INDEX coordinator_case ON app.coordinator (case_id);
CREATE INDEX coordinator_staff ON app.coordinator (staff_id, case_id);

-- A correction changes the row; history keeps what it said before, the command says why.
CREATE TABLE app.contact (
  contact_id uuid PRIMARY KEY,
  case_id uuid NOT NULL,
  episode_id uuid,
  on_date date NOT NULL,
  mode text NOT NULL ${oneOf("mode", ["FACE_TO_FACE", "VIDEO", "TELEPHONE", "EMAIL", "ATTEMPT"])},
  place text ${oneOf("place", ["FAMILY_HOME", "FOSTER_HOME", "KINSHIP_HOME", "FACILITY", "SCHOOL", "OFFICE", "COURT", "COMMUNITY", "OTHER"])},
  starts_at text CHECK (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  minutes smallint CHECK (minutes BETWEEN 0 AND 1440),
  interpreter text ${oneOf("interpreter", ["NOT_NEEDED", "USED", "NEEDED_NOT_AVAILABLE"])},
  safety_concern text ${oneOf("safety_concern", ["YES", "NO", "NOT_ASKED"])},
  notes text,
  -- Nobody: an attempt to see whoever is at home.
  people uuid[] NOT NULL CHECK (cardinality(people) >= 1 OR mode = 'ATTEMPT'),
  staff_id uuid REFERENCES app.staff,
  -- Absent: the Department.
  organization_id uuid REFERENCES app.organization,
  counts_as text NOT NULL ${oneOf("counts_as", ["CONTRACTOR", "SUBCONTRACTOR", "DEPARTMENT"])},
  entered_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  -- Entered in error: there was no such contact.
  withdrawn boolean NOT NULL DEFAULT false,
  CHECK (counts_as = 'DEPARTMENT' OR organization_id IS NOT NULL),
  FOREIGN KEY (case_id) REFERENCES app.case_record,
  FOREIGN KEY (case_id, episode_id) REFERENCES app.episode (case_id, episode_id),
  ${VERSIONED}
);
CREATE INDEX contact_case ON app.contact (case_id, on_date DESC, contact_id);

-- People of a contact are members of its case, whoever writes the row.
CREATE FUNCTION app.contact_people_belong() RETURNS trigger
  LANGUAGE plpgsql SET search_path = app, pg_temp
AS $$
BEGIN
  IF EXISTS (SELECT FROM unnest(NEW.people) AS p(person_id)
      WHERE NOT EXISTS (SELECT FROM app.member m WHERE m.case_id = NEW.case_id AND m.person_id = p.person_id)) THEN
    RAISE EXCEPTION 'contact % names someone who is not in case %', NEW.contact_id, NEW.case_id
      USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER contact_people_belong BEFORE INSERT OR UPDATE OF people, case_id ON app.contact
  FOR EACH ROW EXECUTE FUNCTION app.contact_people_belong();

-- What was done about the tasks: joint meeting, e-mail about the first meeting, Interstate Compact.
CREATE TABLE app.task_record (
  task_record_id uuid PRIMARY KEY,
  case_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  type text NOT NULL ${oneOf("type", ["JOINT_MEETING", "FIRST_MEETING_EMAIL", "ICPC_COORDINATION"])},
  on_date date NOT NULL,
  worker_present boolean,
  stated_meeting_date date,
  person_id uuid REFERENCES app.person,
  people uuid[] NOT NULL DEFAULT '{}',
  note text,
  staff_id uuid REFERENCES app.staff,
  CHECK ((type = 'JOINT_MEETING') = (worker_present IS NOT NULL)),
  CHECK ((type = 'FIRST_MEETING_EMAIL') = (stated_meeting_date IS NOT NULL)),
  CHECK ((type = 'ICPC_COORDINATION') = (person_id IS NOT NULL)),
  FOREIGN KEY (case_id, episode_id) REFERENCES app.episode (case_id, episode_id),
  ${VERSIONED}
);
CREATE INDEX task_record_case ON app.task_record (case_id);

-- Why a duty was late or missed (DEC-25).
CREATE TABLE app.duty_note (
  case_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  key text NOT NULL,
  note text NOT NULL CHECK (note <> ''),
  staff_id uuid REFERENCES app.staff,
  PRIMARY KEY (episode_id, key),
  FOREIGN KEY (case_id, episode_id) REFERENCES app.episode (case_id, episode_id),
  ${VERSIONED}
);
CREATE INDEX duty_note_case ON app.duty_note (case_id);

-- Derived from the facts and written again whenever they differ. Dates, never a status.
CREATE TABLE app.duty (
  case_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  key text NOT NULL,
  rule text NOT NULL,
  kind text NOT NULL ${oneOf("kind", ["DEADLINE", "WINDOW", "TASK"])},
  subject text NOT NULL,
  owner text NOT NULL ${oneOf("owner", ["CONTRACTOR", "DEPARTMENT_WORKER"])},
  opens_on date NOT NULL,
  due_on date,
  settled_on date,
  settled_by uuid REFERENCES app.contact,
  cancelled_on date,
  cancel_reason text,
  worker_not_available boolean NOT NULL DEFAULT false,
  missing text[] NOT NULL DEFAULT '{}',
  level_minimum smallint,
  level_effective smallint,
  PRIMARY KEY (episode_id, key),
  CHECK (cancelled_on IS NOT NULL OR cancel_reason IS NULL),
  CHECK (settled_on IS NULL OR cancelled_on IS NULL),
  CHECK ((level_minimum IS NULL) = (level_effective IS NULL)),
  FOREIGN KEY (case_id, episode_id) REFERENCES app.episode (case_id, episode_id)
);
CREATE INDEX duty_case ON app.duty (case_id);
CREATE INDEX duty_open ON app.duty (case_id, due_on) INCLUDE (kind, owner, opens_on)
  WHERE settled_on IS NULL AND cancelled_on IS NULL;

-- Opening another team's case asks for a reason, which its supervisor reads.
CREATE TABLE app.case_access_reason (
  case_access_reason_id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES app.case_record,
  staff_id uuid NOT NULL REFERENCES app.staff,
  reason text NOT NULL CHECK (reason <> ''),
  at timestamptz NOT NULL,
  on_date date NOT NULL,
  command_id uuid NOT NULL
);
CREATE INDEX case_access_reason_case ON app.case_access_reason (case_id, at DESC);
CREATE INDEX case_access_reason_staff ON app.case_access_reason (staff_id, case_id, on_date DESC);

${keepHistory("person", ["person_id"])}
${keepHistory("case_record", ["case_id"], ["number", "revision", "changed_at", "derived_revision", "derived_book", "derived_on", "changes_on", "stage", "child_last_seen_on"])}
${keepHistory("member", ["member_id"])}
${keepHistory("member_basis", ["member_basis_id"])}
${keepHistory("member_purpose", ["member_purpose_id"])}
${keepHistory("living_situation", ["living_situation_id"])}
${keepHistory("relationship", ["relationship_id"])}
${keepHistory("termination_of_rights", ["termination_of_rights_id"])}
${keepHistory("frequency", ["frequency_id"])}
${keepHistory("household_change", ["household_change_id"])}
${keepHistory("case_team", ["case_team_id"])}
${keepHistory("episode", ["episode_id"])}
${keepHistory("referral", ["referral_id"])}
${keepHistory("prior_service", ["prior_service_id"])}
${keepHistory("referral_form", ["referral_form_id"])}
${keepHistory("episode_contractor", ["episode_contractor_id"])}
${keepHistory("coordinator", ["coordinator_id"])}
${keepHistory("contact", ["contact_id"])}
${keepHistory("task_record", ["task_record_id"])}
${keepHistory("duty_note", ["episode_id", "key"])}
`;
