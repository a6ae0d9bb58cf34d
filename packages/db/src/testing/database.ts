import { createTestDatabase, type TestDatabase } from "@kinward/testkit/postgres";
import type {} from "@kinward/testkit/postgres-global";
import { createDatabase, type Database } from "../core/client.ts";
import { migrate } from "../migrations/index.ts";

/** A database with the current schema and nothing in it. */
export const emptyDatabase = (): Promise<TestDatabase> =>
  createTestDatabase({
    template: "db: migrated",
    migrate: async ({ ownerUrl }) => void (await migrate(ownerUrl)),
  });

export interface Opened {
  readonly database: TestDatabase;
  /** As the app's role: row-level security binds. */
  readonly db: Database;
  /** As the owner, who loads and looks at everything. */
  readonly owner: Database;
  /** Statements of `db` so far. */
  readonly statements: string[];
  readonly close: () => Promise<void>;
}

/** An empty database with its pools. */
export async function openDatabase(max = 10): Promise<Opened> {
  const database = await emptyDatabase();
  const statements: string[] = [];
  const db = createDatabase({
    url: database.appUrl,
    purpose: "test",
    max,
    onQuery: (text) => statements.push(text),
  });
  const owner = createDatabase({ url: database.ownerUrl, purpose: "test owner", max: 2 });
  return {
    database,
    db,
    owner,
    statements,
    close: async () => {
      await Promise.all([db.destroy(), owner.destroy()]);
      await database.drop();
    },
  };
}
