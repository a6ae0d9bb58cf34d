import type { World } from "../world.ts";

/** For each route an input that fits its schema and, where the route is about a case, leads to the world's case. */
export type Inputs<Names extends string> = Readonly<Record<Names, (world: World) => object>>;
