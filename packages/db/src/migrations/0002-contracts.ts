import { inOrder, keepHistory, noOverlap, oneOf, VERSIONED } from "./sql.ts";

/** Service areas, contract areas, contracts and the rotation of each contract area. */
export const contracts = `
CREATE TABLE app.service_area (
  service_area_id uuid PRIMARY KEY,
  name text NOT NULL UNIQUE CHECK (name <> ''),
  ${VERSIONED}
);

-- Never renamed into another: splitting and merging end areas and begin new ones.
CREATE TABLE app.contract_area (
  contract_area_id uuid PRIMARY KEY,
  service_area_id uuid NOT NULL REFERENCES app.service_area,
  subarea_name text CHECK (subarea_name <> ''),
  from_on date NOT NULL,
  to_on date,
  ${inOrder("from_on", "to_on")},
  EXCLUDE USING gist (service_area_id WITH =, coalesce(subarea_name, '') WITH =, daterange(from_on, to_on, '[]') WITH &&),
  ${VERSIONED}
);

CREATE TABLE app.contract_area_county (
  contract_area_county_id uuid PRIMARY KEY,
  contract_area_id uuid NOT NULL REFERENCES app.contract_area,
  county text NOT NULL CHECK (county <> ''),
  from_on date NOT NULL,
  to_on date,
  ${inOrder("from_on", "to_on")},
  ${noOverlap(["county"], "from_on", "to_on")},
  ${VERSIONED}
);
CREATE INDEX contract_area_county_area ON app.contract_area_county (contract_area_id);

-- Two positions, each held by one contract at a time: never more than two contractors on one day.
CREATE TABLE app.contract (
  contract_id uuid PRIMARY KEY,
  contract_area_id uuid NOT NULL REFERENCES app.contract_area,
  organization_id uuid NOT NULL REFERENCES app.organization,
  position smallint NOT NULL CHECK (position IN (1, 2)),
  from_on date NOT NULL,
  to_on date NOT NULL,
  procurement_ref text NOT NULL,
  crisis_contact text,
  capacities text[] NOT NULL DEFAULT '{}',
  activated_at timestamptz,
  CHECK (from_on <= to_on),
  CONSTRAINT contract_position_free ${noOverlap(["contract_area_id", "position"], "from_on", "to_on")},
  CONSTRAINT contract_organization_once ${noOverlap(["contract_area_id", "organization_id"], "from_on", "to_on")},
  UNIQUE (contract_id, contract_area_id),
  ${VERSIONED}
);
CREATE INDEX contract_organization ON app.contract (organization_id);

CREATE TABLE app.contract_rate (
  contract_rate_id uuid PRIMARY KEY,
  contract_id uuid NOT NULL REFERENCES app.contract,
  cents integer NOT NULL CHECK (cents >= 0),
  from_on date NOT NULL,
  to_on date,
  ${inOrder("from_on", "to_on")},
  ${noOverlap(["contract_id"], "from_on", "to_on")},
  ${VERSIONED}
);

CREATE TABLE app.contract_subcontractor (
  contract_subcontractor_id uuid PRIMARY KEY,
  contract_id uuid NOT NULL REFERENCES app.contract,
  organization_id uuid NOT NULL REFERENCES app.organization,
  from_on date NOT NULL,
  to_on date,
  ${inOrder("from_on", "to_on")},
  ${noOverlap(["contract_id", "organization_id"], "from_on", "to_on")},
  ${VERSIONED}
);
CREATE INDEX contract_subcontractor_organization ON app.contract_subcontractor (organization_id);

-- Who takes the first turn of a new pair, as an administrator named it; the newest counts.
CREATE TABLE app.area_starter (
  area_starter_id uuid PRIMARY KEY,
  contract_area_id uuid NOT NULL,
  contract_id uuid NOT NULL,
  from_on date NOT NULL,
  FOREIGN KEY (contract_id, contract_area_id) REFERENCES app.contract (contract_id, contract_area_id),
  ${VERSIONED}
);
CREATE INDEX area_starter_area ON app.area_starter (contract_area_id, known_from);

-- A pair of contracts, who begins, and what it opens with. A new epoch begins when either contract changes.
CREATE TABLE app.rotation_epoch (
  contract_area_id uuid NOT NULL REFERENCES app.contract_area,
  number integer NOT NULL CHECK (number >= 1),
  first_contract_id uuid NOT NULL,
  second_contract_id uuid NOT NULL CHECK (second_contract_id <> first_contract_id),
  from_on date NOT NULL,
  epoch jsonb NOT NULL CHECK ((epoch ->> 'number')::integer = number),
  command_id uuid NOT NULL,
  PRIMARY KEY (contract_area_id, number),
  FOREIGN KEY (first_contract_id, contract_area_id) REFERENCES app.contract (contract_id, contract_area_id),
  FOREIGN KEY (second_contract_id, contract_area_id) REFERENCES app.contract (contract_id, contract_area_id)
);

-- The end of an area's ledger. Its lock gives the area one order of turns.
CREATE TABLE app.area_head (
  contract_area_id uuid PRIMARY KEY REFERENCES app.contract_area,
  seq integer NOT NULL CHECK (seq >= 0),
  hash text NOT NULL,
  -- What the next turn depends on, as the domain keeps it; replaying the lines gives the same.
  head jsonb NOT NULL CHECK ((head ->> 'seq')::integer = seq),
  -- The moment of the newest line; the next one is later.
  at timestamptz
);

CREATE TABLE app.ledger_line (
  contract_area_id uuid NOT NULL REFERENCES app.contract_area,
  seq integer NOT NULL CHECK (seq >= 1),
  kind text NOT NULL ${oneOf("kind", ["ASSIGNMENT", "REVERSAL", "MOVE", "CORRECTION"])},
  referral_key uuid NOT NULL,
  -- The line as it is hashed: version, area, epoch, lane, contractor, method, balances, policy, moment, previous hash.
  line jsonb NOT NULL,
  prev text NOT NULL,
  hash text NOT NULL UNIQUE,
  command_id uuid NOT NULL,
  PRIMARY KEY (contract_area_id, seq),
  CHECK ((line ->> 'seq')::integer = seq),
  CHECK (line ->> 'kind' = kind AND line ->> 'hash' = hash AND line ->> 'prev' = prev),
  CHECK (line ->> 'referralKey' = referral_key::text)
);
-- A referral takes one turn, whatever happens to it later.
CREATE UNIQUE INDEX ledger_line_one_assignment ON app.ledger_line (referral_key) WHERE kind = 'ASSIGNMENT';
CREATE INDEX ledger_line_command ON app.ledger_line (command_id);

-- Every line stands on the one before it: no gap, no second beginning, no other past.
CREATE FUNCTION app.extend_ledger() RETURNS trigger
  LANGUAGE plpgsql SET search_path = app, pg_temp
AS $$
DECLARE
  last_hash text;
BEGIN
  SELECT hash INTO last_hash FROM app.ledger_line
    WHERE contract_area_id = NEW.contract_area_id AND seq = NEW.seq - 1;
  IF NEW.seq > 1 AND NEW.prev IS DISTINCT FROM last_hash THEN
    RAISE EXCEPTION 'ledger line % of area % does not follow the line before it', NEW.seq, NEW.contract_area_id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER extend_ledger BEFORE INSERT ON app.ledger_line
  FOR EACH ROW EXECUTE FUNCTION app.extend_ledger();

${keepHistory("service_area", ["service_area_id"])}
${keepHistory("contract_area", ["contract_area_id"])}
${keepHistory("contract_area_county", ["contract_area_county_id"])}
${keepHistory("contract", ["contract_id"])}
${keepHistory("contract_rate", ["contract_rate_id"])}
${keepHistory("contract_subcontractor", ["contract_subcontractor_id"])}
${keepHistory("area_starter", ["area_starter_id"])}
`;
