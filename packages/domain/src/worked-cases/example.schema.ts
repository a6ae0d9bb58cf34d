import { z } from "zod";
import type { ExampleId } from "../kernel/ids.ts";
import { CommandEnvelope, id, requiredText } from "../kernel/values.schema.ts";
import type { Json, JsonObject } from "./checker.ts";
import { openBenchCase } from "./bench.ts";

/** Characters of an example at most, as JSON: some hundred contacts. */
const MOST_TEXT = 200_000;

/** NUL and lone surrogates as JSON writes them: the database cannot keep them. */
const UNSTORABLE = /\\u(?:0000|d[89a-f][0-9a-f]{2})/iu;

const fits = (document: unknown): boolean => {
  const text = JSON.stringify(document);
  return (
    text.length <= MOST_TEXT &&
    !UNSTORABLE.test(text) &&
    openBenchCase(document as Json) !== undefined
  );
};

/** A worked case that the workbench can open again. */
export const ExampleDocument = z
  .record(z.string(), z.json())
  .refine(fits, { message: "VALUE_NOT_ALLOWED" }) as unknown as z.ZodType<JsonObject, JsonObject>;

/** Saves an example, or a new version of one. */
export const SaveExampleInput = z.strictObject({
  ...CommandEnvelope,
  exampleId: z.exactOptional(id<ExampleId>()),
  /** Number of the version that was changed; 0 for a new example. */
  expectedVersion: z.int().min(0).max(1_000_000),
  title: requiredText(200),
  document: ExampleDocument,
});
