/** Former rows get the new column too, so that they read as rows of today do. */
export const FORMER_NEEDS = `
UPDATE app.history SET row = row || '{"needs_confirmed": true}' WHERE table_name = 'case_record' AND NOT row ? 'needs_confirmed';`;

/** What the referral said of a family is corrected later. */
export const facts = `
-- A contractor's word about what a family needs takes effect at once and waits for the Department's.
ALTER TABLE app.case_record ADD COLUMN needs_confirmed boolean NOT NULL DEFAULT true;
${FORMER_NEEDS}
`;
