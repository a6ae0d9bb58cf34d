import { readFile } from "node:fs/promises";
import { CaseFileSchema } from "@kinward/domain/casefile/schema";
import { resultOf } from "@kinward/domain/contacts";
import { isPlainDate } from "@kinward/domain/kernel";
import { defaultPolicyBook } from "@kinward/domain/policy";
import { PolicyBookSchema } from "@kinward/domain/policy/schema";
import { type Command, usage } from "../command.ts";
import { resultText, whyExpectedText, whyText } from "../evaluate/text.ts";

const HOW =
  "evaluate CASE.json --as-of yyyy-mm-dd [--policy BOOK.json] [--key DUTY] [--explain] [--json]";

const option = (args: readonly string[], name: string): string | undefined => {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
};

interface Schema<T> {
  safeParse(value: unknown):
    | { readonly success: true; readonly data: T }
    | {
        readonly success: false;
        readonly error: {
          readonly issues: readonly {
            readonly path: readonly PropertyKey[];
            readonly message: string;
          }[];
        };
      };
}

/** A document of a file; undefined, after saying what is wrong with it, where it is none. */
const read = async <T>(file: string, schema: Schema<T>, what: string): Promise<T | undefined> => {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    process.stderr.write(`${file} cannot be read: ${(error as Error).message}\n`);
    return undefined;
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues)
    process.stderr.write(`${issue.path.join(".") || what}: ${issue.message}\n`);
  return undefined;
};

/** Says from plain JSON who must be seen by when, as it stands on a day; with `--key` or `--explain` also why. */
export const command: Command = {
  summary: "say who must be seen by when, from a case file and a day",
  run: async (args) => {
    const [file] = args;
    const asOf = option(args, "--as-of");
    if (file === undefined || file.startsWith("--") || asOf === undefined || !isPlainDate(asOf))
      return usage(HOW);
    const caseFile = await read(file, CaseFileSchema, "case file");
    if (caseFile === undefined) return 1;
    // A file that was taken from a case brings its policy; one that is named goes first.
    const policy = option(args, "--policy");
    const book =
      policy === undefined
        ? (caseFile.policy ?? defaultPolicyBook(caseFile.profile ?? "IA_FSRP"))
        : await read(policy, PolicyBookSchema, "policy book");
    if (book === undefined) return 1;
    const key = option(args, "--key");
    const explained = key !== undefined || args.includes("--explain");
    const result = resultOf(caseFile, book, asOf, { explained });
    const asked = (one: { readonly key: string }) => key === undefined || one.key === key;
    const duties = result.duties.filter(asked);
    const expectations = result.expectations.filter(asked);
    if (key !== undefined && duties.length + expectations.length === 0) {
      process.stderr.write(`Nothing is owed under ${key} on ${asOf}.\n`);
      return 1;
    }
    if (args.includes("--json"))
      process.stdout.write(`${JSON.stringify({ ...result, duties, expectations }, null, 2)}\n`);
    else if (explained)
      process.stdout.write(
        [
          ...duties.map((duty) => whyText(caseFile, asOf, duty)),
          ...expectations.map((one) => whyExpectedText(caseFile, asOf, one)),
        ].join("\n"),
      );
    else process.stdout.write(resultText(result));
    return 0;
  },
};
