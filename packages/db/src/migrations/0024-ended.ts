import { countCases } from "./0022-rollups.ts";
import { alsoOneOf } from "./sql.ts";

/**
 * The end of services. Deadlines that passed unmet and cannot be made up for are nobody's work: told apart by a date of
 * their own. And the contractor is told.
 */
export const ended = `
ALTER TABLE app.duty ADD COLUMN lapsed_on date,
  ADD CHECK (lapsed_on IS NULL OR kind = 'DEADLINE' AND settled_on IS NULL AND cancelled_on IS NULL);
DROP INDEX app.duty_open;
CREATE INDEX duty_open ON app.duty (case_id, due_on) INCLUDE (kind, owner, opens_on, lapsed_on)
  WHERE settled_on IS NULL AND cancelled_on IS NULL;

-- The sums of the state tell them apart as the lists do.
${countCases("CREATE OR REPLACE", "CASE WHEN d.lapsed_on IS NULL THEN d.kind ELSE 'LAPSED' END")}

-- The contractor is told when services end, and of every change of that.
${alsoOneOf("notice", "kind", ["SERVICES_ENDED"])}
${alsoOneOf("notice_choice", "kind", ["SERVICES_ENDED"])}

-- Cases with a deadline that may have lapsed are derived again before anybody reads a list of them.
UPDATE app.case_record c SET changes_on = least(c.changes_on, app.today())
  WHERE EXISTS (SELECT FROM app.duty d WHERE d.case_id = c.case_id AND d.kind = 'DEADLINE'
    AND d.due_on < app.today() AND d.settled_on IS NULL AND d.cancelled_on IS NULL);
`;
