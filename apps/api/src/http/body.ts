import type { Request } from "express";

export type Body =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly status: 400 | 413;
      readonly code: "BODY_TOO_LARGE" | "BODY_BROKEN_OFF" | "NOT_JSON";
    };

/** The request's body as JSON, read up to `limit` bytes. An empty body is an empty object. */
export async function readJsonBody(request: Request, limit: number): Promise<Body> {
  const body = await readBytes(request, limit);
  if (typeof body === "string")
    return { ok: false, status: body === "BODY_TOO_LARGE" ? 413 : 400, code: body };
  if (body.length === 0) return { ok: true, value: {} };
  try {
    return { ok: true, value: JSON.parse(body.toString("utf8")) as unknown };
  } catch {
    return { ok: false, status: 400, code: "NOT_JSON" };
  }
}

function readBytes(
  request: Request,
  limit: number,
): Promise<Buffer | "BODY_TOO_LARGE" | "BODY_BROKEN_OFF"> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      // The rest is read and dropped, so that the answer reaches a client that is still sending.
      if (size <= limit) chunks.push(chunk);
    });
    request.once("end", () => resolve(size > limit ? "BODY_TOO_LARGE" : Buffer.concat(chunks)));
    request.once("error", () => resolve("BODY_BROKEN_OFF"));
    request.once("close", () => resolve("BODY_BROKEN_OFF"));
  });
}
