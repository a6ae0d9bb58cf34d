/** What an earlier state of a case is put together from. */
export const asKnown = `
-- Former rows of a person are open to whom the person is: they belong to no case.
DROP POLICY bound ON app.history;
CREATE POLICY bound ON app.history USING (
  CASE
    WHEN table_name = 'person' THEN (SELECT app.is_department())
      OR EXISTS (SELECT FROM app.member m WHERE m.person_id = history.row_id::uuid)
    WHEN case_id IS NULL THEN (SELECT app.is_department())
    ELSE (SELECT app.is_department()) OR EXISTS (SELECT FROM app.case_org o
      WHERE o.case_id = history.case_id AND o.organization_id = (SELECT app.current_org()))
  END);
`;
