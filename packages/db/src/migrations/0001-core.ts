import { inOrder, keepHistory, noOverlap, oneOf, VERSIONED } from "./sql.ts";

/**
 * Who is asking, the agency, commands and history.
 *
 * `app.user`, `app.org`, `app.command` and `app.at` are set for one transaction at a time. A setting that was local to
 * an earlier transaction reads as an empty text afterwards, so empty and missing mean the same: nobody, who sees nothing.
 */
export const core = `
CREATE FUNCTION app.setting(name text) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting(name, true), '') $$;

CREATE FUNCTION app.current_org() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT app.setting('app.org')::uuid $$;

-- The Department's people and named system purposes; contractors are bound to the cases of their organization.
CREATE FUNCTION app.is_department() RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT app.setting('app.user') IS NOT NULL AND app.setting('app.org') IS NULL $$;

CREATE TABLE app.agency (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  name text NOT NULL CHECK (name <> ''),
  time_zone text NOT NULL CHECK (timestamptz '2000-01-01' AT TIME ZONE time_zone IS NOT NULL),
  sample_data boolean NOT NULL DEFAULT false,
  -- A clock that stands still, for tests and sample data; refused in production.
  fixed_today date,
  ${VERSIONED}
);

CREATE FUNCTION app.today() RETURNS date
  LANGUAGE sql STABLE
  AS $$ SELECT coalesce((SELECT coalesce(fixed_today, (now() AT TIME ZONE time_zone)::date) FROM app.agency), (now() AT TIME ZONE 'UTC')::date) $$;

CREATE TABLE app.organization (
  organization_id uuid PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  kinds text[] NOT NULL DEFAULT '{}',
  phone text,
  email text,
  ended_on date,
  ${VERSIONED}
);
CREATE UNIQUE INDEX organization_name ON app.organization (lower(name));

CREATE TABLE app.office (
  office_id uuid PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  county text,
  phone text,
  ended_on date,
  ${VERSIONED}
);
CREATE UNIQUE INDEX office_name ON app.office (lower(name)) WHERE ended_on IS NULL;

CREATE TABLE app.team (
  team_id uuid PRIMARY KEY,
  office_id uuid NOT NULL REFERENCES app.office,
  name text NOT NULL CHECK (name <> ''),
  supervisor_id uuid,
  ended_on date,
  ${VERSIONED}
);
CREATE INDEX team_office ON app.team (office_id);

-- Staff, not accounts: commands, history and audit name them, so that the way of signing in may change.
CREATE TABLE app.staff (
  staff_id uuid PRIMARY KEY,
  auth_user_id text UNIQUE,
  name text NOT NULL CHECK (name <> ''),
  email public.citext NOT NULL UNIQUE,
  organization_id uuid REFERENCES app.organization,
  office_id uuid REFERENCES app.office,
  languages text[] NOT NULL DEFAULT '{}',
  last_sign_in_at timestamptz,
  ended_on date,
  ${VERSIONED}
);
CREATE INDEX staff_organization ON app.staff (organization_id, name);
CREATE INDEX staff_name ON app.staff USING gin (name public.gin_trgm_ops);

ALTER TABLE app.team ADD FOREIGN KEY (supervisor_id) REFERENCES app.staff;

CREATE TABLE app.staff_role (
  staff_role_id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES app.staff,
  role text NOT NULL ${oneOf("role", ["CASEWORKER", "SUPERVISOR", "CARE_COORDINATOR", "CONTRACTOR_SUPERVISOR", "INTAKE", "ADMINISTRATOR", "AUDITOR"])},
  from_on date NOT NULL,
  -- A role is over on the day it ends.
  to_on date,
  ${inOrder("from_on", "to_on")},
  EXCLUDE USING gist (staff_id WITH =, role WITH =, daterange(from_on, to_on, '[)') WITH &&),
  ${VERSIONED}
);
CREATE INDEX staff_role_staff ON app.staff_role (staff_id);

CREATE TABLE app.team_member (
  team_member_id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES app.staff,
  team_id uuid NOT NULL REFERENCES app.team,
  from_on date NOT NULL,
  to_on date,
  ${inOrder("from_on", "to_on")},
  ${noOverlap(["staff_id"], "from_on", "to_on")},
  ${VERSIONED}
);
CREATE INDEX team_member_team ON app.team_member (team_id);

CREATE TABLE app.supervisor_line (
  supervisor_line_id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES app.staff,
  supervisor_id uuid NOT NULL REFERENCES app.staff CHECK (supervisor_id <> staff_id),
  from_on date NOT NULL,
  to_on date,
  ${inOrder("from_on", "to_on")},
  ${noOverlap(["staff_id"], "from_on", "to_on")},
  ${VERSIONED}
);
CREATE INDEX supervisor_line_supervisor ON app.supervisor_line (supervisor_id);

CREATE TABLE app.invitation (
  invitation_id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES app.staff,
  token_hash text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  revoked_at timestamptz,
  -- Kept only while there is no mail server, for the administrator to hand over; erased on acceptance.
  link text
);
CREATE INDEX invitation_staff ON app.invitation (staff_id);

-- Encrypts what a browser keeps of one person's drafts; given to a signed-in session only.
CREATE TABLE app.device_key (
  staff_id uuid PRIMARY KEY REFERENCES app.staff,
  key text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- One row for each act; written once, at the end of the transaction that it describes.
CREATE TABLE app.command (
  command_id uuid PRIMARY KEY,
  procedure text NOT NULL,
  actor_staff_id uuid REFERENCES app.staff,
  system_purpose text,
  organization_id uuid REFERENCES app.organization,
  at timestamptz NOT NULL,
  recorded_at timestamptz,
  case_id uuid,
  -- The administrative record that it concerns.
  subject_kind text,
  subject_id text,
  reason text,
  -- SHA-256 of the canonical input, so that the same id never stands for two acts.
  input_digest text NOT NULL,
  -- Ids, codes and dates for the sentence about it; never free text of a record.
  params jsonb NOT NULL DEFAULT '{}',
  result jsonb,
  CHECK ((actor_staff_id IS NULL) = (system_purpose IS NOT NULL)),
  CHECK ((subject_kind IS NULL) = (subject_id IS NULL))
);
CREATE INDEX command_case ON app.command (case_id, at DESC, command_id) WHERE case_id IS NOT NULL;
CREATE INDEX command_subject ON app.command (subject_kind, subject_id, at DESC) WHERE subject_kind IS NOT NULL;
CREATE INDEX command_at ON app.command (at DESC);

-- Former rows: as they were known from one moment to another, and what the command that ended them changed.
CREATE TABLE app.history (
  history_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  table_name text NOT NULL,
  row_id text NOT NULL,
  case_id uuid,
  version integer NOT NULL,
  known_from timestamptz NOT NULL,
  known_to timestamptz NOT NULL,
  command_id uuid,
  row jsonb NOT NULL,
  -- New values of the columns that changed; absent when the row was removed.
  changed jsonb,
  UNIQUE (table_name, row_id, version)
);
CREATE INDEX history_case ON app.history (case_id, table_name, known_to) WHERE case_id IS NOT NULL;
CREATE INDEX history_command ON app.history (command_id);

-- It runs as its owner: the app's role may read history and has no way of writing it.
CREATE FUNCTION app.keep_history() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp
AS $$
DECLARE
  moment timestamptz := coalesce(app.setting('app.at')::timestamptz, date_trunc('milliseconds', clock_timestamp()));
  command uuid := app.setting('app.command')::uuid;
  keys text[] := string_to_array(TG_ARGV[0], ',');
  unversioned text[] := string_to_array(TG_ARGV[1], ',') || ARRAY['version', 'known_from', 'command_id'];
  former jsonb;
  changes jsonb;
BEGIN
  IF TG_OP = 'INSERT' THEN
    -- Without a command (loading of data), the loader's own knowledge times stand.
    IF command IS NOT NULL THEN
      NEW.version := 1;
      NEW.known_from := moment;
      NEW.command_id := command;
    END IF;
    RETURN NEW;
  END IF;
  former := to_jsonb(OLD);
  IF TG_OP = 'UPDATE' THEN
    SELECT jsonb_object_agg(n.key, n.value) INTO changes
      FROM jsonb_each(to_jsonb(NEW)) n
      WHERE NOT n.key = ANY (unversioned) AND n.value IS DISTINCT FROM former -> n.key;
    IF changes IS NULL THEN
      NEW.version := OLD.version;
      NEW.known_from := OLD.known_from;
      NEW.command_id := OLD.command_id;
      RETURN NEW;
    END IF;
  END IF;
  INSERT INTO app.history (table_name, row_id, case_id, version, known_from, known_to, command_id, row, changed)
    VALUES (
      TG_TABLE_NAME,
      (SELECT string_agg(former ->> k.name, '/' ORDER BY k.n) FROM unnest(keys) WITH ORDINALITY AS k(name, n)),
      (former ->> 'case_id')::uuid, OLD.version, OLD.known_from, moment, command, former, changes
    );
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  NEW.version := OLD.version + 1;
  NEW.known_from := moment;
  NEW.command_id := command;
  RETURN NEW;
END $$;

${keepHistory("agency", ["one"])}
${keepHistory("organization", ["organization_id"])}
${keepHistory("office", ["office_id"])}
${keepHistory("team", ["team_id"])}
${keepHistory("staff", ["staff_id"], ["auth_user_id", "last_sign_in_at"])}
${keepHistory("staff_role", ["staff_role_id"])}
${keepHistory("team_member", ["team_member_id"])}
${keepHistory("supervisor_line", ["supervisor_line_id"])}
`;
