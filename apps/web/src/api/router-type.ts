/** The shape of the API: types only, nothing of the server is bundled. */
export type { AppRouter } from "@kinward/api/router";
