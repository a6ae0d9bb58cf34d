import { listSavedViews, removeView, saveView } from "@kinward/db/lists";
import { CommandEnvelope, id, requiredText, type SavedViewId, text } from "@kinward/domain/kernel";
import { type SavedView, VIEW_LISTS } from "@kinward/domain/views";
import { z } from "zod";
import { router } from "../trpc/base.ts";
import { notFound, refused } from "../trpc/failure.ts";
import { keep, query } from "../trpc/procedures.ts";

const ok = { ok: true } as const;

const list = query(
  "views.list",
  z.strictObject({ list: z.enum(VIEW_LISTS) }),
  async ({ trx, who }, input): Promise<{ readonly views: readonly SavedView[] }> => ({
    views: await listSavedViews(trx, who.actor.staffId, input.list),
  }),
);

/** What stands behind the question mark of an address; the screen reads it as it reads any address. */
const Search = z
  .record(text(40).min(1), text(200))
  .refine((search) => Object.keys(search).length <= 20);

const save = keep(
  "views.save",
  z.strictObject({
    ...CommandEnvelope,
    viewId: id<SavedViewId>(),
    list: z.enum(VIEW_LISTS),
    name: requiredText(60),
    search: Search,
    isDefault: z.boolean(),
  }),
  async ({ trx, who, now }, { commandId: _, recordedAt: __, ...view }) => {
    switch (await saveView(trx, who.actor.staffId, view, now)) {
      case "SAVED":
        return ok;
      case "NAME_TAKEN":
        throw refused({ code: "DUPLICATE_NAME", path: ["name"], params: { name: view.name } });
      case "TOO_MANY":
        throw refused({ code: "TOO_MANY_VIEWS", path: ["name"] });
      case "NOT_FOUND":
        throw notFound();
    }
  },
);

const remove = keep(
  "views.remove",
  z.strictObject({ ...CommandEnvelope, viewId: id<SavedViewId>() }),
  async ({ trx, who }, { viewId }) => {
    await removeView(trx, who.actor.staffId, viewId);
    return ok;
  },
);

export const viewsRouter = router({ list, save, remove });
