/** Whether a family needs an interpreter is a fact that somebody asked for, or none: it no longer begins as "no". */
export const interpreter = `
ALTER TABLE app.case_record ALTER COLUMN interpreter_needed DROP NOT NULL, ALTER COLUMN interpreter_needed DROP DEFAULT;
`;
