/** What is counted of the duties of a case, of an area with its contractor, and of a change: they add up. */
const COUNTED = ["open", "noted", "in_time", "met_late"] as const;

const each = (write: (column: string) => string, columns: readonly string[] = COUNTED): string =>
  columns.map(write).join(", ");

/** The case, and what is counted of its duties. */
const TOTALS = ["cases", ...COUNTED] as const;

const ROWS = {
  INSERT: "NEW TABLE AS now_rows",
  UPDATE: "OLD TABLE AS former_rows NEW TABLE AS now_rows",
  DELETE: "OLD TABLE AS former_rows",
} as const;
const NEW = "SELECT case_id FROM now_rows";
const FORMER = "SELECT case_id FROM former_rows";
/** Of the rows of an update those in which something else is said. */
const where = (key: string, differs: string): string =>
  `SELECT n.case_id FROM now_rows n JOIN former_rows f ON f.${key} = n.${key} WHERE ${differs}`;

/** Counts anew the cases of the rows that a statement has written, once for all of them. */
const countAfter = (event: keyof typeof ROWS, table: string, cases: string): string => {
  const name = `count_after_${event.toLowerCase()}`;
  return `
CREATE FUNCTION app.${table}_${name}() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp
AS $$
DECLARE ids uuid[] := ARRAY(SELECT DISTINCT case_id FROM (${cases}) c);
BEGIN
  IF cardinality(ids) > 0 THEN PERFORM app.count_cases(ids); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER ${name} AFTER ${event} ON app.${table} REFERENCING ${ROWS[event]}
  FOR EACH STATEMENT EXECUTE FUNCTION app.${table}_${name}();`;
};

/**
 * The function that counts cases.
 * @param kind what a duty `d` is counted as
 */
export const countCases = (create: "CREATE" | "CREATE OR REPLACE", kind: string): string => `
-- The newest service of each open case, and what its contractor owes. Holds the cases, so that of two acts each counts.
${create} FUNCTION app.count_cases(ids uuid[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp
AS $$
BEGIN
  PERFORM FROM case_record c WHERE c.case_id = ANY (ids) ORDER BY c.case_id FOR NO KEY UPDATE;
  WITH served AS (
    SELECT c.case_id, s.contract_area_id, s.organization_id
    FROM case_record c CROSS JOIN LATERAL (
      SELECT ec.contract_area_id, ec.organization_id FROM episode e JOIN episode_contractor ec ON ec.episode_id = e.episode_id
      WHERE e.case_id = c.case_id AND NOT e.withdrawn ORDER BY e.no DESC, ec.from_on DESC LIMIT 1
    ) s
    WHERE c.case_id = ANY (ids) AND c.stage NOT IN ('ENDED', 'CLOSED')
  ), due AS (
    SELECT d.case_id, d.due_on, d.rule, ${kind} AS kind, count(*) FILTER (WHERE d.settled_on IS NULL) AS open,
      count(*) FILTER (WHERE d.settled_on IS NULL AND n.key IS NOT NULL) AS noted,
      count(*) FILTER (WHERE d.settled_on <= d.due_on) AS in_time, count(*) FILTER (WHERE d.settled_on > d.due_on) AS met_late
    FROM duty d LEFT JOIN duty_note n ON n.episode_id = d.episode_id AND n.key = d.key
    WHERE d.case_id = ANY (ids) AND d.owner = 'CONTRACTOR' AND d.cancelled_on IS NULL AND d.due_on IS NOT NULL
    GROUP BY d.case_id, d.due_on, d.rule, ${kind}
  ), now_counted AS (
    SELECT s.case_id, s.contract_area_id, s.organization_id, coalesce(
      array_agg((u.due_on, u.rule, u.kind, u.open, u.noted, u.in_time, u.met_late)::due_count ORDER BY u.due_on, u.rule, u.kind)
        FILTER (WHERE u.case_id IS NOT NULL), '{}') AS dues
    FROM served s LEFT JOIN due u ON u.case_id = s.case_id GROUP BY s.case_id, s.contract_area_id, s.organization_id
  ), before AS (SELECT * FROM case_count WHERE case_id = ANY (ids)),
  changed AS (
    SELECT coalesce(n.case_id, b.case_id) AS case_id, n.case_id IS NOT NULL AS is_now, b.case_id IS NOT NULL AS was_before,
      n.contract_area_id AS area_now, n.organization_id AS organization_now, n.dues AS dues_now,
      b.contract_area_id AS area_before, b.organization_id AS organization_before, b.dues AS dues_before
    FROM now_counted n FULL JOIN before b ON b.case_id = n.case_id WHERE n IS DISTINCT FROM b
  ), gone AS (
    DELETE FROM case_count c USING changed x WHERE c.case_id = x.case_id AND NOT x.is_now
  ), kept AS (
    INSERT INTO case_count AS c SELECT case_id, area_now, organization_now, dues_now FROM changed WHERE is_now
    ON CONFLICT (case_id) DO UPDATE SET contract_area_id = excluded.contract_area_id,
      organization_id = excluded.organization_id, dues = excluded.dues
  ), parts AS (
    SELECT area_now AS contract_area_id, organization_now AS organization_id, NULL::date AS due_on, NULL AS rule, NULL AS kind,
      1 AS cases, ${each((column) => `0 AS ${column}`)} FROM changed WHERE is_now
    UNION ALL SELECT area_before, organization_before, NULL, NULL, NULL, -1, ${each(() => "0")} FROM changed WHERE was_before
    UNION ALL SELECT x.area_now, x.organization_now, u.due_on, u.rule, u.kind, 0, ${each((column) => `u.${column}`)}
      FROM changed x, unnest(x.dues_now) u
    UNION ALL SELECT x.area_before, x.organization_before, u.due_on, u.rule, u.kind, 0, ${each((column) => `-u.${column}`)}
      FROM changed x, unnest(x.dues_before) u
  ), sums AS (
    SELECT contract_area_id, organization_id, due_on, rule, kind, ${each((column) => `sum(${column}) AS ${column}`, TOTALS)}
    FROM parts GROUP BY contract_area_id, organization_id, due_on, rule, kind
  )
  INSERT INTO state_change SELECT * FROM sums WHERE (${each((column) => column, TOTALS)}) <> (${each(() => "0", TOTALS)});
END $$;`;

