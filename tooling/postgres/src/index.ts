/** The driver, for tools that send statements of their own. */
export { default as pg } from "pg";
export { ensureDatabase, recreateDatabase, runStatements } from "./databases.ts";
export { tryLock, type Lock } from "./lock.ts";
export {
  DATABASE,
  DataFolderInUse,
  openServer,
  refuseUsedFolder,
  type Server,
  type ServerOptions,
  startServer,
} from "./server.ts";
export { databaseRights, ROLES, setupSql, type Passwords, type SetupOptions } from "./setup-sql.ts";
export { type DatabaseUrls, urlsOf, withDatabase } from "./urls.ts";
