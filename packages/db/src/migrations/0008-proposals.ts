import { keepHistory, oneOf, VERSIONED } from "./sql.ts";

/** What needs a second person, and the days on which a contract area takes no referrals. */
export const proposals = `
CREATE TABLE app.proposal (
  proposal_id uuid PRIMARY KEY,
  kind text NOT NULL ${oneOf("kind", ["LEDGER_CORRECTION", "CASE_MOVE", "SETTING", "OVERRIDE"])},
  -- What it is about, so that two proposals about one thing do not wait side by side.
  subject_kind text NOT NULL CHECK (subject_kind <> ''),
  subject_id text NOT NULL CHECK (subject_id <> ''),
  content jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'),
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  source text CHECK (btrim(source) <> ''),
  proposed_by uuid NOT NULL REFERENCES app.staff,
  proposed_at timestamptz NOT NULL,
  decided_by uuid REFERENCES app.staff,
  decided_at timestamptz,
  decision text ${oneOf("decision", ["APPROVED", "REJECTED", "WITHDRAWN"])},
  note text CHECK (btrim(note) <> ''),
  CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL)),
  CHECK (decision <> 'REJECTED' OR note IS NOT NULL),
  CONSTRAINT proposal_second_person CHECK ((decision = 'WITHDRAWN') = (decided_by = proposed_by)),
  ${VERSIONED}
);
CREATE UNIQUE INDEX proposal_open_once ON app.proposal (kind, subject_kind, subject_id) WHERE decision IS NULL;
CREATE INDEX proposal_open ON app.proposal (proposed_at) WHERE decision IS NULL;
CREATE INDEX proposal_decided ON app.proposal (decided_at DESC) WHERE decision IS NOT NULL;
CREATE INDEX proposal_subject ON app.proposal (subject_kind, subject_id);
CREATE INDEX proposal_by ON app.proposal (proposed_by, proposed_at DESC);

-- An answer is given once; what was asked never changes (the app's role may not update those columns at all).
CREATE FUNCTION app.answer_proposal_once() RETURNS trigger
  LANGUAGE plpgsql SET search_path = app, pg_temp
AS $$
BEGIN
  IF OLD.decision IS NOT NULL THEN
    RAISE EXCEPTION 'proposal % is answered already', OLD.proposal_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER answer_once BEFORE UPDATE ON app.proposal
  FOR EACH ROW EXECUTE FUNCTION app.answer_proposal_once();

-- From a day until the day on which referrals are taken again; one that was called off has no day.
CREATE TABLE app.area_pause (
  area_pause_id uuid PRIMARY KEY,
  contract_area_id uuid NOT NULL REFERENCES app.contract_area,
  from_on date NOT NULL,
  resumes_on date,
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  CHECK (resumes_on IS NULL OR from_on <= resumes_on),
  EXCLUDE USING gist (contract_area_id WITH =, daterange(from_on, resumes_on, '[)') WITH &&),
  ${VERSIONED}
);
CREATE INDEX area_pause_area ON app.area_pause (contract_area_id, from_on);

${keepHistory("proposal", ["proposal_id"])}
${keepHistory("area_pause", ["area_pause_id"])}

GRANT SELECT, INSERT, UPDATE ON app.area_pause TO kinward_app;
GRANT SELECT, INSERT ON app.proposal TO kinward_app;
GRANT UPDATE (decided_by, decided_at, decision, note) ON app.proposal TO kinward_app;

-- Proposals are the Department's own; contractors read what came of them.
ALTER TABLE app.proposal ENABLE ROW LEVEL SECURITY;
CREATE POLICY bound ON app.proposal USING ((SELECT app.is_department())) WITH CHECK ((SELECT app.is_department()));
`;
