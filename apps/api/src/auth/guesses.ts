import type { Database } from "@kinward/db";
import { callsCounted, countCall } from "@kinward/db/accounts";

const WINDOW_SECONDS = 600;
const GUESSES = 10;

/** Wrong passwords for one account in ten minutes, from wherever they come. */
export const signInGuesses = (db: Database) => ({
  areTooMany: async (key: string): Promise<boolean> =>
    (await callsCounted(db, key, WINDOW_SECONDS)) >= GUESSES,
  count: async (key: string): Promise<void> => void (await countCall(db, key, WINDOW_SECONDS)),
});
