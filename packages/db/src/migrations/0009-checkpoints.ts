import { ASSIGNMENT_METHODS, LANES } from "@kinward/domain/assignment";

const HASH = `'^[0-9a-f]{64}$'`;
const GENESIS = "0".repeat(64);
/** The shapes that the texts of a line have: none of them can hold a name. */
const SHAPES = {
  area: "^[0-9a-f-]{36}$",
  contractor: "^[0-9a-f-]{36}$",
  referralKey: "^[0-9a-f-]{36}$",
  kind: "^[A-Z]{1,20}$",
  lane: `^(${LANES.join("|")})$`,
  method: `^(${ASSIGNMENT_METHODS.join("|")})$`,
  at: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{3}Z$",
  prev: "^[0-9a-f]{64}$",
  hash: "^[0-9a-f]{64}$",
};
const NUMBERS = [
  "v",
  "seq",
  "epoch",
  "counted",
  "outOfOrder",
  "before",
  "after",
  "policyNumber",
] as const;

/** A contractor sees the areas in which it holds or held a contract. */
const ownAreas = (table: string): string => `
ALTER TABLE app.${table} ENABLE ROW LEVEL SECURITY;
CREATE POLICY bound ON app.${table}
  USING ((SELECT app.is_department()) OR contract_area_id IN (SELECT c.contract_area_id FROM app.contract c
    WHERE c.organization_id = (SELECT app.current_org())))
  WITH CHECK ((SELECT app.is_department()));`;

