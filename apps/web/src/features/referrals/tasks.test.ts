import { expect, it } from "vitest";
import { nextTask, presentTasks, taskHref, taskOfPath, taskOfRefusal } from "./tasks.ts";

it("lists the tasks in their order, and the check last", () => {
  const tasks = presentTasks("d", {}, undefined);
  expect(tasks.map((task) => task.id)).toEqual([
    "FAMILY",
    "SERVICE",
    "LEGAL_BASIS",
    "EFFECTIVE_DATE",
    "PRIOR_SERVICES",
    "RISKS",
    "CHECK",
  ]);
  expect(tasks.slice(0, 6).every((task) => task.status === "todo")).toBe(true);
});
it("calls a task ready only when the server finds nothing missing in it", () => {
  const content = { form: { effectiveDate: "2026-11-20" as never } };
  const status = (refusals?: never[]) =>
    presentTasks("d", content, refusals).find((task) => task.id === "EFFECTIVE_DATE")?.status;
  expect(status()).toBe("writing");
  expect(status([{ code: "FIELD_REQUIRED", path: ["form", "signedOn"] } as never])).toBe("writing");
  expect(status([])).toBe("ready");
});
it("leads from task to task and at the end to the check", () => {
  expect(nextTask("FAMILY")).toBe("SERVICE");
  expect(taskHref("d", nextTask("RISKS"))).toBe("/referrals/new/d/check");
  expect(taskOfPath("legal-basis")).toBe("LEGAL_BASIS");
  expect(taskOfPath("elsewhere")).toBeUndefined();
});
it("leads a refusal to the task that puts it right", () => {
  expect(taskOfRefusal({ code: "NO_QUALIFYING_CHILD", path: ["family", "members"] })).toBe(
    "LEGAL_BASIS",
  );
  expect(taskOfRefusal({ code: "SUBAREA_REQUIRED", path: ["service", "subareaId"] })).toBe(
    "SERVICE",
  );
});
