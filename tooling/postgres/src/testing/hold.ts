import { startServer } from "../server.ts";

/** Starts the server on the folder named by its argument, says which processes belong to it, and waits to be killed. */
const server = await startServer({ dataDir: process.argv[2] ?? "" });
console.log(JSON.stringify({ ...server.pids, host: server.host }));
setInterval(() => undefined, 60_000);
