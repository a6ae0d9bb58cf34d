import { runStatements } from "@kinward/postgres";

/** Stands in for the command line: makes and fills the one table by which the supervisor tells an empty database. */
const statements: Record<string, string> = {
  "db migrate": "CREATE TABLE IF NOT EXISTS app.agency (name text)",
  "sample load": "INSERT INTO app.agency VALUES ('Sample')",
};

await runStatements(process.env["DATABASE_OWNER_URL"] ?? "", [
  statements[process.argv.slice(2).join(" ")] ?? "",
]);
