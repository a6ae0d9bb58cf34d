import { noOverlap } from "./sql.ts";

/** Former rows get the new columns too, so that they read as rows of today do. */
export const FORMER_ROWS = `
UPDATE app.history SET row = row || '{"withdrawn": false}' WHERE table_name = 'episode' AND NOT row ? 'withdrawn';
UPDATE app.history SET row = row || '{"transfer_reason": null, "ended_previous": false}'
  WHERE table_name = 'referral' AND NOT row ? 'ended_previous';`;

/** Withdrawals and transfers of referrals. */
export const referrals = `
-- Its referral was withdrawn before the effective date: no service ever began, and the family may be referred again.
ALTER TABLE app.episode ADD COLUMN withdrawn boolean NOT NULL DEFAULT false;
ALTER TABLE app.episode DROP CONSTRAINT episode_once;
ALTER TABLE app.episode ADD CONSTRAINT episode_once
  ${noOverlap(["case_id", "service_type"], "effective_date", "last_service_day", "NOT withdrawn")};
-- The column restates what the referral says already, so it is no new knowledge.
ALTER TABLE app.episode DISABLE TRIGGER keep_history;
UPDATE app.episode e SET withdrawn = true FROM app.referral r WHERE r.episode_id = e.episode_id AND r.withdrawal_reversed;
ALTER TABLE app.episode ENABLE TRIGGER keep_history;

ALTER TABLE app.referral
  -- Why the running services of another contract area were transferred (DEC-42).
  ADD COLUMN transfer_reason text CHECK (btrim(transfer_reason) <> ''),
  -- Its submission ended the services that it goes on from; taken back, they go on.
  ADD COLUMN ended_previous boolean NOT NULL DEFAULT false;
${FORMER_ROWS}

-- What became of a turn is asked by its referral.
CREATE INDEX ledger_line_later ON app.ledger_line (referral_key) WHERE kind <> 'ASSIGNMENT';
`;
