import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type DatabaseUrls, openServer } from "@kinward/postgres";

/** Where "npm start" keeps what belongs to this checkout and to no one else. */
export const stateFolder = (): string =>
  process.env["KINWARD_STATE"] ?? fileURLToPath(new URL("../../../.kinward", import.meta.url));

/** The embedded server, while a command uses it. */
let embedded: DatabaseUrls | undefined;

/**
 * Does something with the database that the environment names, or with the embedded one that "npm start" made: the one
 * that runs, or started for the time of the command.
 */
export async function withServer<T>(work: () => Promise<T>): Promise<T> {
  const { DATABASE_URL, DATABASE_OWNER_URL } = process.env;
  const dataDir = join(stateFolder(), "postgres");
  if (DATABASE_URL || DATABASE_OWNER_URL || !existsSync(dataDir)) return work();
  const server = await openServer({ dataDir });
  embedded = server;
  try {
    return await work();
  } finally {
    embedded = undefined;
    await server.stop();
  }
}

const addressOf = (name: string, role: string, ofEmbedded: string | undefined): string => {
  const address = process.env[name] || ofEmbedded;
  if (address === undefined)
    throw new Error(
      `${name} is not set and there is no embedded database yet: run "npm start" once, or name a database with the role ${role}.`,
    );
  return address;
};

/** Address with the owner's role, for migrating and loading. */
export const ownerUrl = (): string =>
  addressOf("DATABASE_OWNER_URL", "kinward_owner", embedded?.ownerUrl);

/** Address with the role of the application, which row-level security binds. */
export const appUrl = (): string => addressOf("DATABASE_URL", "kinward_app", embedded?.appUrl);
