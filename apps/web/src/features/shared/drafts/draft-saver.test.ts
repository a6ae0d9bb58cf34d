import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Failure } from "../../../api/failure.ts";
import type { DeviceDraft, DeviceStore } from "./device-store.ts";
import type { DraftContent } from "@kinward/domain/drafts";
import { chooseDraft, draftSaver, type DraftSaveState } from "./draft-saver.ts";

function setUp(failures: (Failure | undefined)[] = []) {
  const kept = new Map<string, DeviceDraft>();
  const saved: DraftContent[] = [];
  const states: DraftSaveState[] = [];
  const device: DeviceStore = {
    put: async (id, draft) => void kept.set(id, draft),
    get: async (id) => kept.get(id),
    remove: async (id) => void kept.delete(id),
  };
  const saver = draftSaver({
    draftId: "d",
    version: 0,
    device,
    onState: (state) => states.push(state),
    server: {
      save: async (content, expected) => {
        const failure = failures.shift();
        if (failure) throw failure;
        saved.push(content);
        return { version: expected + 1, savedAt: "2026-11-20T15:41:00.000Z" };
      },
      failureOf: (error) => error as Failure,
    },
  });
  return { saver, kept, saved, states, last: () => states.at(-1)?.kind };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("draft saver", () => {
  it("keeps each change on the device at once and sends only the last to the server after a moment", async () => {
    const { saver, kept, saved, last } = setUp();
    saver.change({ notes: "a" });
    saver.change({ notes: "ab" });
    await vi.advanceTimersByTimeAsync(0);
    expect(kept.get("d")).toEqual({ content: { notes: "ab" }, baseVersion: 0, dirty: true });
    expect(saved).toEqual([]);
    await vi.advanceTimersByTimeAsync(800);
    expect(saved).toEqual([{ notes: "ab" }]);
    expect(last()).toBe("saved");
    expect(kept.get("d")?.dirty).toBe(false);
    expect(saver.version()).toBe(1);
  });
  it("says that it stands on this device only, and sends it when the connection is back", async () => {
    const { saver, saved, last } = setUp([{ kind: "OFFLINE" }]);
    saver.change({ notes: "in the car" });
    await vi.advanceTimersByTimeAsync(800);
    expect(last()).toBe("device");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(saved).toEqual([{ notes: "in the car" }]);
    expect(last()).toBe("saved");
  });
  it("does not try again what the server refuses, but keeps it", async () => {
    const { saver, saved, kept, last } = setUp([{ kind: "CONFLICT" }]);
    saver.change({ notes: "mine" });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(last()).toBe("failed");
    expect(saved).toEqual([]);
    expect(kept.get("d")?.dirty).toBe(true);
    expect(saver.here()).toEqual({ content: { notes: "mine" }, base: undefined });
  });
  it("goes on with what was made of both copies, over the version that the server has", async () => {
    const { saver, saved, kept } = setUp([{ kind: "CONFLICT" }, { kind: "CONFLICT" }]);
    saver.change({ notes: "mine" });
    expect(await saver.flush()).toBe(false);
    expect(await saver.flush()).toBe(false);
    saver.rebase({ content: { notes: "theirs" }, version: 4 });
    saver.change({ notes: "both" });
    expect(await saver.flush()).toBe(true);
    expect(saved).toEqual([{ notes: "both" }]);
    expect(saver.version()).toBe(5);
    expect(kept.get("d")).toMatchObject({ base: { notes: "both" }, baseVersion: 5, dirty: false });
  });
  it("asks first for the answer that got lost, so that its own save is not taken for another's", async () => {
    const { saver, saved, kept } = setUp([{ kind: "OFFLINE" }]);
    saver.change({ notes: "in the tunnel" });
    await saver.flush();
    saver.change({ notes: "in the tunnel, and out" });
    expect(kept.get("d")).toMatchObject({ baseVersion: 0, dirty: true });
    expect(await saver.flush()).toBe(true);
    expect(saved).toEqual([{ notes: "in the tunnel" }, { notes: "in the tunnel, and out" }]);
    await saver.flush();
    expect(saved).toHaveLength(2);
  });
  it("sends at once what is waiting when the form is left", async () => {
    const { saver, saved } = setUp();
    saver.change({ notes: "a" });
    await saver.flush();
    expect(saved).toEqual([{ notes: "a" }]);
  });
});

describe("which copy goes on", () => {
  const server = { content: { from: "server" }, version: 3 };
  it("takes the device's where the server never got it", () => {
    expect(
      chooseDraft(server, { content: { from: "device" }, baseVersion: 3, dirty: true }),
    ).toMatchObject({ content: { from: "device" }, unsent: true });
    expect(
      chooseDraft(undefined, { content: { from: "device" }, baseVersion: 0, dirty: true })?.content,
    ).toEqual({ from: "device" });
  });
  it("keeps the device's with the version it was typed over, also where the server has a newer one", () => {
    const base = { from: "before" };
    const device = { content: { from: "device" }, base, baseVersion: 2, dirty: true };
    expect(chooseDraft(server, device)).toEqual({
      content: { from: "device" },
      version: 2,
      base,
      unsent: true,
    });
    expect(chooseDraft(undefined, { ...device, dirty: false })?.version).toBe(2);
  });
  it("takes the server's where the device has nothing of its own", () => {
    expect(
      chooseDraft(server, { content: { from: "device" }, baseVersion: 3, dirty: false })?.content,
    ).toEqual({ from: "server" });
    expect(chooseDraft(undefined, undefined)).toBeUndefined();
  });
});
