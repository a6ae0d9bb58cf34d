/** Facts that were recorded by mistake are taken out; history keeps what they said. */
const REMOVABLE = [
  "member_basis",
  "member_purpose",
  "relationship",
  "termination_of_rights",
  "frequency",
];

export const marks = `
-- A level of the case plan has no effect before its version was approved (DEC-71).
ALTER TABLE app.frequency ADD COLUMN approved_on date;
${REMOVABLE.map((table) => `GRANT DELETE ON app.${table} TO kinward_app;`).join("\n")}
`;
