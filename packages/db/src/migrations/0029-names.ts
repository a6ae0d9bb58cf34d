/** One other letter in the middle of four leaves a quarter of what two words share. */
const LIKENESS = 0.24;

/**
 * Names are found without reading everyone's. A condition on a name that PostgreSQL cannot prove to keep silent is asked
 * after row-level security, of every row; so the likeness of words is asked of words alone, in functions of the owner
 * that tell nothing of anybody, and rows are fetched by equal keys.
 */
export const names = `
-- The words of names in use, of nobody in particular. The app's role has no right to it. A word may stand here twice:
-- if it had to be unique, two acts with one new name would wait for each other.
CREATE TABLE app.name_word (word text NOT NULL);
REVOKE ALL ON app.name_word FROM PUBLIC, kinward_app;
INSERT INTO app.name_word SELECT DISTINCT key FROM app.person_name_key WHERE kind = 'EXACT';
CREATE INDEX name_word_word ON app.name_word (word);
CREATE INDEX name_word_similar ON app.name_word USING gin (word public.gin_trgm_ops);
DROP INDEX app.person_name_key_similar;

CREATE FUNCTION app.keep_name_words() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp
AS $$
BEGIN
  INSERT INTO app.name_word SELECT DISTINCT r.key FROM now_rows r
    WHERE r.kind = 'EXACT' AND NOT EXISTS (SELECT FROM app.name_word w WHERE w.word = r.key);
  RETURN NULL;
END $$;
CREATE TRIGGER keep_name_words AFTER INSERT ON app.person_name_key REFERENCING NEW TABLE AS now_rows
  FOR EACH STATEMENT EXECUTE FUNCTION app.keep_name_words();

-- Words that resemble those asked for, or begin with one of three letters or more.
CREATE FUNCTION app.similar_words(asked text[]) RETURNS TABLE (asked text, word text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp SET pg_trgm.similarity_threshold = ${LIKENESS}
AS $$
  SELECT DISTINCT a.word, n.word FROM unnest(similar_words.asked) a (word)
  JOIN app.name_word n ON length(a.word) >= 3
    AND (n.word OPERATOR(public.%) a.word OR n.word LIKE a.word || '%')
$$;

-- Cases whose number or family name begins like this; \`pattern\` is the beginning for ILIKE. Who may know of them is asked
-- of what is found.
CREATE FUNCTION app.cases_beginning(beginning text, pattern text) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp
AS $$
  SELECT c.case_id FROM app.case_record c WHERE c.family_name ILIKE pattern
  UNION
  SELECT c.case_id FROM app.case_record c WHERE c.number ~>=~ beginning AND c.number ~<~ (beginning || chr(1114111))
$$;
CREATE INDEX case_number_begins ON app.case_record (number text_pattern_ops);

-- Pairs of records that may be about one person, for the domain to judge: names that share a key or look alike, and dates
-- that are near or missing. Asked of all people at once; a contractor is told of none. Family names tell people apart
-- better than given ones: they are asked first.
CREATE FUNCTION app.look_alikes(asked jsonb) RETURNS TABLE (one uuid, other uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp
AS $$
  WITH mine AS MATERIALIZED (
    SELECT p.person_id, p.birth_date, lower(p.given) AS given, lower(p.family) AS family,
      ARRAY(SELECT day::date FROM jsonb_array_elements_text(x.near) day) AS near,
      ARRAY(SELECT k.kind || k.key FROM app.person_name_key k WHERE k.person_id = p.person_id AND k.part = 'GIVEN') AS keys
    FROM jsonb_to_recordset(asked) x (id uuid, near jsonb) JOIN app.person p ON p.person_id = x.id
    WHERE (SELECT app.is_department())
  ),
  sounding AS (
    SELECT a AS mine, b AS theirs FROM mine a
    JOIN app.person_name_key f ON f.person_id = a.person_id AND f.part = 'FAMILY' AND f.kind = 'SOUND'
    JOIN app.person_name_key g ON g.kind = f.kind AND g.part = f.part AND g.key = f.key AND g.person_id <> f.person_id
    JOIN app.person b ON b.person_id = g.person_id
    WHERE b.birth_date = ANY (a.near) OR a.birth_date IS NULL OR b.birth_date IS NULL
    UNION ALL
    SELECT a, b FROM mine a JOIN app.person b ON b.birth_date = ANY (a.near) AND b.person_id <> a.person_id
    WHERE public.similarity(a.family, lower(b.family)) >= ${LIKENESS}
  )
  SELECT (mine).person_id, (theirs).person_id FROM sounding
  WHERE (theirs).merged_into IS NULL AND (EXISTS (
      SELECT FROM app.person_name_key y
      WHERE y.person_id = (theirs).person_id AND y.part = 'GIVEN' AND y.kind || y.key = ANY ((mine).keys))
    OR ((theirs).birth_date = ANY ((mine).near) AND public.similarity((mine).given, lower((theirs).given)) >= ${LIKENESS}))
$$;
`;
