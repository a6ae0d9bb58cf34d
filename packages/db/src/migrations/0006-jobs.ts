import { getConstructionPlans } from "pg-boss";

/** pg-boss as its own installer would make it; the processes run it without the right to change its schema. */
export const jobs = (): string => `
${getConstructionPlans("jobs", { createSchema: false })
  // The migration is one transaction already.
  .replaceAll(/^\s*(BEGIN|COMMIT);\s*$/gm, "")}
GRANT USAGE ON SCHEMA jobs TO kinward_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA jobs TO kinward_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA jobs TO kinward_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA jobs TO kinward_app;
`;
