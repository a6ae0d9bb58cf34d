import { isPlainDate } from "@kinward/domain/kernel";
import { type Command, usage } from "../command.ts";

const HOW = `ledger verify FILE [--checkpoint FILE]... [--receipt FILE]... [--key FILE]...
                                             checks a published ledger (JSON or CSV) without database or account
       npm run kinward -- ledger export AREA|--all [--csv] [--out FOLDER]
                                             writes the ledgers as they are published
       npm run kinward -- ledger checkpoint [--begin]
                                             signs the end of every ledger that has a new line; --begin lets
                                             a new key take over from the one in use
       npm run kinward -- ledger new-key FILE
                                             makes a key that signs: the private one, and the public one beside it
       npm run kinward -- ledger keys        lists the keys that ever signed
       npm run kinward -- ledger revoke-key ID --from yyyy-mm-dd --reason TEXT
                                             what the key signed from that day on is not to be believed`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

interface Parsed {
  readonly plain: readonly string[];
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** Undefined when an option is not one of those, or lacks its value. */
function parse(
  args: readonly string[],
  withValue: readonly string[],
  flags: readonly string[] = [],
): Parsed | undefined {
  const plain: string[] = [];
  const options = new Map<string, string[]>();
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] as string;
    if (!arg.startsWith("--")) {
      plain.push(arg);
      continue;
    }
    const value = withValue.includes(arg) ? args[(at += 1)] : flags.includes(arg) ? "" : undefined;
    if (value === undefined) return undefined;
    options.set(arg, [...(options.get(arg) ?? []), value]);
  }
  return { plain, options };
}

type Action = (args: readonly string[]) => Promise<number | undefined>;

/** Each answers with the exit code; undefined: called wrongly. */
const ACTIONS: Readonly<Record<string, Action>> = {
  verify: async (args) => {
    const { plain, options } = parse(args, ["--checkpoint", "--receipt", "--key"]) ?? {};
    const [ledger, ...others] = plain ?? [];
    if (ledger === undefined || others.length > 0) return undefined;
    const of = (name: string) => options?.get(name) ?? [];
    // Loaded here, so that verifying needs no database driver.
    const { verify } = await import("../ledger/verify.ts");
    return verify(
      {
        ledger,
        checkpoints: of("--checkpoint"),
        receipts: of("--receipt"),
        keys: of("--key"),
      },
      say,
    );
  },

  export: async (args) => {
    const { plain = [], options } = parse(args, ["--out"], ["--all", "--csv"]) ?? {};
    if (options === undefined) return undefined;
    const [area] = plain;
    const folder = options.get("--out")?.[0];
    const all = options.has("--all");
    if (all === (area !== undefined) || plain.length > 1 || (all && folder === undefined))
      return undefined;
    const { exportLedgers } = await import("../ledger/database.ts");
    return exportLedgers({ area, folder, format: options.has("--csv") ? "csv" : "json" }, say);
  },

  checkpoint: async (args) => {
    const { plain, options } = parse(args, [], ["--begin"]) ?? {};
    if (plain === undefined || plain.length > 0) return undefined;
    const { signerOfEnvironment } = await import("../ledger/key.ts");
    const signer = signerOfEnvironment();
    if (signer === undefined) {
      say('There is no key: set KINWARD_LEDGER_KEY_FILE, or make one by "ledger new-key FILE".');
      return 1;
    }
    const { checkpointNow } = await import("../ledger/database.ts");
    return checkpointNow(signer, options?.has("--begin") ?? false, say);
  },

  "new-key": async (args) => {
    const [file] = args;
    if (file === undefined || args.length > 1) return undefined;
    const { writeNewKey } = await import("../ledger/key.ts");
    return writeNewKey(file, say);
  },

  keys: async (args) => {
    if (args.length > 0) return undefined;
    const { listKeys } = await import("../ledger/database.ts");
    return listKeys(say);
  },

  "revoke-key": async (args) => {
    const { plain = [], options } = parse(args, ["--from", "--reason"]) ?? {};
    const [key] = plain;
    const from = options?.get("--from")?.[0];
    const reason = options?.get("--reason")?.[0]?.trim();
    if (
      key === undefined ||
      plain.length > 1 ||
      from === undefined ||
      !isPlainDate(from) ||
      !reason
    )
      return undefined;
    const { revokeKey } = await import("../ledger/database.ts");
    return revokeKey({ key, from, reason }, say);
  },
};

/** Everything about the ledgers of the contract areas and their proof. */
export const command: Command = {
  summary: "verify a published ledger, export ledgers, sign their ends",
  run: async ([action = "", ...args]) => (await ACTIONS[action]?.(args)) ?? usage(HOW),
};
