import { readFile } from "node:fs/promises";
import { CaseFileSchema } from "@kinward/domain/casefile/schema";
import { type Duty, evaluate, explain, statusOn } from "@kinward/domain/contacts";
import { codeText, isPlainDate } from "@kinward/domain/kernel";
import { defaultPolicyBook, type PolicyBook } from "@kinward/domain/policy";
import { type Command, usage } from "../command.ts";

const HOW = "evaluate CASE.json --as-of yyyy-mm-dd [--policy BOOK.json] [--key DUTY] [--json]";

const option = (args: readonly string[], name: string): string | undefined => {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
};

const json = async (file: string): Promise<unknown> =>
  JSON.parse(await readFile(file, "utf8")) as unknown;

const row = (duty: Duty, status: string): string =>
  [
    status.padEnd(15),
    duty.key.padEnd(28),
    duty.rule.padEnd(7),
    `${duty.opensOn}..${duty.dueOn ?? "no date"}`.padEnd(24),
    duty.settledOn ?? duty.cancelReason ?? duty.missing.join(" "),
  ].join(" ");

/** Says from plain JSON who must be seen by when, as it stands on a day; with `--key` why one duty is as it is. */
export const command: Command = {
  summary: "say who must be seen by when, from a case file and a day",
  run: async (args) => {
    const [file] = args;
    const asOf = option(args, "--as-of");
    if (file === undefined || file.startsWith("--") || asOf === undefined || !isPlainDate(asOf))
      return usage(HOW);
    const parsed = CaseFileSchema.safeParse(await json(file));
    if (!parsed.success) {
      for (const issue of parsed.error.issues)
        process.stderr.write(`${issue.path.join(".") || "case file"}: ${issue.message}\n`);
      return 1;
    }
    const caseFile = parsed.data;
    const policy = option(args, "--policy");
    const book =
      policy === undefined
        ? defaultPolicyBook(caseFile.profile ?? "IA_FSRP")
        : ((await json(policy)) as PolicyBook);
    const evaluation = evaluate(caseFile, book, asOf);
    const key = option(args, "--key");
    if (key !== undefined) {
      const duty = evaluation.duties.find((candidate) => candidate.key === key);
      if (duty === undefined) {
        process.stderr.write(`Nothing is owed under ${key} on ${asOf}.\n`);
        return 1;
      }
      const explanation = explain(caseFile, book, asOf, duty.episodeId, key);
      process.stdout.write(`${JSON.stringify(explanation, null, 2)}\n`);
      return 0;
    }
    if (args.includes("--json")) {
      process.stdout.write(`${JSON.stringify(evaluation, null, 2)}\n`);
      return 0;
    }
    for (const duty of evaluation.duties)
      process.stdout.write(`${row(duty, statusOn(duty, asOf))}\n`);
    for (const warning of evaluation.warnings) process.stdout.write(`! ${codeText(warning)}\n`);
    process.stdout.write(`Stands until ${evaluation.changesOn ?? "something is recorded"}\n`);
    return 0;
  },
};
