import { newId } from "@kinward/db";
import { addExampleVersion, findExample, listExamples, newestVersion } from "@kinward/db/examples";
import { type ExampleId, id } from "@kinward/domain/kernel";
import type { ExampleView, SavedExample } from "@kinward/domain/views";
import { SaveExampleInput } from "@kinward/domain/worked-cases";
import { z } from "zod";
import { Failed, orNotFound } from "../trpc/failure.ts";
import { command, query } from "../trpc/procedures.ts";

export const examples = query(
  "policy.examples",
  z.strictObject({}),
  ({ trx }): Promise<readonly SavedExample[]> => listExamples(trx),
);

const ExampleInput = z.strictObject({
  exampleId: id<ExampleId>(),
  version: z.exactOptional(z.int().min(1).max(1_000_000)),
});

export const example = query(
  "policy.example",
  ExampleInput,
  async ({ trx }, { exampleId, version }): Promise<ExampleView> =>
    orNotFound(await findExample(trx, exampleId, version)),
);

/** Adds a version to an example, or begins one. Versions are never changed. */
export const saveExample = command("policy.saveExample", SaveExampleInput, async (tools, input) => {
  const { trx, at, who, commandId } = tools;
  const { title, document, expectedVersion } = input;
  const newest = input.exampleId === undefined ? 0 : await newestVersion(trx, input.exampleId);
  const exampleId = input.exampleId ?? newId<ExampleId>();
  const version = orNotFound(newest) + 1;
  const profile =
    (document["given"] as { readonly profile?: unknown } | undefined)?.profile === "KY_IN_HOME"
      ? "KY_IN_HOME"
      : "IA_FSRP";
  const added =
    newest === expectedVersion &&
    (await addExampleVersion(trx, {
      exampleId,
      version,
      profile,
      title: title.trim(),
      document,
      savedBy: who.actor.staffId,
      savedAt: at,
      commandId,
    }));
  if (!added) throw new Failed({ kind: "CONFLICT", revision: newest ?? 0 });
  return {
    result: { exampleId, version },
    subject: { kind: "EXAMPLE", id: exampleId },
    params: { version },
  };
});
