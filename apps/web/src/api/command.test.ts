import { expect, it } from "vitest";
import { commandIds } from "./command.ts";

it("keeps the id of an input that is tried again, and makes a new one for another input or after success", () => {
  let made = 0;
  const ids = commandIds(() => `id-${++made}`);
  expect(ids.idFor({ note: "a" })).toBe("id-1");
  expect(ids.idFor({ note: "a" })).toBe("id-1");
  expect(ids.idFor({ note: "b" })).toBe("id-2");
  ids.done();
  expect(ids.idFor({ note: "b" })).toBe("id-3");
});
