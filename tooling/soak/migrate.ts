import { join } from "node:path";
import { ROOT } from "../start/places.ts";
import { startNode } from "../start/processes.ts";
import type { Postgres } from "./postgres.ts";

/** Brings the empty database to the current schema. */
export async function migrate({ urls, folder }: Postgres): Promise<void> {
  const child = startNode({
    name: "migration",
    args: [join(ROOT, "apps/cli/src/main.ts"), "db", "migrate"],
    cwd: folder,
    env: { ...process.env, DATABASE_URL: urls.appUrl, DATABASE_OWNER_URL: urls.ownerUrl },
  });
  if ((await child.ended) !== 0) throw new Error("the schema could not be made");
}
