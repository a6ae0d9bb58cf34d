import { createServer as createTcpServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { createServer, type ViteDevServer } from "vite";
import type { Front } from "./front.ts";
import { ROOT } from "./places.ts";

/** What the API answers; everything else is an app's. */
const API_PATHS = ["/api", "/healthz", "/readyz"];

/**
 * Hot reload for everything on one origin: the web app's Vite server stands in front, hands /admin/ to the admin app's
 * and the API's paths to the API, which restarts when its files change.
 */
export const devFront: Front = {
  prepare: async () => ({ KINWARD_DEV: "1" }),
  apiAddress: async () => ({ host: "127.0.0.1", port: await freePort() }),
  apiNodeArgs: ["--watch", "--watch-preserve-output"],
  async open(address, apiAddress) {
    const api = `http://${apiAddress.host}:${apiAddress.port}`;
    const adminPort = await freePort();
    const admin = await listen("admin", "/admin/", { host: "127.0.0.1", port: adminPort });
    const web = await listen("web", "/", address, {
      ...Object.fromEntries(API_PATHS.map((path) => [path, { target: api }])),
      "/admin": { target: `http://127.0.0.1:${adminPort}` },
    });
    return async () => {
      await Promise.all([web.close(), admin.close()]);
    };
  },
};

async function listen(
  app: string,
  base: string,
  { host, port }: { host: string; port: number },
  proxy: Record<string, { target: string }> = {},
): Promise<ViteDevServer> {
  const server = await createServer({
    root: join(ROOT, "apps", app),
    base,
    // The page of the admin app comes through the web app's server; its reload socket connects directly.
    server: { host, port, strictPort: true, proxy, ws: { clientPort: port } },
    logLevel: "warn",
    clearScreen: false,
  });
  return server.listen();
}

async function freePort(): Promise<number> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
