import { APPS, buildApps, distOf } from "./build.ts";
import type { Child } from "./processes.ts";
import type { Address } from "./settings.ts";

/** How the two apps come to the browser. */
export interface Front {
  /** Done while the database starts; answers with what the API's environment needs. */
  prepare(onChild: (child: Child) => void, say: (line: string) => void): Promise<NodeJS.ProcessEnv>;
  /** Where the API listens when people connect to `address`. */
  apiAddress(address: Address): Promise<Address>;
  readonly apiNodeArgs: readonly string[];
  /** Opens what stands in front of the API, if anything; answers with how to stop it. */
  open(address: Address, apiAddress: Address): Promise<() => Promise<void>>;
}

/** The API serves both apps as built files. */
export const builtFront: Front = {
  async prepare(onChild, say) {
    await buildApps(onChild, say);
    return Object.fromEntries(
      APPS.map((app) => [`KINWARD_${app.name.toUpperCase()}_DIST`, distOf(app)]),
    );
  },
  apiAddress: async (address) => address,
  apiNodeArgs: [],
  open: async () => async () => undefined,
};
