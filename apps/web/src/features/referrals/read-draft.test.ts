import { expect, it } from "vitest";
import type { DraftContent } from "@kinward/domain/drafts";
import { readReferral } from "./read-draft.ts";

const LONG = "x".repeat(101);

it("keeps what is too long or oddly written, for whoever typed it to put right", () => {
  const content: DraftContent = {
    family: { members: [{ ref: "m", given: LONG, family: "So\u0000to" }], culturalNotes: "Shoes" },
  };
  expect(readReferral(content)).toEqual(content);
});

it("leaves out only the answers that it cannot read", () => {
  expect(
    readReferral({
      family: {
        members: [
          { ref: "m", given: LONG, role: "UNCLE", shoeSize: 9 },
          "nobody",
          { given: "without a name of its own" },
          { ref: "n", languages: ["es", 7] },
        ],
        familySize: 3,
      },
      form: { effectiveDate: "2026-02-31", signedOn: "2026-02-01" },
      colour: "red",
    }),
  ).toEqual({
    family: {
      members: [
        { ref: "m", given: LONG },
        { ref: "n", languages: ["es"] },
      ],
    },
    form: { signedOn: "2026-02-01" },
  });
});

it("begins anew where nothing can be read", () => {
  expect(readReferral({ family: 7 } as DraftContent)).toEqual({});
});
