import { oneOf } from "./sql.ts";

/** Examples that show how the rules count: a new version each time one is saved, none is ever changed. */
export const workbench = `
CREATE TABLE app.worked_example (
  example_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  profile text NOT NULL ${oneOf("profile", ["IA_FSRP", "KY_IN_HOME"])},
  title text NOT NULL CHECK (btrim(title) <> ''),
  -- In the shape of a worked case, so that it can be run by other versions of the rules.
  document jsonb NOT NULL CHECK (jsonb_typeof(document) = 'object'),
  saved_by uuid NOT NULL REFERENCES app.staff,
  saved_at timestamptz NOT NULL,
  command_id uuid NOT NULL,
  PRIMARY KEY (example_id, version)
);
CREATE INDEX worked_example_saved ON app.worked_example (saved_at DESC);
CREATE INDEX worked_example_by ON app.worked_example (saved_by);
GRANT SELECT, INSERT ON app.worked_example TO kinward_app;

-- The Department's own.
ALTER TABLE app.worked_example ENABLE ROW LEVEL SECURITY;
CREATE POLICY bound ON app.worked_example USING ((SELECT app.is_department())) WITH CHECK ((SELECT app.is_department()));
`;
