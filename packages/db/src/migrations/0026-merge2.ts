import { alsoOneOf } from "./sql.ts";

const NOTICES = ["MERGE_PROPOSED", "MERGE_ANSWERED"];

/** A second person decides about two records that no single one has in a case, and old ids lead on over several merges. */
export const mergeProposals = `
${alsoOneOf("proposal", "kind", ["PERSON_MERGE"])}
${alsoOneOf("notice", "kind", NOTICES)}
${alsoOneOf("notice_choice", "kind", NOTICES)}

-- The record that says today what a merged one said, however often it was merged since; a chain never closes, for only
-- a record that was not merged takes another one in.
CREATE FUNCTION app.known_now_as(merged_into uuid) RETURNS uuid
  LANGUAGE sql STABLE STRICT SECURITY DEFINER SET search_path = app, pg_temp
AS $$
  WITH RECURSIVE way AS (
    SELECT p.person_id, p.merged_into FROM app.person p WHERE p.person_id = known_now_as.merged_into
    UNION
    SELECT p.person_id, p.merged_into FROM way w JOIN app.person p ON p.person_id = w.merged_into
  ) SELECT w.person_id FROM way w WHERE w.merged_into IS NULL
$$;

-- A case as it was known before still names the records that were merged since, one into the other.
DROP POLICY bound ON app.person;
CREATE POLICY bound ON app.person
  USING ((SELECT app.is_department()) OR EXISTS (
    SELECT FROM app.member m WHERE m.person_id IN (person.person_id, app.known_now_as(person.merged_into))))
  WITH CHECK (app.setting('app.user') IS NOT NULL);
`;