/** Numbers of the state that are ready before they are asked for, whatever the day on which they are read. */
export const rollups = `
-- Of one due date under one rule: not settled, of these with a recorded reason, settled in time, settled later.
CREATE TYPE app.due_count AS (due_on date, rule text, kind text, ${each((column) => `${column} smallint`)});

-- What an open case contributes: the reference by which a change is known as one.
CREATE TABLE app.case_count (
  case_id uuid PRIMARY KEY REFERENCES app.case_record,
  contract_area_id uuid NOT NULL REFERENCES app.contract_area,
  organization_id uuid NOT NULL REFERENCES app.organization,
  dues app.due_count[] NOT NULL
);

-- The sum of it by contract area and contractor. Dates, never a status; without a date: the cases.
CREATE TABLE app.state_count (
  contract_area_id uuid NOT NULL REFERENCES app.contract_area,
  organization_id uuid NOT NULL REFERENCES app.organization,
  due_on date,
  rule text,
  kind text,
  ${each((column) => `${column} integer NOT NULL`, TOTALS)},
  UNIQUE NULLS NOT DISTINCT (contract_area_id, organization_id, due_on, rule, kind)
);

-- What was added to it and taken from it since it was summed up: no act waits for another one's numbers.
CREATE TABLE app.state_change (LIKE app.state_count);

${countCases("CREATE", "d.kind")}

-- Sums up what has changed; whoever reads meanwhile sees either all of it before or all of it after.
CREATE FUNCTION app.sum_state_counts() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp
AS $$
BEGIN
  LOCK TABLE state_count IN SHARE ROW EXCLUSIVE MODE;
  WITH gone AS (DELETE FROM state_change RETURNING *)
  INSERT INTO state_count AS t
    SELECT contract_area_id, organization_id, due_on, rule, kind, ${each((column) => `sum(${column})`, TOTALS)}
    FROM gone GROUP BY contract_area_id, organization_id, due_on, rule, kind
  ON CONFLICT (contract_area_id, organization_id, due_on, rule, kind) DO UPDATE
    SET ${each((column) => `${column} = t.${column} + excluded.${column}`, TOTALS)};
  DELETE FROM state_count WHERE (${each((column) => column, TOTALS)}) = (${each(() => "0", TOTALS)});
END $$;

REVOKE ALL ON FUNCTION app.count_cases(uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION app.sum_state_counts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.sum_state_counts() TO kinward_app;

${countAfter("INSERT", "duty", NEW)}
${countAfter("UPDATE", "duty", NEW)}
${countAfter("DELETE", "duty", FORMER)}
${countAfter("INSERT", "duty_note", NEW)}
${countAfter("DELETE", "duty_note", FORMER)}
${countAfter("INSERT", "case_record", NEW)}
${countAfter("UPDATE", "case_record", where("case_id", "n.stage IS DISTINCT FROM f.stage"))}
${countAfter("UPDATE", "episode", where("episode_id", "n.withdrawn <> f.withdrawn"))}
${countAfter("INSERT", "episode_contractor", NEW)}
${countAfter("UPDATE", "episode_contractor", where("episode_contractor_id", "(n.organization_id, n.contract_area_id, n.from_on) <> (f.organization_id, f.contract_area_id, f.from_on)"))}

-- Written by these triggers alone. A contractor reads its own numbers.
GRANT SELECT ON app.case_count, app.state_count, app.state_change TO kinward_app;
${["case_count", "state_count", "state_change"]
  .map(
    (table) => `
ALTER TABLE app.${table} ENABLE ROW LEVEL SECURITY;
CREATE POLICY bound ON app.${table} USING ((SELECT app.is_department()) OR organization_id = (SELECT app.current_org()));`,
  )
  .join("\n")}

SELECT app.count_cases(ARRAY(SELECT case_id FROM app.case_record));
SELECT app.sum_state_counts();
`;
