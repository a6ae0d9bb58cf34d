import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { caseFileArbitrary } from "../testing/index.ts";
import { CaseFileSchema } from "./case-file.schema.ts";

const vectors = JSON.parse(
  readFileSync(new URL("../../test-vectors/worked-cases.json", import.meta.url), "utf8"),
) as {
  readonly scenarios: readonly { readonly id: string; readonly given: Record<string, unknown> }[];
};

// Written anew by `vitest run --update`.
test("the published JSON Schema is that of the code", async () => {
  const schema = z.toJSONSchema(CaseFileSchema, { target: "draft-2020-12", io: "input" });
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
    "../../schemas/case-file.schema.json",
  );
});

const contactCases = vectors.scenarios.filter(
  ({ given }) => "members" in given && "contacts" in given,
);

test.each(contactCases)("the given facts of $id are a case file", ({ given }) => {
  expect(CaseFileSchema.safeParse(given).error?.issues ?? []).toEqual([]);
});

test("random case files are case files", () => {
  fc.assert(
    fc.property(caseFileArbitrary, (file) => CaseFileSchema.safeParse(file).success),
    { numRuns: 100, seed: 20_261_122 },
  );
});

test("refuses what is no date, no setting and no text", () => {
  const file = { members: [], contacts: [] };
  const at = (value: unknown) =>
    CaseFileSchema.safeParse(value).error?.issues.map((issue) => issue.path.join("."));
  expect(at({ ...file, effectiveDate: "2026-02-30" })).toEqual(["effectiveDate"]);
  expect(
    at({ ...file, members: [{ id: "a", role: "CHILD", living: [{ setting: "TENT" }] }] }),
  ).toEqual(["members.0.living.0.setting"]);
  expect(at({ ...file, members: [{ id: "\u0000", role: "CHILD", living: [] }] })).toEqual([
    "members.0.id",
  ]);
});
