import { expect, it } from "vitest";
import { US_STATES } from "@kinward/domain/people";
import { stateName } from "./states.ts";

it("has a name for every state of the domain", () => {
  for (const code of US_STATES) expect(stateName(code)).not.toBe(code);
});
