import { runStatements } from "@kinward/postgres";

/** Stands in for the command line: makes and fills the one table by which the supervisor tells an empty database. */
const statements: Record<string, string> = {
  "db migrate": "CREATE TABLE IF NOT EXISTS app.agency (name text)",
  "sample load": "INSERT INTO app.agency VALUES ('Sample')",
};

if (process.argv[2] === "sample" && process.env["KINWARD_TEST_HANG"] === "1") {
  await runStatements(process.env["DATABASE_OWNER_URL"] ?? "", [
    "INSERT INTO app.agency VALUES ('Half')",
  ]);
  console.log("Half of the sample is there.");
  setInterval(() => undefined, 60_000);
}
await runStatements(process.env["DATABASE_OWNER_URL"] ?? "", [
  statements[process.argv.slice(2).join(" ")] ?? "",
]);
