import type { TestDatabase } from "@kinward/testkit/postgres";
import type { Config } from "../config.ts";
import { createLog, type LogFields } from "../log.ts";
import { type RunningServer, startServer } from "../server.ts";
import { guards, type Guards } from "../trpc/guards.ts";
import { createClient, type TestClient } from "./client.ts";
import { testDatabase } from "./database.ts";
import { sessionCookie } from "./sessions.ts";
import { createWorld, type PersonName, type World } from "./world.ts";

export interface TestServer extends RunningServer {
  readonly origin: string;
  readonly database: TestDatabase;
  readonly config: Config;
  /** Everything that went wrong inside, so that a test can ask for none. */
  readonly bugs: readonly LogFields[];
  /** Someone without a session. */
  readonly anyone: TestClient;
}

export interface TestServerOptions {
  readonly config?: Partial<Config>;
  readonly guards?: Guards;
  readonly database?: TestDatabase;
}

export const SECRET = "a secret of the tests, known to everyone";

/** The server in this process, on a free port and an empty database of its own. `stop` removes both. */
export async function startEmptyServer(options: TestServerOptions = {}): Promise<TestServer> {
  const database = options.database ?? (await testDatabase());
  const bugs: LogFields[] = [];
  const log = createLog("silent");
  const config: Config = {
    mode: "development",
    port: 0,
    host: "127.0.0.1",
    databaseUrl: database.appUrl,
    databaseAuthUrl: database.authUrl,
    secret: SECRET,
    publicUrl: "http://kinward.test",
    mailFrom: "Kinward <kinward@kinward.test>",
    trustedProxies: 0,
    parentPipe: false,
    logLevel: "silent",
    ...options.config,
  };
  const server = await startServer({
    config,
    log: {
      ...log,
      warn: () => undefined,
      error: (event, fields = {}) => void bugs.push({ event, ...fields }),
    },
    ...(options.guards === undefined ? {} : { guards: options.guards }),
  });
  const origin = `http://127.0.0.1:${server.port}`;
  return {
    ...server,
    origin,
    database,
    config,
    bugs,
    anyone: createClient(origin),
    stop: async () => {
      await server.stop();
      if (options.database === undefined) await database.drop();
    },
  };
}

export interface WorldServer extends TestServer {
  /** People whom the guard of the relation has let pass, for a test to look at and clear. */
  readonly passed: Set<string>;
  readonly world: World;
  /** A client signed in as one of the world's people. */
  readonly as: (name: PersonName) => Promise<TestClient>;
}

/** The server with the small world of `world.ts`: an agency, people of every role, two contractors, cases. */
export async function startWorldServer(options: TestServerOptions = {}): Promise<WorldServer> {
  const passed = new Set<string>();
  const given = options.guards ?? guards;
  const watched: Guards = {
    ...given,
    relation: (route, who, found, reason) => {
      const open = given.relation(route, who, found, reason);
      passed.add(who.actor.staffId);
      return open;
    },
  };
  const server = await startEmptyServer({ ...options, guards: watched });
  const world = await createWorld(server);
  const clients = new Map<PersonName, Promise<TestClient>>();
  const enter = async (name: PersonName): Promise<TestClient> =>
    createClient(server.origin, await sessionCookie(server, world.people[name].authUserId));
  return {
    ...server,
    passed,
    world,
    as: (name) => {
      const known = clients.get(name) ?? enter(name);
      clients.set(name, known);
      return known;
    },
  };
}
