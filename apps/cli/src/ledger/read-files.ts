import { readFile } from "node:fs/promises";
import { readPublicKey } from "@kinward/db/ledger-keys";
import {
  CheckpointSchema,
  type CheckpointsFile,
  CheckpointsFileSchema,
  type LedgerLine,
  LedgerLineSchema,
  type PublishedLedger,
  PublishedLedgerHeadSchema,
  readLedgerCsv,
  type ReceiptFile,
  ReceiptFileSchema,
} from "@kinward/domain/assignment";
import type { ContractAreaId } from "@kinward/domain/kernel";

/** A sentence about a file that is not what it should be: shown without a stack. */
export class BadFile extends Error {}

/** A ledger as read: from JSON with all that belongs to it, from a table its lines alone. */
export interface ReadLedger {
  readonly ledger: PublishedLedger;
  readonly given: "ALL" | "LINES";
}

export async function readLedger(file: string): Promise<ReadLedger> {
  const content = await textOf(file);
  return content.trimStart().startsWith("{")
    ? { ledger: ledgerOfJson(file, content), given: "ALL" }
    : { ledger: ledgerOfCsv(file, content), given: "LINES" };
}

function ledgerOfJson(file: string, content: string): PublishedLedger {
  const head = parsed(file, PublishedLedgerHeadSchema, jsonOf(file, content));
  return { ...head, lines: linesOf(file, head.lines) } as PublishedLedger;
}

function ledgerOfCsv(file: string, content: string): PublishedLedger {
  const rows = readLedgerCsv(content);
  if (rows === undefined)
    throw new BadFile(
      `${file} is neither a published ledger (JSON) nor a table of its lines (CSV).`,
    );
  const lines = linesOf(file, rows);
  const area = lines[0]?.area ?? ("" as ContractAreaId);
  return {
    format: "kinward.ledger",
    version: 1,
    area: { id: area, name: area },
    timeZone: "UTC",
    contractors: [],
    rule: { requirements: [], decisions: [], cites: [] },
    policies: [],
    epochs: [],
    keys: [],
    checkpoints: [],
    lines,
  };
}

/** @throws BadFile with the first line that has no such shape */
const linesOf = (file: string, lines: readonly unknown[]): readonly LedgerLine[] =>
  lines.map((line, at) => {
    const result = LedgerLineSchema.safeParse(line);
    if (result.success) return result.data as LedgerLine;
    const [issue] = result.error.issues;
    throw new BadFile(
      `${file}, line ${at + 1} is no line of a ledger: ${issue?.path.join(".") || "the line"}: ${issue?.message}`,
    );
  });

export async function readCheckpoints(
  file: string,
): Promise<Pick<CheckpointsFile, "checkpoints" | "keys">> {
  const value = jsonOf(file, await textOf(file));
  // A checkpoint by itself, as it stands in a receipt or a published ledger.
  const single = CheckpointSchema.safeParse(value);
  return single.success
    ? { checkpoints: [single.data], keys: [] }
    : (parsed(file, CheckpointsFileSchema, value) as CheckpointsFile);
}

export const readReceipt = async (file: string): Promise<ReceiptFile> =>
  parsed(file, ReceiptFileSchema, jsonOf(file, await textOf(file))) as ReceiptFile;

export async function readKey(file: string): Promise<string> {
  const key = readPublicKey(await textOf(file));
  if (key === undefined) throw new BadFile(`${file} holds no Ed25519 public key.`);
  return key;
}

const textOf = async (file: string): Promise<string> => {
  try {
    return await readFile(file, "utf8");
  } catch {
    throw new BadFile(`${file} cannot be read.`);
  }
};

const jsonOf = (file: string, content: string): unknown => {
  try {
    return JSON.parse(content) as unknown;
  } catch {
    throw new BadFile(`${file} is no JSON.`);
  }
};

/** As much of a schema as is needed here. */
interface Schema<T> {
  readonly safeParse: (value: unknown) =>
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

function parsed<T>(file: string, schema: Schema<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new BadFile(`${file}: ${issue?.path.join(".") || "the document"}: ${issue?.message}`);
}
