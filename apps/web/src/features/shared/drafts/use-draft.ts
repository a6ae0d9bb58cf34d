import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { v7 as uuidv7 } from "uuid";
import type { DraftState } from "@kinward/ui/DraftStatus";
import { dates } from "@kinward/wording/en/dates";
import type { DraftContent } from "@kinward/domain/drafts";
import type { CaseId, DraftId } from "@kinward/domain/kernel";
import type { DraftRow, DraftView } from "@kinward/domain/views";
import { api, queryClient, trpcClient } from "../../../api/client.ts";
import { commandIds } from "../../../api/command.ts";
import { failureOf } from "../../../api/failure.ts";
import { asId } from "../../../app/ids.ts";
import { useMe } from "../../../app/me.ts";
import { beforeSignOut } from "../../../app/sign-out.ts";
import { toast } from "../../../app/toast.ts";
import { shared } from "../../../messages/en/shared.ts";
import { cipherOf } from "./cipher.ts";
import { deviceStore } from "./device-store.ts";
import {
  chooseDraft,
  draftSaver,
  type ChosenDraft,
  type DraftSaver,
  type DraftSaveState,
} from "./draft-saver.ts";

export interface DraftOptions {
  readonly kind: DraftRow["kind"];
  /** From the address; missing until the first real change. */
  readonly draftId: string | undefined;
  readonly caseId?: CaseId | undefined;
  /** Puts the id into the address, so that a reload and a sign-in find the draft. */
  readonly onBegun: (draftId: DraftId) => void;
  readonly titleOf: (content: DraftContent) => string;
}

export interface DraftCopies {
  readonly here: DraftContent;
  readonly there: DraftView;
  readonly base: DraftContent | undefined;
}

export interface Draft {
  /** False while the draft of the address is being loaded. */
  readonly ready: boolean;
  readonly initial: DraftContent | undefined;
  readonly draftId: DraftId | undefined;
  readonly caseId: CaseId | undefined;
  readonly status: DraftState | undefined;
  readonly conflict: boolean;
  change(content: DraftContent): void;
  /** Sends what waits; false while another copy stands against it, and nothing should be made of the draft. */
  flush(): Promise<boolean>;
  version(): number;
  /** After a conflict: what was typed here, what was saved elsewhere, and what both began with if that is known. */
  copies(): Promise<DraftCopies>;
  /** The next change is what somebody made of both copies. */
  settle(there: DraftView): void;
  /** Throws it away; an undo stands ready for a minute. */
  discard(onRestored: () => void): Promise<void>;
  /** It became a record: the server removed it with the command, the device does now. */
  done(): Promise<void>;
}

const words = shared.draft;
const relist = () => queryClient.invalidateQueries({ queryKey: api.drafts.list.queryKey() });

