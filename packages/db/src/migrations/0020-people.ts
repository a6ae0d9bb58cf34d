import { oneOf } from "./sql.ts";

/** Former rows get the new column too, so that they read as rows of today do. */
export const FORMER_CONFIRMED = `
UPDATE app.history SET row = row || '{"confirmed": true}' WHERE table_name = 'person' AND NOT row ? 'confirmed';`;

/** Who people are is corrected; two people agree where no supervisor has both records; an answer may be taken back. */
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

-- A merge that no supervisor decides alone.
ALTER TABLE app.proposal DROP CONSTRAINT proposal_kind_check;
ALTER TABLE app.proposal ADD CONSTRAINT proposal_kind_check
  ${oneOf("kind", ["LEDGER_CORRECTION", "CASE_MOVE", "SETTING", "OVERRIDE", "PERSON_MERGE"])};

-- Two records taken for two people may be looked at again; the act that said so stays.
GRANT DELETE ON app.person_distinct TO kinward_app;
`;
