import { oneOf } from "./sql.ts";

/** People who come and go: why someone left, household changes with their notice, the same person in two open cases. */
export const household = `
ALTER TABLE app.member ADD COLUMN left_because text
  ${oneOf("left_because", ["MOVED_AWAY", "ADOPTED", "DISMISSED", "RIGHTS_ENDED", "OF_AGE", "SEPARATED", "OTHER"])};

-- Someone who is no member of the case stands in words.
ALTER TABLE app.household_change ALTER COLUMN person_id DROP NOT NULL,
  ADD COLUMN who text CHECK (btrim(who) <> ''),
  ADD COLUMN recorded_by uuid REFERENCES app.staff,
  -- The Department worker has read the notice.
  ADD COLUMN received_on date,
  ADD COLUMN received_by uuid REFERENCES app.staff,
  ADD CHECK ((person_id IS NULL) <> (who IS NULL)),
  ADD CHECK ((received_on IS NULL) = (received_by IS NULL));

-- What was recorded by mistake is taken out; its history stays.
GRANT DELETE ON app.member, app.member_basis, app.member_purpose, app.living_situation,
  app.household_change TO kinward_app;

-- Other open cases in which people are members today (X-8). A contractor asks about the people of its own cases only, and
-- of a case that is not open to it learns that it is there, nothing else.
CREATE FUNCTION app.open_cases_of(people uuid[], but_case uuid)
  RETURNS TABLE (person_id uuid, case_id uuid, number text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp
AS $$
  SELECT m.person_id, CASE WHEN open.open THEN c.case_id END, CASE WHEN open.open THEN c.number END
  FROM app.member m JOIN app.case_record c USING (case_id)
  CROSS JOIN LATERAL (SELECT app.is_department() OR EXISTS (
    SELECT FROM app.case_org o WHERE o.case_id = c.case_id AND o.organization_id = app.current_org()) AS open) open
  WHERE m.person_id = ANY (people) AND m.case_id IS DISTINCT FROM but_case
    AND (m.joined_on IS NULL OR m.joined_on <= app.today()) AND (m.left_on IS NULL OR m.left_on >= app.today())
    AND (c.closed_on IS NULL OR c.closed_on >= app.today()) AND c.stage IS DISTINCT FROM 'ENDED' AND c.stage IS DISTINCT FROM 'CLOSED'
    AND (app.is_department() OR EXISTS (
      SELECT FROM app.member own JOIN app.case_org o ON o.case_id = own.case_id AND o.organization_id = app.current_org()
      WHERE own.person_id = m.person_id))
  ORDER BY m.person_id, c.number
$$;
`;
