import type { Failure } from "../../../api/failure.ts";
import type { DeviceStore } from "./device-store.ts";

export type DraftContent = Readonly<Record<string, unknown>>;

export type DraftSaveState =
  | { readonly kind: "saved"; readonly at: string }
  | { readonly kind: "saving" }
  | { readonly kind: "device" }
  | { readonly kind: "failed"; readonly failure: Failure };

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
  /** Sends what is waiting; settles when the server has it or could not take it. */
  flush(): Promise<void>;
  version(): number;
  /** After a conflict: this is the one to keep, over the version that the server has now. */
  keepMine(serverVersion: number): void;
  stop(): void;
}

const DELAY_MS = 800;
const RETRY_MS = 5_000;

/** Keeps one draft in two places. One save at a time; what changes meanwhile is sent after it. */
export function draftSaver(options: DraftSaverOptions): DraftSaver {
  const { draftId, server, device, onState, delay = DELAY_MS, retry = RETRY_MS } = options;
  let version = options.version;
  let waiting: DraftContent | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let stopped = false;

  const keep = (content: DraftContent, dirty: boolean) =>
    device.put(draftId, { content, baseVersion: version, dirty }).then(
      () => true,
      () => false,
    );

  async function send(): Promise<void> {
    clearTimeout(timer);
    while (waiting !== undefined) {
      const content = waiting;
      waiting = undefined;
      onState({ kind: "saving" });
      try {
        const saved = await server.save(content, version);
        version = saved.version;
        if (waiting === undefined) {
          await keep(content, false);
          onState({ kind: "saved", at: saved.savedAt });
        }
      } catch (error) {
        const failure = server.failureOf(error);
        waiting ??= content;
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
      if (waiting !== undefined && running === undefined) await flush();
    },
    version: () => version,
    keepMine: (serverVersion) => {
      version = serverVersion;
      void flush();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** Of the copies on server and device the one to go on with: the device's, where the server never got it. */
export function chooseDraft(
  server: { readonly content: DraftContent; readonly version: number } | undefined,
  device:
    | { readonly content: DraftContent; readonly baseVersion: number; readonly dirty: boolean }
    | undefined,
):
  | { readonly content: DraftContent; readonly version: number; readonly unsent: boolean }
  | undefined {
  if (device?.dirty && (server === undefined || device.baseVersion >= server.version))
    return { content: device.content, version: server?.version ?? 0, unsent: true };
  if (server !== undefined)
    return { content: server.content, version: server.version, unsent: false };
  return device === undefined ? undefined : { content: device.content, version: 0, unsent: true };
}
