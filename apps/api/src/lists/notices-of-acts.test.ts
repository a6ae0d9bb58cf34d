import { ACTS_WITH_NOTICES } from "@kinward/domain/notices";
import { expect, test } from "vitest";
import { ROUTES } from "../routes.ts";
import type { Route } from "../routes/route.ts";

test("every act that is told to somebody is a command that there is", () => {
  const routes: Readonly<Record<string, Route>> = ROUTES;
  const unknown = ACTS_WITH_NOTICES.filter((name) => routes[name]?.does !== "COMMAND");
  expect(unknown).toEqual([]);
});
