import { oneOf } from "./sql.ts";

/** Policy books, frozen content, drafts, the record of access, limits and mail. */
export const platform = `
CREATE TABLE app.policy_book (
  profile text NOT NULL ${oneOf("profile", ["IA_FSRP", "KY_IN_HOME"])},
  number integer NOT NULL CHECK (number >= 1),
  digest text NOT NULL,
  document jsonb NOT NULL CHECK ((document ->> 'number')::integer = number AND document ->> 'profile' = profile),
  published_at timestamptz NOT NULL,
  published_by uuid REFERENCES app.staff,
  command_id uuid NOT NULL,
  PRIMARY KEY (profile, number)
);

-- Sent reports, approved plans, letters: written once.
CREATE TABLE app.content (
  sha256 text PRIMARY KEY CHECK (sha256 = encode(sha256(bytes), 'hex')),
  media_type text NOT NULL,
  bytes bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE app.draft (
  draft_id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES app.staff,
  kind text NOT NULL ${oneOf("kind", ["REFERRAL", "CONTACT", "CASE"])},
  case_id uuid REFERENCES app.case_record,
  title text NOT NULL,
  content jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1,
  saved_at timestamptz NOT NULL,
  discarded_at timestamptz,
  -- Set once it became what it was a draft of.
  submitted_at timestamptz
);
CREATE INDEX draft_staff ON app.draft (staff_id, saved_at DESC) WHERE discarded_at IS NULL AND submitted_at IS NULL;

-- Who looked at what: one row a request, repeats within ten minutes counted.
CREATE TABLE app.access_log (
  access_id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES app.staff,
  organization_id uuid REFERENCES app.organization,
  purpose text NOT NULL ${oneOf("purpose", ["OPEN", "LIST", "SEARCH", "EXPORT", "REFRESH"])},
  procedure text NOT NULL,
  case_ids uuid[] NOT NULL,
  address text,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  count integer NOT NULL DEFAULT 1,
  repeat_key text NOT NULL UNIQUE
);
CREATE INDEX access_log_cases ON app.access_log USING gin (case_ids);
CREATE INDEX access_log_staff ON app.access_log (staff_id, first_at DESC);
CREATE INDEX access_log_at ON app.access_log (first_at DESC);

CREATE TABLE app.rate_limit (
  key text NOT NULL,
  window_start timestamptz NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (key, window_start)
);

-- Mail waits here until it is sent; without a mail server it waits visibly.
CREATE TABLE app.mail (
  mail_id uuid PRIMARY KEY,
  to_address text NOT NULL,
  to_staff_id uuid REFERENCES app.staff,
  template text NOT NULL,
  language text NOT NULL DEFAULT 'en-US',
  params jsonb NOT NULL DEFAULT '{}',
  status text NOT NULL DEFAULT 'WAITING' ${oneOf("status", ["WAITING", "SENT", "FAILED"])},
  attempts integer NOT NULL DEFAULT 0,
  last_error text,
  created_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  command_id uuid
);
CREATE INDEX mail_waiting ON app.mail (created_at) WHERE status <> 'SENT';
`;
