import { createHash } from "node:crypto";
import type { RequestHandler } from "express";

/**
 * Two style sheets that react-aria writes into the page: scrolling by touch on what can be pressed, and under an open
 * dialog. Allowed by their hash, since they are the same every time.
 */
const LIBRARY_STYLES = [
  "@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}",
  "@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}",
].map((style) => `'sha256-${createHash("sha256").update(style).digest("base64")}'`);

/** Everything from this origin only; images and fonts also as data, which the bundler makes of small ones. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  `style-src 'self' ${LIBRARY_STYLES.join(" ")}`,
  "img-src 'self' data:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** Headers of every answer. `secure`: people open the server by https. */
export function securityHeaders(secure: boolean): RequestHandler {
  const headers: Record<string, string> = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
    ...(secure ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {}),
  };
  return (_request, response, next) => {
    response.set(headers);
    next();
  };
}

/** Answers with records of people are kept by nobody on the way. */
export const neverStored: RequestHandler = (_request, response, next) => {
  response.set("Cache-Control", "no-store");
  next();
};
