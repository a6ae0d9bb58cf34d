import { createServer } from "node:http";
import { runStatements } from "@kinward/postgres";

/** Stands in for the API where only its place in the chain of processes matters: it answers /readyz from the database. */
const server = createServer((_request, response) => {
  void runStatements(process.env["DATABASE_URL"] ?? "", ["SELECT 1"])
    .then(() => response.writeHead(200))
    .catch(() => response.writeHead(503))
    .finally(() => response.end());
});
server.listen(Number(process.env["PORT"]), process.env["HOST"]);
process.on("SIGTERM", () => process.exit(0));
