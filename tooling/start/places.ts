import { join } from "node:path";

/** The folder of the checkout. */
export const ROOT = join(import.meta.dirname, "..", "..");

/** What this checkout keeps for itself: data, secret, stamps. Ignored by git. */
export const STATE = join(ROOT, ".kinward");
