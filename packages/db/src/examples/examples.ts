import type { CommandId, ExampleId, Instant, StaffId } from "@kinward/domain/kernel";
import type { CaseProfile } from "@kinward/domain/policy";
import type { ExampleView, SavedExample } from "@kinward/domain/views";
import type { ReadTrx, Trx } from "../core/client.ts";
import { json } from "../core/values.ts";

/** Examples in the list at most. */
const MOST = 500;

const base = (trx: ReadTrx | Trx) =>
  (trx as ReadTrx)
    .selectFrom("workedExample as e")
    .innerJoin("staff as s", "s.staffId", "e.savedBy")
    .select(["e.exampleId", "e.version", "e.profile", "e.title", "e.savedAt", "s.name as savedBy"]);

/** The newest version of every example, the newest first. */
export const listExamples = (trx: ReadTrx): Promise<readonly SavedExample[]> =>
  base(trx)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("workedExample as later")
            .select("later.exampleId")
            .whereRef("later.exampleId", "=", "e.exampleId")
            .whereRef("later.version", ">", "e.version"),
        ),
      ),
    )
    .orderBy("e.savedAt", "desc")
    .orderBy("e.exampleId")
    .limit(MOST)
    .execute();

/** One version of an example, the newest unless said otherwise, with all its versions. */
export async function findExample(
  trx: ReadTrx,
  exampleId: ExampleId,
  version?: number,
): Promise<ExampleView | undefined> {
  const versions = await base(trx)
    .where("e.exampleId", "=", exampleId)
    .orderBy("e.version", "desc")
    .execute();
  const chosen =
    version === undefined ? versions[0] : versions.find((one) => one.version === version);
  if (chosen === undefined) return undefined;
  const { document } = await trx
    .selectFrom("workedExample")
    .select("document")
    .where("exampleId", "=", exampleId)
    .where("version", "=", chosen.version)
    .executeTakeFirstOrThrow();
  return { ...chosen, document, versions };
}

/** The number of the newest version; undefined where there is no such example. */
export async function newestVersion(trx: Trx, exampleId: ExampleId): Promise<number | undefined> {
  const row = await trx
    .selectFrom("workedExample")
    .select("version")
    .where("exampleId", "=", exampleId)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.version;
}

export interface NewVersion {
  readonly exampleId: ExampleId;
  readonly version: number;
  readonly profile: CaseProfile;
  readonly title: string;
  readonly document: Readonly<Record<string, unknown>>;
  readonly savedBy: StaffId;
  readonly savedAt: Instant;
  readonly commandId: CommandId;
}

/** Adds a version; false where somebody else has added the same one. */
export async function addExampleVersion(trx: Trx, given: NewVersion): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await trx
    .insertInto("workedExample")
    .values({ ...given, document: json(given.document) })
    .onConflict((conflict) => conflict.columns(["exampleId", "version"]).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows > 0n;
}
