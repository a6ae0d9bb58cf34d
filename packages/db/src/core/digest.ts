import { createHash } from "node:crypto";

export const sha256 = (utf8: string): string => createHash("sha256").update(utf8).digest("hex");

/** JSON with its keys in order, so that equal values give equal texts however they were put together. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
        )
      : part,
  );
}
