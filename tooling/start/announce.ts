import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import type { Address } from "./settings.ts";

/** One line of the file that `kinward sample load` writes. */
export interface SampleAccount {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly role: string;
  readonly organization?: string;
}

const SHOWN_PER_ROLE = 2;

export function originOf({ host, port }: Address): string {
  const everywhere = ["127.0.0.1", "0.0.0.0", "::", "::1"].includes(host);
  return `http://${everywhere ? "localhost" : host}:${port}`;
}

export interface Running {
  readonly address: Address;
  readonly accounts: readonly SampleAccount[];
  /** Where all of the accounts stand. */
  readonly file: string;
  /** Given while there is no agency yet. */
  readonly setupToken?: string;
}

/** What a person needs to know when everything runs. */
export function announcement({ address, accounts, file, setupToken }: Running): string {
  const origin = originOf(address);
  const lines = [
    "",
    "Kinward is running.",
    "",
    `  Caseworkers, supervisors, contractor staff   ${origin}/`,
    `  Program administrators                       ${origin}/admin/`,
    "",
  ];
  if (setupToken !== undefined) {
    lines.push(`Create the agency and its first administrator at ${origin}/admin/setup`);
    lines.push(`with this set-up token: ${setupToken}`, "");
  } else if (accounts.length > 0) {
    lines.push(
      `Sample accounts (all of them: ${relative(process.cwd(), file)}):`,
      "",
      ...table(fewPerRole(accounts)),
      "",
    );
  }
  lines.push("Stop with Ctrl+C.");
  return lines.join("\n");
}

export function readAccounts(file: string): SampleAccount[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as SampleAccount[]) : [];
}

function fewPerRole(accounts: readonly SampleAccount[]): SampleAccount[] {
  const byRole = Object.groupBy(accounts, (account) => account.role);
  return Object.values(byRole).flatMap((group) => group?.slice(0, SHOWN_PER_ROLE) ?? []);
}

function table(accounts: readonly SampleAccount[]): string[] {
  const rows = accounts.map(({ role, email, password, name, organization }) => [
    role.toLowerCase().replaceAll("_", " "),
    email,
    password,
    organization === undefined ? name : `${name}, ${organization}`,
  ]);
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("   ")}`.trimEnd(),
  );
}
