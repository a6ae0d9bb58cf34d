/** Former rows get the new column too, so that they read as rows of today do. */
export const FORMER_PERSONS = `
UPDATE app.history SET row = row || '{"merged_into": null}' WHERE table_name = 'person' AND NOT row ? 'merged_into';`;

/** Records about one person: joined, taken back, or known to be about two. */
export const merge = `
-- The record that says what this one said. The id is never used for anybody else.
ALTER TABLE app.person ADD COLUMN merged_into uuid REFERENCES app.person CHECK (merged_into <> person_id);
CREATE INDEX person_merged ON app.person (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX person_without_birth_date ON app.person (person_id) WHERE birth_date IS NULL;
${FORMER_PERSONS}

-- Everything that is known of the person under the other id, asked by person when two records are joined.
CREATE INDEX relationship_person ON app.relationship (person_id);
CREATE INDEX relationship_other_person ON app.relationship (other_person_id);
CREATE INDEX termination_of_rights_parent ON app.termination_of_rights (parent_person_id);
CREATE INDEX termination_of_rights_child ON app.termination_of_rights (child_person_id);
CREATE INDEX household_change_person ON app.household_change (person_id);

CREATE TABLE app.person_merge (
  person_merge_id uuid PRIMARY KEY,
  kept_person_id uuid NOT NULL REFERENCES app.person,
  merged_person_id uuid NOT NULL REFERENCES app.person CHECK (merged_person_id <> kept_person_id),
  merged_at timestamptz NOT NULL,
  merged_by uuid REFERENCES app.staff,
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  -- The act and its part in each case: what they changed stands in the history, from which it is put back.
  command_ids uuid[] NOT NULL,
  -- Cases in which the merged record was, and those of either.
  moved_case_ids uuid[] NOT NULL,
  case_ids uuid[] NOT NULL,
  undone_at timestamptz,
  undone_by uuid REFERENCES app.staff,
  undone_reason text CHECK (btrim(undone_reason) <> ''),
  CHECK ((undone_at IS NULL) = (undone_reason IS NULL))
);
CREATE UNIQUE INDEX person_merge_once ON app.person_merge (merged_person_id) WHERE undone_at IS NULL;
CREATE INDEX person_merge_kept ON app.person_merge (kept_person_id, merged_at DESC);

-- Somebody looked at both: two people whose records look alike.
CREATE TABLE app.person_distinct (
  person_id uuid NOT NULL REFERENCES app.person,
  other_person_id uuid NOT NULL REFERENCES app.person CHECK (person_id < other_person_id),
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  staff_id uuid REFERENCES app.staff,
  at timestamptz NOT NULL,
  command_id uuid NOT NULL,
  PRIMARY KEY (person_id, other_person_id)
);
CREATE INDEX person_distinct_other ON app.person_distinct (other_person_id);

-- Nobody becomes a member of a case under an id that was merged, not even while the merge is being done.
CREATE FUNCTION app.member_is_not_merged() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp
AS $$
DECLARE
  now_known_as uuid;
BEGIN
  SELECT merged_into INTO now_known_as FROM app.person WHERE person_id = NEW.person_id FOR KEY SHARE;
  IF now_known_as IS NOT NULL THEN
    RAISE EXCEPTION 'person % was merged', NEW.person_id USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER member_is_not_merged BEFORE INSERT OR UPDATE OF person_id ON app.member
  FOR EACH ROW EXECUTE FUNCTION app.member_is_not_merged();

GRANT SELECT, INSERT ON app.person_merge TO kinward_app;
GRANT UPDATE (undone_at, undone_by, undone_reason) ON app.person_merge TO kinward_app;
GRANT SELECT, INSERT ON app.person_distinct TO kinward_app;

-- Across cases: the Department's own. Contractors see what became of their cases.
ALTER TABLE app.person_merge ENABLE ROW LEVEL SECURITY;
CREATE POLICY bound ON app.person_merge USING ((SELECT app.is_department())) WITH CHECK ((SELECT app.is_department()));
ALTER TABLE app.person_distinct ENABLE ROW LEVEL SECURITY;
CREATE POLICY bound ON app.person_distinct USING ((SELECT app.is_department())) WITH CHECK ((SELECT app.is_department()));

-- A case as it was known before still names the record that was merged since.
DROP POLICY bound ON app.person;
CREATE POLICY bound ON app.person
  USING ((SELECT app.is_department()) OR EXISTS (SELECT FROM app.member m WHERE m.person_id IN (person.person_id, person.merged_into)))
  WITH CHECK (app.setting('app.user') IS NOT NULL);
`;
