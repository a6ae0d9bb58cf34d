import { connect } from "node:net";
import { readFile } from "node:fs/promises";
import pg from "pg";
import { expect, test } from "vitest";
import { isUnavailable } from "./unavailable.ts";

const failing = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

test("a server that is not there is unavailable, by name of host, port or socket", async () => {
  for (const connection of [
    "postgres://nobody@127.0.0.1:1/none",
    "postgres://nobody@localhost:1/none",
    "postgres://nobody@/none?host=/nowhere",
  ])
    expect(isUnavailable(await failing(new pg.Client(connection).connect()))).toBe(true);
});

test("what PostgreSQL says while it stops or starts is unavailable; what it says of a statement is not", () => {
  const of = (code: string) => Object.assign(new Error("from the server"), { code });
  for (const code of ["57P01", "57P02", "57P03", "57P05", "08006", "08001", "53300"])
    expect([code, isUnavailable(of(code))]).toEqual([code, true]);
  for (const code of ["23505", "40001", "42P01", "57014", "P0001"])
    expect([code, isUnavailable(of(code))]).toEqual([code, false]);
  expect(isUnavailable(new Error("Connection terminated unexpectedly"))).toBe(true);
  expect(isUnavailable(new Error("failed", { cause: of("57P03") }))).toBe(true);
});

test("a missing file or a fault of ours is not", async () => {
  expect(isUnavailable(await failing(readFile("/nowhere/at all")))).toBe(false);
  expect(isUnavailable(new TypeError("undefined is not a function"))).toBe(false);
  expect(isUnavailable("text")).toBe(false);
  const refused = new Promise((_resolve, reject) => connect(1, "127.0.0.1").once("error", reject));
  expect(isUnavailable(await failing(refused))).toBe(true);
});
