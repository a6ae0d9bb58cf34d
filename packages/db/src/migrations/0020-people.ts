/** Former rows get the new column too, so that they read as rows of today do. */
export const FORMER_CONFIRMED = `
UPDATE app.history SET row = row || '{"confirmed": true}' WHERE table_name = 'person' AND NOT row ? 'confirmed';`;

/** Who people are is corrected, and an answer about two records may be taken back. */
export const people = `
-- A contractor's word about who somebody is takes effect at once and waits for the Department's.
ALTER TABLE app.person ADD COLUMN confirmed boolean NOT NULL DEFAULT true;
${FORMER_CONFIRMED}

-- Who somebody is and whether they live holds in every case. An act about it locks all of them first, by their ids and
-- together with the cases it is about, so that two such acts never wait for each other; also those that are not open to
-- the caller, of which nothing is told. False: someone became a member of another case meanwhile, and nothing is certain.
CREATE FUNCTION app.lock_cases_of(people uuid[], cases uuid[]) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = app, pg_temp
AS $$
DECLARE
  held uuid[];
BEGIN
  -- Whoever may not see a person or a case locks nothing by their ids.
  IF NOT app.is_department() THEN
    people := ARRAY(SELECT DISTINCT m.person_id FROM app.member m JOIN app.case_org o USING (case_id)
      WHERE m.person_id = ANY (people) AND o.organization_id = app.current_org());
    cases := ARRAY(SELECT DISTINCT o.case_id FROM app.case_org o
      WHERE o.case_id = ANY (cases) AND o.organization_id = app.current_org());
  END IF;
  held := ARRAY(SELECT c.case_id FROM app.case_record c
    WHERE c.case_id = ANY (cases) OR EXISTS (SELECT FROM app.member m WHERE m.case_id = c.case_id AND m.person_id = ANY (people))
    ORDER BY c.case_id FOR UPDATE);
  PERFORM FROM app.person p WHERE p.person_id = ANY (people) ORDER BY p.person_id FOR UPDATE;
  RETURN NOT EXISTS (SELECT FROM app.member m WHERE m.person_id = ANY (people) AND NOT m.case_id = ANY (held));
END $$;

-- Cases that the act does not derive itself, because they are not open to whoever corrects a birth date, are derived
-- before anybody reads a list of them.
CREATE FUNCTION app.person_moves_duties() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp
AS $$
BEGIN
  UPDATE app.case_record c SET changes_on = least(c.changes_on, app.today())
    WHERE c.case_id IN (SELECT m.case_id FROM app.member m WHERE m.person_id = NEW.person_id);
  RETURN NULL;
END $$;
CREATE TRIGGER person_moves_duties AFTER UPDATE OF birth_date, deceased_on ON app.person
  FOR EACH ROW WHEN (OLD.birth_date IS DISTINCT FROM NEW.birth_date OR OLD.deceased_on IS DISTINCT FROM NEW.deceased_on)
  EXECUTE FUNCTION app.person_moves_duties();

-- Two records taken for two people may be looked at again. What was said, by whom and why, stays.
ALTER TABLE app.person_distinct
  ADD COLUMN undone_at timestamptz,
  ADD COLUMN undone_by uuid REFERENCES app.staff,
  ADD COLUMN undone_reason text,
  ADD CHECK (num_nonnulls(undone_at, undone_by, undone_reason) IN (0, 3)),
  DROP CONSTRAINT person_distinct_pkey,
  ADD PRIMARY KEY (person_id, other_person_id, at);
CREATE UNIQUE INDEX person_distinct_once ON app.person_distinct (person_id, other_person_id) WHERE undone_at IS NULL;
GRANT UPDATE (undone_at, undone_by, undone_reason) ON app.person_distinct TO kinward_app;
`;
