import type { DraftContent } from "@kinward/domain/drafts";
import type { Failure } from "../../../api/failure.ts";
import type { DeviceDraft, DeviceStore } from "./device-store.ts";

export type DraftSaveState =
  | { readonly kind: "saved"; readonly at: string }
  | { readonly kind: "saving" }
  | { readonly kind: "device" }
  | { readonly kind: "failed"; readonly failure: Failure };

/** A copy as the server has it. */
export interface ServerDraft {
  readonly content: DraftContent;
  readonly version: number;
}

export interface DraftServer {
  save(
    content: DraftContent,
    expectedVersion: number,
  ): Promise<{ readonly version: number; readonly savedAt: string }>;
  failureOf(error: unknown): Failure;
}

export interface DraftSaverOptions {
  readonly draftId: string;
  readonly version: number;
  /** What the server has at that version. */
  readonly base?: DraftContent | undefined;
  readonly server: DraftServer;
  readonly device: DeviceStore;
  readonly onState: (state: DraftSaveState) => void;
  /** Milliseconds without a change after which the server gets it. */
  readonly delay?: number;
  /** Milliseconds after which a lost connection is tried again. */
  readonly retry?: number;
}

export interface DraftSaver {
  /** The form as it stands now: on the device at once, on the server after a moment. */
  change(content: DraftContent): void;
  /** Sends what is waiting; settles when the server has it or could not take it: false while it has another copy. */
  flush(): Promise<boolean>;
  version(): number;
  /** The form as it was typed here, and what it began with. */
  here(): Pick<DeviceDraft, "content" | "base"> | undefined;
  /** The next change is about this copy, which somebody compared with what was typed here. */
  rebase(server: ServerDraft): void;
  stop(): void;
}

const DELAY_MS = 800;
const RETRY_MS = 5_000;

/** Keeps one draft in two places. One save at a time; what changes meanwhile is sent after it. */
export function draftSaver(options: DraftSaverOptions): DraftSaver {
  const { draftId, server, device, onState, delay = DELAY_MS, retry = RETRY_MS } = options;
  let { version, base } = options;
  let waiting: DraftContent | undefined;
  // Sent, but no answer came: it may have arrived.
  let unheard: DraftContent | undefined;
  let failed: Failure["kind"] | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let stopped = false;

  const keep = (content: DraftContent, dirty: boolean) =>
    device.put(draftId, { content, baseVersion: version, base, dirty }).then(
      () => true,
      () => false,
    );

  async function send(): Promise<void> {
    clearTimeout(timer);
    while (waiting !== undefined) {
      // The same again first: what changed since would look like another's version.
      const content = unheard ?? waiting;
      if (waiting === content) waiting = undefined;
      onState({ kind: "saving" });
      try {
        const saved = await server.save(content, version);
        ({ version } = saved);
        base = content;
        unheard = undefined;
        failed = undefined;
        if (waiting === undefined) {
          await keep(content, false);
          onState({ kind: "saved", at: saved.savedAt });
        }
      } catch (error) {
        const failure = server.failureOf(error);
        waiting ??= content;
        unheard = failure.kind === "OFFLINE" ? content : undefined;
        failed = failure.kind;
        const isKept = await keep(waiting, true);
        onState(
          failure.kind === "OFFLINE" && isKept ? { kind: "device" } : { kind: "failed", failure },
        );
        if (failure.kind === "OFFLINE" && !stopped) timer = setTimeout(() => void flush(), retry);
        return;
      }
    }
  }

  function flush(): Promise<void> {
    running ??= send().finally(() => (running = undefined));
    return running;
  }

  return {
    change: (content) => {
      waiting = content;
      onState({ kind: "saving" });
      void keep(content, true);
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), delay);
    },
    flush: async () => {
      await flush();
      // A change during the last save waits for its own.
      if (waiting !== undefined && failed === undefined) await flush();
      return failed !== "CONFLICT";
    },
    version: () => version,
    here: () => waiting && { content: waiting, base },
    rebase: (server) => {
      ({ version, content: base } = server);
      failed = undefined;
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** The copy with which a form goes on. */
export interface ChosenDraft extends ServerDraft {
  readonly base?: DraftContent | undefined;
  readonly unsent: boolean;
}

/**
 * Of the copies on server and device the one to go on with: the device's, where the server never got it. If the server
 * has a newer one by now, sending it tells, and both are compared.
 */
export function chooseDraft(
  server: ServerDraft | undefined,
  device: DeviceDraft | undefined,
): ChosenDraft | undefined {
  if (device !== undefined && (device.dirty || server === undefined))
    return {
      content: device.content,
      version: device.baseVersion,
      base: device.base,
      unsent: true,
    };
  return server && { ...server, base: server.content, unsent: false };
}
