import type { Instant, SavedViewId, StaffId } from "@kinward/domain/kernel";
import type { SavedView, ViewList } from "@kinward/domain/views";
import type { ReadTrx, Trx } from "../core/client.ts";
import { json } from "../core/values.ts";

/** More than anyone tells apart in a menu. */
export const MOST_SAVED_VIEWS = 30;

/** Someone's views of a list, by name. */
export async function listSavedViews(
  trx: ReadTrx | Trx,
  staffId: StaffId,
  list: ViewList,
): Promise<readonly SavedView[]> {
  return (trx as ReadTrx)
    .selectFrom("savedView")
    .select(["viewId", "list", "name", "search", "isDefault"])
    .where("staffId", "=", staffId)
    .where("list", "=", list)
    .orderBy("name")
    .limit(MOST_SAVED_VIEWS)
    .execute();
}

export type ViewSaved = "SAVED" | "NAME_TAKEN" | "TOO_MANY" | "NOT_FOUND";

/** Saves a view over the one with its id; at most one of a list is the default. */
export async function saveView(
  trx: Trx,
  staffId: StaffId,
  view: SavedView,
  now: Instant,
): Promise<ViewSaved> {
  const { viewId, list, search, isDefault } = view;
  const name = view.name.trim();
  // Two saves of one person at once go one after the other.
  await trx
    .selectFrom("staff")
    .select("staffId")
    .where("staffId", "=", staffId)
    .forNoKeyUpdate()
    .execute();
  const others = (await listSavedViews(trx, staffId, list)).filter((one) => one.viewId !== viewId);
  if (others.some((one) => one.name.toLowerCase() === name.toLowerCase())) return "NAME_TAKEN";
  if (others.length >= MOST_SAVED_VIEWS) return "TOO_MANY";
  if (isDefault)
    await trx
      .updateTable("savedView")
      .set({ isDefault: false })
      .where("staffId", "=", staffId)
      .where("list", "=", list)
      .where("viewId", "<>", viewId)
      .execute();
  const values = { name, search: json(search), isDefault, savedAt: now };
  const { numUpdatedRows } = await trx
    .updateTable("savedView")
    .set(values)
    .where("viewId", "=", viewId)
    .where("staffId", "=", staffId)
    .where("list", "=", list)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return "SAVED";
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("savedView")
    .values({ viewId, staffId, list, ...values })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  // Somebody else's view has this id.
  return numInsertedOrUpdatedRows === 0n ? "NOT_FOUND" : "SAVED";
}

/** Removes a view; one that is not there is removed already. */
export async function removeView(trx: Trx, staffId: StaffId, viewId: SavedViewId): Promise<void> {
  await trx
    .deleteFrom("savedView")
    .where("viewId", "=", viewId)
    .where("staffId", "=", staffId)
    .execute();
}
