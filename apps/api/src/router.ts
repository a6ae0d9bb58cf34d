import { organizationsRouter } from "./organizations/organizations.ts";
import { sessionRouter } from "./session/session.ts";
import { setupRouter } from "./setup/setup.ts";
import { router } from "./trpc/base.ts";

export const appRouter = router({
  organizations: organizationsRouter,
  session: sessionRouter,
  setup: setupRouter,
});

export type AppRouter = typeof appRouter;
