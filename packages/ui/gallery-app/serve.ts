import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, preview } from "vite";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the built gallery answers. */
    galleryOrigin: string;
  }
}

/** Builds the gallery once for a test run and serves it on a free port. */
export default async function serve(project: TestProject) {
  const outDir = await mkdtemp(join(tmpdir(), "kinward-gallery-"));
  const configFile = join(import.meta.dirname, "vite.config.ts");
  await build({ configFile, logLevel: "warn", build: { outDir, chunkSizeWarningLimit: 1000 } });
  const server = await preview({
    configFile,
    logLevel: "warn",
    build: { outDir },
    preview: { port: 0, host: "127.0.0.1" },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === "string") throw new Error("No port for the gallery");
  project.provide("galleryOrigin", `http://127.0.0.1:${address.port}`);
  return async () => {
    await server.close();
    await rm(outDir, { recursive: true, force: true });
  };
}
