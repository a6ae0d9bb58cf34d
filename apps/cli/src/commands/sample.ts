import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createDatabase } from "@kinward/db";
import { deriveAllDue } from "@kinward/db/duties";
import { dayIn, isPlainDate, type PlainDate } from "@kinward/domain/kernel";
import { loadSample, multiplySample } from "@kinward/sample";
import { hashPassword } from "better-auth/crypto";
import { type Command, usage } from "../command.ts";
import { giveAccounts } from "../sample-accounts.ts";
import { appUrl, ownerUrl, stateFolder, withServer } from "../settings.ts";

const HOW = "sample load [--today yyyy-mm-dd] [--cases N [--summary]] [--password TEXT]";
/** More cases than that are copies of these, made in the database. */
const WRITTEN_ONE_BY_ONE = 2_000;
const COPIED = 400;

const option = (args: readonly string[], name: string): string | undefined => {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
};

/** Loads the sample agency into an empty database, derives its duties and gives its people accounts. */
export const command: Command = {
  summary: "load the sample agency into an empty database",
  run: async (args) => {
    const asked = option(args, "--today") ?? dayIn("America/Chicago")(new Date().toISOString());
    const cases = Number(option(args, "--cases") ?? 400);
    if (args[0] !== "load" || !isPlainDate(asked) || !Number.isInteger(cases) || cases < 20)
      return usage(HOW);
    // One password for all: nobody of the sample is real, and nobody elsewhere knows it.
    const password = option(args, "--password") ?? `sample-${randomBytes(6).toString("hex")}`;
    return withServer(() =>
      load({ today: asked, cases, password, summaryOnly: args.includes("--summary") }),
    );
  },
};

interface Wanted {
  readonly today: PlainDate;
  readonly cases: number;
  readonly password: string;
  /** Copies have only what lists show. */
  readonly summaryOnly: boolean;
}

async function load({ today, cases, password, summaryOnly }: Wanted): Promise<number> {
  const owner = createDatabase({ url: ownerUrl(), purpose: "sample", max: 2 });
  const app = createDatabase({ url: appUrl(), purpose: "sample", max: 4 });
  try {
    const isLarge = cases > WRITTEN_ONE_BY_ONE;
    const loaded = await loadSample(owner, today, isLarge ? COPIED : cases);
    await deriveAllDue(app);
    await giveAccounts(loaded.accounts, await hashPassword(password));
    if (isLarge)
      await multiplySample(owner, {
        copies: Math.ceil(cases / COPIED) - 1,
        summaryOnly,
        say: (line) => process.stdout.write(`${line}\n`),
      });
    const file = join(stateFolder(), "sample-accounts.json");
    await mkdir(dirname(file), { recursive: true });
    const lines = loaded.accounts.map(({ name, email, roles, organization }) => ({
      role: roles.map((role) => role.toLowerCase().replaceAll("_", " ")).join(", "),
      email,
      password,
      name,
      organization,
    }));
    await writeFile(file, `${JSON.stringify(lines, null, 2)}\n`, { mode: 0o600 });
    process.stdout.write(
      `Loaded ${loaded.rows} rows of the sample agency as of ${today}; ${lines.length} people can sign in.\n`,
    );
    return 0;
  } finally {
    await Promise.all([owner.destroy(), app.destroy()]);
  }
}
