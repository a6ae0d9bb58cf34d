import type {} from "@kinward/testkit/postgres-global";
import { migrate } from "@kinward/db/migrate";
import { createTestDatabase, type TestDatabase } from "@kinward/testkit/postgres";

/** An empty, migrated database of its own. */
export const testDatabase = (): Promise<TestDatabase> =>
  createTestDatabase({
    template: "api",
    migrate: async ({ ownerUrl }) => void (await migrate(ownerUrl)),
  });
