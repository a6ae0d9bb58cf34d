import { expect, test } from "vitest";
import { emptyDatabase } from "../testing/database.ts";
import { generateTypes } from "./generate.ts";

test("the types say what the migrated database says (pnpm run generate writes them)", async () => {
  const database = await emptyDatabase();
  await expect(await generateTypes(database.ownerUrl)).toMatchFileSnapshot("./tables.generated.ts");
  await database.drop();
});
