import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createDatabase } from "@kinward/db";
import { deriveAllDue } from "@kinward/db/duties";
import { isPlainDate, type PlainDate } from "@kinward/domain/kernel";
import { loadSample } from "@kinward/sample";
import { hashPassword } from "better-auth/crypto";
import { type Command, usage } from "../command.ts";
import { giveAccounts } from "../sample-accounts.ts";
import { appUrl, ownerUrl, stateFolder, withServer } from "../settings.ts";

const HOW = "sample load [--today yyyy-mm-dd] [--cases N] [--password TEXT]";

const option = (args: readonly string[], name: string): string | undefined => {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
};

/** Loads the sample agency into an empty database, derives its duties and gives its people accounts. */
export const command: Command = {
  summary: "load the sample agency into an empty database",
  run: async (args) => {
    const asked =
      option(args, "--today") ??
      new Intl.DateTimeFormat("en-CA", { timeZone: "America/Chicago" }).format(new Date());
    const cases = Number(option(args, "--cases") ?? 400);
    if (args[0] !== "load" || !isPlainDate(asked) || !Number.isInteger(cases) || cases < 20)
      return usage(HOW);
    // One password for all: nobody of the sample is real, and nobody elsewhere knows it.
    const password = option(args, "--password") ?? `sample-${randomBytes(6).toString("hex")}`;
    return withServer(() => load(asked, cases, password));
  },
};

async function load(today: PlainDate, cases: number, password: string): Promise<number> {
  const owner = createDatabase({ url: ownerUrl(), purpose: "sample", max: 2 });
  const app = createDatabase({ url: appUrl(), purpose: "sample", max: 4 });
  try {
    const loaded = await loadSample(owner, today, cases);
    await deriveAllDue(app);
    await giveAccounts(loaded.accounts, await hashPassword(password));
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
