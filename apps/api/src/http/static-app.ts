import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { gzipSync } from "node:zlib";
import type { RequestHandler } from "express";

interface File {
  readonly type: string;
  readonly bytes: Buffer;
  readonly gzip?: Buffer;
  readonly etag: string;
  readonly cacheControl: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".woff2": "font/woff2",
};
const COMPRESSED = new Set([".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest"]);

/** Files whose name carries a hash never change. */
const isHashed = (path: string): boolean => path.startsWith("assets/");

function load(folder: string): ReadonlyMap<string, File> {
  const files = new Map<string, File>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const extension = extname(entry.name);
    // Source maps tell the reader nothing that the repository does not, but weigh as much as the app.
    if (!entry.isFile() || extension === ".map") continue;
    const full = join(entry.parentPath, entry.name);
    const path = relative(folder, full).split(sep).join("/");
    const bytes = readFileSync(full);
    files.set(path, {
      type: TYPES[extension] ?? "application/octet-stream",
      bytes,
      ...(COMPRESSED.has(extension) ? { gzip: gzipSync(bytes, { level: 9 }) } : {}),
      etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
      cacheControl: isHashed(path) ? "public, max-age=31536000, immutable" : "no-cache",
    });
  }
  if (!files.has("index.html")) throw new Error(`no built app in ${folder}: index.html is missing`);
  return files;
}

/** Serves one built app from memory; addresses of screens get its page. What is not in the folder cannot be asked for. */
export function staticApp(folder: string): RequestHandler {
  const files = load(folder);
  return (request, response, next) => {
    if (request.method !== "GET" && request.method !== "HEAD") return next();
    // Links inside the app are relative to its folder, so the folder's address ends with a slash.
    if (request.originalUrl.split("?")[0] === request.baseUrl && request.baseUrl !== "")
      return response.redirect(308, `${request.baseUrl}/`);
    const path = request.path.slice(1);
    // A screen's address has no extension; a missing file must not answer with a page.
    const isFile = isHashed(path) || extname(path) !== "";
    const file = files.get(path) ?? (isFile ? undefined : files.get("index.html"));
    if (file === undefined) return next();
    response.set({
      "Content-Type": file.type,
      "Cache-Control": file.cacheControl,
      ETag: file.etag,
      Vary: "Accept-Encoding",
    });
    if (request.fresh) return void response.status(304).end();
    const gzip = request.acceptsEncodings("gzip") === "gzip" ? file.gzip : undefined;
    if (gzip !== undefined) response.set("Content-Encoding", "gzip");
    const bytes = gzip ?? file.bytes;
    response.set("Content-Length", String(bytes.length));
    response.end(request.method === "HEAD" ? undefined : bytes);
  };
}
