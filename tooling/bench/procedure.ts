import { randomUUID } from "node:crypto";
import { type DatabaseUrls, pg } from "@kinward/postgres";
import type { Agency, Area } from "../soak/agency.ts";

/** A turn as the database alone would take it: the same lock, the same line, no case, no people, no rules but DEC-30. */
const SCHEMA = `
CREATE SCHEMA bench;
CREATE TABLE bench.head (area uuid PRIMARY KEY, seq integer NOT NULL, balance integer NOT NULL, hash text NOT NULL, at timestamptz);
CREATE TABLE bench.line (area uuid, seq integer, line jsonb NOT NULL, prev text NOT NULL, hash text NOT NULL UNIQUE,
  PRIMARY KEY (area, seq));
CREATE FUNCTION bench.take_turn(of_area uuid, referral_key uuid, first uuid, second uuid) RETURNS integer
  LANGUAGE plpgsql AS $$
DECLARE
  head bench.head;
  contractor uuid;
  line jsonb;
  moment timestamptz;
  weight integer;
BEGIN
  SELECT * INTO head FROM bench.head WHERE area = of_area FOR UPDATE;
  contractor := CASE WHEN head.balance > 0 THEN second ELSE first END;
  weight := CASE WHEN contractor = first THEN 1 ELSE -1 END;
  moment := greatest(clock_timestamp(), head.at + interval '1 millisecond');
  line := jsonb_build_object('v', 1, 'area', of_area, 'seq', head.seq + 1, 'kind', 'ASSIGNMENT', 'lane', 'COMBINED',
    'epoch', 1, 'referralKey', referral_key, 'contractor', contractor, 'method', 'ROTATION', 'counted', 1,
    'outOfOrder', 0, 'before', head.balance, 'after', head.balance + weight, 'policyNumber', 1, 'at', moment,
    'prev', head.hash);
  INSERT INTO bench.line VALUES (of_area, head.seq + 1, line, head.hash, encode(sha256(convert_to(line::text, 'UTF8')), 'hex'));
  UPDATE bench.head h SET seq = head.seq + 1, balance = head.balance + weight, at = moment,
    hash = encode(sha256(convert_to(line::text, 'UTF8')), 'hex') WHERE h.area = of_area;
  RETURN head.seq + 1;
END $$;
GRANT USAGE ON SCHEMA bench TO kinward_app;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA bench TO kinward_app;`;

/** A stored procedure that takes a turn and does nothing else: what is the least that a durable turn costs here. */
export class Procedure {
  readonly #pool: pg.Pool;
  readonly #contractors: Agency["contractors"];

  private constructor(pool: pg.Pool, contractors: Agency["contractors"]) {
    this.#pool = pool;
    this.#contractors = contractors;
  }

  static async create(urls: DatabaseUrls, { areas, contractors }: Agency): Promise<Procedure> {
    const client = new pg.Client({ connectionString: urls.superUrl });
    await client.connect();
    await client.query(SCHEMA);
    await client.query(
      "INSERT INTO bench.head SELECT a, 0, 0, repeat('0', 64) FROM unnest($1::uuid[]) AS a",
      [areas.map((area) => area.contractAreaId)],
    );
    await client.end();
    return new Procedure(new pg.Pool({ connectionString: urls.appUrl, max: 20 }), contractors);
  }

  async takeTurn({ contractAreaId }: Area): Promise<void> {
    await this.#pool.query("SELECT bench.take_turn($1, $2, $3, $4)", [
      contractAreaId,
      randomUUID(),
      ...this.#contractors,
    ]);
  }

  end(): Promise<void> {
    return this.#pool.end();
  }
}
