import type { AppRouter } from "@kinward/api/router";
import type { inferRouterOutputs } from "@trpc/server";

export type { AppRouter };

type Outputs = inferRouterOutputs<AppRouter>;
export type OfficeView = Outputs["offices"]["list"]["offices"][number];
export type TeamView = Outputs["teams"]["list"]["teams"][number];
