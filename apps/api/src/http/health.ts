import type { RequestHandler } from "express";
import { type Database, system, readAs } from "@kinward/db";

/** The process lives. */
export const healthz: RequestHandler = (_request, response) => {
  response.set("Cache-Control", "no-store").json({ ok: true });
};

/** The process can answer: the database does, the jobs run, and no stop has begun. */
export function readyz(db: Database, state: () => string): RequestHandler {
  return async (_request, response) => {
    response.set("Cache-Control", "no-store");
    if (state() !== "READY") return void response.status(503).json({ ok: false, because: state() });
    try {
      await readAs(db, system("readiness"), async () => undefined);
      response.json({ ok: true });
    } catch {
      response.status(503).json({ ok: false, because: "DATABASE" });
    }
  };
}
