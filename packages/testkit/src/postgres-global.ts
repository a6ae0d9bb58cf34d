import { startServer } from "@kinward/postgres";
import type { TestProject } from "vitest/node";
import { dropTemplates } from "./postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Connection string of the superuser of the run's throw-away PostgreSQL. */
    kinwardPostgres: string;
  }
}

/**
 * Vitest global set-up: one throw-away PostgreSQL for the whole run. Where `KINWARD_TEST_POSTGRES` names a server
 * (the connection string of a superuser), that one is used, so that several runs share one.
 */
export default async function provideServer(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["KINWARD_TEST_POSTGRES"];
  if (given !== undefined && given !== "") {
    project.provide("kinwardPostgres", given);
    return async () => undefined;
  }
  const server = await startServer();
  project.provide("kinwardPostgres", server.superUrl);
  // In watch mode the migrations may have changed since the last run.
  project.onTestsRerun(() => dropTemplates(server.superUrl));
  return () => server.stop();
}