/** The one way in which forms keep what is typed: on the device at once, on the server after a moment. */
export function useDraft(options: DraftOptions): Draft {
  const me = useMe();
  const store = useMemo(
    () => deviceStore(me.staffId, cipherOf(me.draftKey)),
    [me.staffId, me.draftKey],
  );
  const saver = useRef<DraftSaver>(undefined);
  const [begun, setBegun] = useState<string>();
  const [state, setState] = useState<DraftSaveState>();
  const [conflict, setConflict] = useState(false);
  const draftId = begun ?? options.draftId;
  const opts = useRef(options);
  useLayoutEffect(() => {
    opts.current = options;
  });

  // A draft that was begun on this page is newer than anything that could be loaded for it.
  const loads = options.draftId !== undefined && begun === undefined;
  const loaded = useQuery({
    queryKey: ["draft", options.draftId],
    enabled: loads,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    queryFn: async () => {
      const id = options.draftId ?? "";
      const device = await store.get(id).catch(() => undefined);
      const server = await trpcClient.drafts.get
        .query({ draftId: asId(id) })
        .catch((error: unknown) => {
          // Not there: it was never sent, or it is somebody else's. Without a connection the device's copy goes on.
          if (["NOT_FOUND", "OFFLINE"].includes(failureOf(error).kind)) return undefined;
          throw error;
        });
      return chooseDraft(server, device) ?? null;
    },
  });

  const begin = useCallback(
    (id: string, from: Pick<ChosenDraft, "version" | "base">): DraftSaver => {
      // A retry of one save is the same command.
      const ids = commandIds();
      return draftSaver({
        draftId: id,
        ...from,
        device: store,
        onState: (next) => {
          setState(next);
          // Until it is settled, or saved all the same: not while it is only being sent again.
          if (next.kind !== "saving")
            setConflict(next.kind === "failed" && next.failure.kind === "CONFLICT");
        },
        server: {
          failureOf,
          save: async (content, expectedVersion) => {
            const { kind, caseId, titleOf } = opts.current;
            const input = {
              draftId: asId<DraftId>(id),
              kind,
              ...(caseId === undefined ? {} : { caseId }),
              title: titleOf(content),
              content,
              expectedVersion,
            };
            const saved = await trpcClient.drafts.save.mutate({
              ...input,
              commandId: ids.idFor(input),
            } as never);
            void relist();
            return saved;
          },
        },
      });
    },
    [store],
  );

  useEffect(() => {
    const leave = beforeSignOut(async () => void (await saver.current?.flush()));
    // Leaving the page sends what waits; the device has it in any case.
    const onHide = () => void saver.current?.flush();
    document.addEventListener("visibilitychange", onHide);
    return () => {
      leave();
      document.removeEventListener("visibilitychange", onHide);
      void saver.current?.flush();
      saver.current?.stop();
    };
  }, []);

  const change = useCallback(
    (content: DraftContent) => {
      let id = saver.current === undefined ? opts.current.draftId : undefined;
      if (saver.current === undefined) {
        const isNew = id === undefined;
        id ??= uuidv7();
        saver.current = begin(id, loaded.data ?? { version: 0 });
        if (isNew) {
          setBegun(id);
          opts.current.onBegun(asId(id));
        }
      }
      saver.current.change(content);
    },
    [begin, loaded.data],
  );

  // What only the device had is sent as soon as it is loaded.
  const unsent = loads && loaded.data?.unsent ? loaded.data.content : undefined;
  useEffect(() => {
    if (unsent !== undefined && saver.current === undefined) change(unsent);
  }, [unsent, change]);

  return {
    ready: !loads || loaded.isFetched,
    initial: loaded.data?.content,
    draftId: draftId === undefined ? undefined : asId(draftId),
    caseId: options.caseId,
    status: state && present(state, me.agency.timeZone),
    conflict,
    change,
    flush: async () => (await saver.current?.flush()) ?? true,
    version: () => saver.current?.version() ?? loaded.data?.version ?? 0,
    copies: async () => {
      const there = await trpcClient.drafts.get.query({ draftId: asId(draftId ?? "") });
      const { content = {}, base } = saver.current?.here() ?? {};
      return { here: content, base, there };
    },
    settle: (there) => {
      setConflict(false);
      saver.current?.rebase(there);
    },
    discard: async (onRestored) => {
      if (draftId === undefined) return;
      saver.current?.stop();
      saver.current = undefined;
      const id = asId<DraftId>(draftId);
      const kept = await store.get(draftId).catch(() => undefined);
      await trpcClient.drafts.discard
        .mutate({ draftId: id, commandId: uuidv7() } as never)
        .catch(() => undefined);
      await store.remove(draftId).catch(() => undefined);
      await relist();
      toast(words.discarded, {
        onUndo: () =>
          void (async () => {
            if (kept) await store.put(draftId, kept);
            await trpcClient.drafts.restore
              .mutate({ draftId: id, commandId: uuidv7() } as never)
              .catch(() => undefined);
            await relist();
            onRestored();
          })(),
      });
    },
    done: async () => {
      saver.current?.stop();
      saver.current = undefined;
      if (draftId !== undefined) await store.remove(draftId).catch(() => undefined);
    },
  };
}

function present(state: DraftSaveState, timeZone: string): DraftState {
  switch (state.kind) {
    case "saved":
      return { kind: "saved", time: dates.time(state.at, timeZone) };
    case "failed":
      return {
        kind: "failed",
        reason: words.notSaved[state.failure.kind] ?? words.refused,
      };
    default:
      return state;
  }
}
