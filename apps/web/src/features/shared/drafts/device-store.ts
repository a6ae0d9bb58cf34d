import type { DBSchema, IDBPDatabase } from "idb";
import type { Cipher, Sealed } from "./cipher.ts";

/** What the device holds of a draft: all of it sealed but the ids. */
interface KeptDraft {
  readonly draftId: string;
  readonly staffId: string;
  readonly keptAt: string;
  readonly sealed: Sealed;
}
interface DraftDatabase extends DBSchema {
  drafts: { key: string; value: KeptDraft; indexes: { staffId: string } };
}

/** A form as typed, with the version of the server it was typed over. */
export interface DeviceDraft {
  readonly content: Readonly<Record<string, unknown>>;
  readonly baseVersion: number;
  /** What the server had at that version. */
  readonly base?: Readonly<Record<string, unknown>> | undefined;
  /** The server has not confirmed it yet. */
  readonly dirty: boolean;
}

export interface DeviceStore {
  put(draftId: string, draft: DeviceDraft): Promise<void>;
  get(draftId: string): Promise<DeviceDraft | undefined>;
  remove(draftId: string): Promise<void>;
}

const OLD_MS = 7 * 86_400_000;

async function open(): Promise<IDBPDatabase<DraftDatabase>> {
  const { openDB } = await import("idb");
  return openDB<DraftDatabase>("kinward", 1, {
    upgrade: (db) =>
      void db.createObjectStore("drafts", { keyPath: "draftId" }).createIndex("staffId", "staffId"),
  });
}

/** Drafts on this device, encrypted, one person's apart from another's. Older ones than a week are swept away. */
export function deviceStore(staffId: string, cipher: Promise<Cipher>): DeviceStore {
  const opened = open();
  void opened.then(sweep).catch(() => undefined);
  return {
    put: async (draftId, draft) => {
      const sealed = await (await cipher).seal(draft);
      await (
        await opened
      ).put("drafts", { draftId, staffId, keptAt: new Date().toISOString(), sealed });
    },
    get: async (draftId) => {
      const kept = await (await opened).get("drafts", draftId);
      if (kept?.staffId !== staffId) return undefined;
      return (await (await cipher).open(kept.sealed)) as DeviceDraft | undefined;
    },
    remove: async (draftId) => (await opened).delete("drafts", draftId),
  };
}

async function sweep(db: IDBPDatabase<DraftDatabase>): Promise<void> {
  const before = new Date(Date.now() - OLD_MS).toISOString();
  for (const kept of await db.getAll("drafts"))
    if (kept.keptAt < before) await db.delete("drafts", kept.draftId);
}