/** What makes the ledger provable: lines that hold nothing else, one beginning, and its end signed day by day. */
export const checkpoints = `
-- A line is made of the fields of version 1, each of its own shape: there is no room for a name in it.
ALTER TABLE app.ledger_line
  ADD CONSTRAINT ledger_line_version_1 CHECK (
    line ?& ARRAY['${[...Object.keys(SHAPES), ...NUMBERS].join("', '")}']
    AND line - ARRAY['${[...Object.keys(SHAPES), ...NUMBERS, "refersToSeq"].join("', '")}'] = '{}'
    AND line -> 'v' = '1'
  ),
  ADD CONSTRAINT ledger_line_shapes CHECK (
    ${Object.entries(SHAPES)
      .map(([key, shape]) => `line ->> '${key}' ~ '${shape}'`)
      .join(" AND ")}
    AND ${NUMBERS.map((key) => `jsonb_typeof(line -> '${key}') = 'number'`).join(" AND ")}
    AND coalesce(jsonb_typeof(line -> 'refersToSeq'), 'number') = 'number'
  ),
  ADD CONSTRAINT ledger_line_of_its_area CHECK (line ->> 'area' = contract_area_id::text);
ALTER TABLE app.rotation_epoch
  ADD CONSTRAINT rotation_epoch_of_its_area CHECK (epoch ->> 'area' = contract_area_id::text);

-- The first line stands on nothing; every other one on the line before it, and is later.
CREATE OR REPLACE FUNCTION app.extend_ledger() RETURNS trigger
  LANGUAGE plpgsql SET search_path = app, pg_temp
AS $$
DECLARE
  last_hash text;
  last_at timestamptz;
BEGIN
  SELECT hash, (line ->> 'at')::timestamptz INTO last_hash, last_at FROM app.ledger_line
    WHERE contract_area_id = NEW.contract_area_id AND seq = NEW.seq - 1;
  IF NEW.prev IS DISTINCT FROM (CASE WHEN NEW.seq = 1 THEN '${GENESIS}' ELSE last_hash END) THEN
    RAISE EXCEPTION 'ledger line % of area % does not follow the line before it', NEW.seq, NEW.contract_area_id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (NEW.line ->> 'at')::timestamptz <= last_at THEN
    RAISE EXCEPTION 'ledger line % of area % is not later than the line before it', NEW.seq, NEW.contract_area_id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION app.extend_epochs() RETURNS trigger
  LANGUAGE plpgsql SET search_path = app, pg_temp
AS $$
BEGIN
  IF NEW.number > 1 AND NOT EXISTS (SELECT FROM app.rotation_epoch
      WHERE contract_area_id = NEW.contract_area_id AND number = NEW.number - 1) THEN
    RAISE EXCEPTION 'epoch % of area % does not follow the one before it', NEW.number, NEW.contract_area_id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER extend_epochs BEFORE INSERT ON app.rotation_epoch
  FOR EACH ROW EXECUTE FUNCTION app.extend_epochs();

-- Public keys. A key signs from its first day until the next one begins.
CREATE TABLE app.ledger_key (
  key_id text PRIMARY KEY CHECK (key_id = encode(sha256(convert_to(public_key, 'UTF8')), 'hex')),
  -- SubjectPublicKeyInfo (DER) in base64.
  public_key text NOT NULL CHECK (public_key ~ '^[A-Za-z0-9+/]+={0,2}$'),
  number integer NOT NULL UNIQUE CHECK (number >= 1),
  from_on date NOT NULL,
  command_id uuid NOT NULL
);

-- What a key signed on this day or later is not to be believed; the command says why.
CREATE TABLE app.ledger_key_revocation (
  key_id text PRIMARY KEY REFERENCES app.ledger_key,
  from_on date NOT NULL,
  command_id uuid NOT NULL
);

-- The end of an area's ledger, signed: at least once for each day with a new line.
CREATE TABLE app.checkpoint (
  contract_area_id uuid NOT NULL REFERENCES app.contract_area,
  number integer NOT NULL CHECK (number >= 1),
  seq integer NOT NULL,
  on_date date NOT NULL,
  key_id text NOT NULL REFERENCES app.ledger_key,
  -- As it was signed.
  checkpoint jsonb NOT NULL,
  -- SHA-256 of the signed text: the next one stands on it.
  digest text NOT NULL CHECK (digest ~ ${HASH}),
  command_id uuid NOT NULL,
  PRIMARY KEY (contract_area_id, number),
  UNIQUE (contract_area_id, seq, key_id),
  FOREIGN KEY (contract_area_id, seq) REFERENCES app.ledger_line (contract_area_id, seq),
  CHECK (checkpoint ->> 'area' = contract_area_id::text AND (checkpoint ->> 'seq')::integer = seq
    AND checkpoint ->> 'day' = on_date::text AND checkpoint ->> 'key' = key_id),
  CHECK (checkpoint ?& ARRAY['v', 'area', 'day', 'seq', 'hash', 'terms', 'key', 'prev', 'signature']
    AND checkpoint - ARRAY['v', 'area', 'day', 'seq', 'hash', 'terms', 'key', 'prev', 'signature'] = '{}')
);

CREATE FUNCTION app.extend_checkpoints() RETURNS trigger
  LANGUAGE plpgsql SET search_path = app, pg_temp
AS $$
DECLARE
  before app.checkpoint;
BEGIN
  SELECT * INTO before FROM app.checkpoint
    WHERE contract_area_id = NEW.contract_area_id ORDER BY number DESC LIMIT 1;
  IF NEW.number <> coalesce(before.number, 0) + 1 OR NEW.checkpoint ->> 'prev' <> coalesce(before.digest, '${GENESIS}')
      OR NEW.seq < before.seq OR NEW.on_date < before.on_date THEN
    RAISE EXCEPTION 'checkpoint % of area % does not follow the one before it', NEW.number, NEW.contract_area_id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NOT EXISTS (SELECT FROM app.ledger_line l
      WHERE l.contract_area_id = NEW.contract_area_id AND l.seq = NEW.seq AND l.hash = NEW.checkpoint ->> 'hash') THEN
    RAISE EXCEPTION 'checkpoint % of area % signs another line than the one there is', NEW.number, NEW.contract_area_id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER extend_checkpoints BEFORE INSERT ON app.checkpoint
  FOR EACH ROW EXECUTE FUNCTION app.extend_checkpoints();

-- Written once and never changed, whoever asks.
GRANT SELECT, INSERT ON app.ledger_key, app.ledger_key_revocation, app.checkpoint TO kinward_app;
${ownAreas("checkpoint")}
${ownAreas("rotation_epoch")}
`;
