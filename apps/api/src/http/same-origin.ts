import type { Request, RequestHandler } from "express";

const SAFE_METHODS = new Set(["GET", "HEAD"]);

/** The media type without parameters; a list or a trick such as `text/plain;application/json` is not JSON. */
const isJson = (contentType: string | undefined): boolean =>
  contentType !== undefined &&
  /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(contentType);

/**
 * Whether the browser says that the request comes from a page of this origin. A client that is no browser sends
 * neither header and carries no one's cookies, so it may pass.
 */
export function isSameOrigin(request: Request, publicUrl: string): boolean {
  const site = request.get("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  const origin = request.get("origin");
  if (origin === undefined) return true;
  return origin === publicUrl || origin === ownOrigin(request);
}

/** The origin by which this request reached us. */
export const ownOrigin = (request: Request): string =>
  `${request.protocol}://${request.get("host") ?? ""}`;

/**
 * Stands before tRPC and before the accounts: no other site may act in someone's name. tRPC runs multipart posts for
 * mutations with empty inputs, so every content type but JSON is refused first.
 */
export function refuseForeignRequests(publicUrl: string): RequestHandler {
  return (request, response, next) => {
    if (!isSameOrigin(request, publicUrl)) {
      response.status(403).json({ error: "FOREIGN_ORIGIN" });
      return;
    }
    if (SAFE_METHODS.has(request.method)) {
      // A page of another site may link to a safe request (`none` is the address bar); it changes nothing.
      next();
      return;
    }
    if (request.method !== "POST") {
      response.status(405).set("Allow", "GET, HEAD, POST").json({ error: "METHOD_NOT_ALLOWED" });
      return;
    }
    if (!isJson(request.get("content-type"))) {
      response.status(415).json({ error: "JSON_ONLY" });
      return;
    }
    next();
  };
}
