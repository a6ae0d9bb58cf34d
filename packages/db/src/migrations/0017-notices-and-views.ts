import { oneOf } from "./sql.ts";

const KINDS = [
  "REFERRAL_NEW",
  "REFERRAL_WITHDRAWN",
  "COORDINATOR_ASSIGNED",
  "HANDOVER",
  "HOUSEHOLD_CHANGE",
  "DUTY_LATE",
  "DUTY_SOON",
  "OVERRIDE_REQUESTED",
  "OVERRIDE_ANSWERED",
  "PROPOSAL_MADE",
  "PROPOSAL_ANSWERED",
];

const OWN = "staff_id::text = (SELECT app.setting('app.user')) OR (SELECT app.is_system())";

const own = (table: string, check = OWN): string => `
ALTER TABLE app.${table} ENABLE ROW LEVEL SECURITY;
CREATE POLICY bound ON app.${table} USING (${OWN}) WITH CHECK (${check});
GRANT SELECT, INSERT, UPDATE, DELETE ON app.${table} TO kinward_app;`;

/** What belongs to one person alone: saved views, notices with their channels, and the calendar feed. */
export const noticesAndViews = `
-- A named address of a list: filters, order and columns as the address spells them.
CREATE TABLE app.saved_view (
  view_id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES app.staff,
  list text NOT NULL ${oneOf("list", ["CASES", "WORK"])},
  name text NOT NULL CHECK (btrim(name) <> ''),
  search jsonb NOT NULL,
  is_default boolean NOT NULL DEFAULT false,
  saved_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX saved_view_name ON app.saved_view (staff_id, list, lower(name));
CREATE UNIQUE INDEX saved_view_default ON app.saved_view (staff_id, list) WHERE is_default;

-- What someone is told of: written in the transaction of the act, or by the morning's look at due dates.
CREATE TABLE app.notice (
  notice_id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES app.staff,
  kind text NOT NULL ${oneOf("kind", KINDS)},
  case_id uuid REFERENCES app.case_record,
  -- Codes, counts and dates; names are looked up when it is read, under the rights of that day.
  params jsonb NOT NULL DEFAULT '{}',
  at timestamptz NOT NULL,
  read_at timestamptz,
  -- The act, or the due date, that it tells of: each is told once.
  about text NOT NULL,
  UNIQUE (staff_id, kind, about)
);
CREATE INDEX notice_inbox ON app.notice (staff_id, at DESC, notice_id);
CREATE INDEX notice_at ON app.notice (at);

-- Where it differs from the usual channel of the kind.
CREATE TABLE app.notice_choice (
  staff_id uuid NOT NULL REFERENCES app.staff,
  kind text NOT NULL ${oneOf("kind", KINDS)},
  channel text NOT NULL ${oneOf("channel", ["INBOX", "DIGEST", "NONE"])},
  PRIMARY KEY (staff_id, kind)
);

-- One digest a person and day, whatever process makes it.
CREATE TABLE app.notice_digest (
  staff_id uuid NOT NULL REFERENCES app.staff,
  on_date date NOT NULL,
  notices integer NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (staff_id, on_date)
);

-- The address of a person's calendar for other programs; only its hash is kept.
CREATE TABLE app.calendar_feed (
  staff_id uuid PRIMARY KEY REFERENCES app.staff,
  feed_id uuid NOT NULL,
  token_hash text NOT NULL UNIQUE,
  made_at timestamptz NOT NULL
);

${own("saved_view")}
-- An act tells others than the one who does it.
${own("notice", "app.setting('app.user') IS NOT NULL")}
${own("notice_choice")}
${own("notice_digest")}
${own("calendar_feed")}
`;
