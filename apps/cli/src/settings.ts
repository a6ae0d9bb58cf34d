/** What the commands take from the environment. */
const needed = (name: string, what: string): string => {
  const value = process.env[name];
  if (value === undefined || value === "")
    throw new Error(`${name} is not set: ${what}. "npm start" sets it for the embedded server.`);
  return value;
};

/** Address with the owner's role, for migrating and loading. */
export const ownerUrl = (): string =>
  needed("DATABASE_OWNER_URL", "the command needs the database with the role kinward_owner");

/** Address with the role of the application, which row-level security binds. */
export const appUrl = (): string =>
  needed("DATABASE_URL", "the command needs the database with the role kinward_app");
