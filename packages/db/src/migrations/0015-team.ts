import { inOrder, keepHistory, noOverlap, oneOf, VERSIONED } from "./sql.ts";

/** Cover for absences, and the notes with which cases change hands. */
export const team = `
-- Someone stands in for someone who is away. Both are of one organization; absent: the Department.
CREATE TABLE app.cover (
  cover_id uuid PRIMARY KEY,
  organization_id uuid REFERENCES app.organization,
  staff_id uuid NOT NULL REFERENCES app.staff,
  covered_by uuid NOT NULL REFERENCES app.staff CHECK (covered_by <> staff_id),
  from_on date NOT NULL,
  to_on date NOT NULL,
  -- It was called off before it began, or on its first day.
  cancelled boolean NOT NULL DEFAULT false,
  ${inOrder("from_on", "to_on")},
  CONSTRAINT one_cover_at_a_time ${noOverlap(["staff_id"], "from_on", "to_on", "NOT cancelled")},
  ${VERSIONED}
);
CREATE INDEX cover_covered_by ON app.cover (covered_by, to_on) WHERE NOT cancelled;

-- A case changed hands: what the record said about it, filled that day, and what a person wrote.
CREATE TABLE app.handover (
  handover_id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES app.case_record,
  episode_id uuid,
  -- Whose note it is; absent: the Department's.
  organization_id uuid REFERENCES app.organization,
  role text NOT NULL ${oneOf("role", ["CASEWORKER", "CARE_COORDINATOR"])},
  from_staff_id uuid REFERENCES app.staff,
  to_staff_id uuid NOT NULL REFERENCES app.staff,
  from_on date NOT NULL,
  note text CHECK (btrim(note) <> ''),
  parts jsonb NOT NULL CHECK (jsonb_typeof(parts) = 'array'),
  read_at timestamptz,
  CHECK ((role = 'CASEWORKER') = (episode_id IS NULL)),
  FOREIGN KEY (case_id, episode_id) REFERENCES app.episode (case_id, episode_id),
  ${VERSIONED}
);
CREATE INDEX handover_case ON app.handover (case_id, from_on DESC);
CREATE INDEX handover_unread ON app.handover (to_staff_id) WHERE read_at IS NULL;

${keepHistory("cover", ["cover_id"])}
${keepHistory("handover", ["handover_id"])}

GRANT SELECT, INSERT, UPDATE ON app.cover TO kinward_app;
GRANT SELECT, INSERT ON app.handover TO kinward_app;
-- What was handed over is never written again; reading it is confirmed.
GRANT UPDATE (read_at) ON app.handover TO kinward_app;

ALTER TABLE app.cover ENABLE ROW LEVEL SECURITY;
CREATE POLICY bound ON app.cover
  USING ((SELECT app.is_department()) OR organization_id = (SELECT app.current_org()))
  WITH CHECK (organization_id IS NOT DISTINCT FROM (SELECT app.current_org()) OR (SELECT app.is_system()));

-- A note is read by those whose it is, and by the Department; a later contractor does not see an earlier one's.
ALTER TABLE app.handover ENABLE ROW LEVEL SECURITY;
CREATE POLICY bound ON app.handover
  USING ((SELECT app.is_department()) OR (organization_id = (SELECT app.current_org()) AND EXISTS (SELECT FROM app.case_org o
    WHERE o.case_id = handover.case_id AND o.organization_id = (SELECT app.current_org()))))
  WITH CHECK ((SELECT app.is_department()) OR (organization_id = (SELECT app.current_org()) AND EXISTS (SELECT FROM app.case_org o
    WHERE o.case_id = handover.case_id AND o.organization_id = (SELECT app.current_org()))));
`;
