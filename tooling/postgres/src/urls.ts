import { ROLES } from "./setup-sql.ts";

/** Connection strings of one database, one per role; they fit `pg` and `psql` alike. */
export interface DatabaseUrls {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly authUrl: string;
  /** For tests and for setting up; nothing else needs a superuser. */
  readonly superUrl: string;
}

export const SUPERUSER = "postgres";

/** The embedded server listens on a unix socket in `host` only; who may enter that folder is trusted. */
export function urlsOf(host: string, database: string): DatabaseUrls {
  const url = (user: string) =>
    `postgresql://${user}@/${encodeURIComponent(database)}?host=${encodeURIComponent(host)}`;
  return {
    ownerUrl: url(ROLES.owner),
    appUrl: url(ROLES.app),
    authUrl: url(ROLES.auth),
    superUrl: url(SUPERUSER),
  };
}

/** The same connection to another database of the server. */
export function withDatabase(url: string, database: string): string {
  return url.replace(/^([a-z]+:\/\/[^/]*\/)[^?]*/, `$1${encodeURIComponent(database)}`);
}
