import { join } from "node:path";
import { createLog } from "../../apps/api/src/log.ts";
import { startServer } from "../../apps/api/src/server.ts";
import { type Agency, type Area, makeAgency } from "../soak/agency.ts";
import { Api, SECRET } from "../soak/api.ts";
import { migrate } from "../soak/migrate.ts";
import { Postgres } from "../soak/postgres.ts";
import { type Draft, saveDrafts } from "./drafts.ts";
import { Procedure } from "./procedure.ts";
import { Recorder, type Visit } from "./record.ts";
import { Reference } from "./replay.ts";
import { signInAll, type Worker } from "./sessions.ts";
import { type Contender, type Figures, measureInTurn } from "./slices.ts";
import { submit } from "./submit.ts";

export interface Plan {
  readonly rounds: number;
  readonly sliceMs: number;
  readonly clients: number;
}

/** Areas of each contender, so that none waits for another's lock. */
const AREAS = 10;
const PEOPLE = 64;

/**
 * Measures assignments through the API against plain statements and a stored procedure.
 * @param onStop receives what ends everything early and leaves nothing behind
 */
export async function benchAssignment(
  plan: Plan,
  say: (line: string) => void,
  onStop: (stop: () => Promise<void>) => void,
): Promise<void> {
  const postgres = await Postgres.start();
  const { urls } = postgres;
  let api: Api | undefined;
  const stop = async (): Promise<void> => {
    await api?.stop();
    await postgres.stop();
  };
  onStop(stop);
  try {
    await migrate(postgres);
    const agency = await makeAgency(urls, { areas: 2 * AREAS + 1, referrers: PEOPLE });
    const workers = await signInAll(urls.authUrl, SECRET, agency.people);
    const recorded = await record(urls, agency, workers);
    const reference = new Reference(urls, recorded, agency);
    const procedure = await Procedure.create(urls, agency);
    say(
      `one submission: ${reference.size} statements in ${recorded.visits.length} visits to the database; ` +
        `${plan.clients} clients at once, ${plan.rounds} rounds of ${plan.sliceMs / 1_000} s each`,
    );
    api = await Api.start({ urls, log: join(postgres.folder, "api.log") });
    for (const count of [1, AREAS]) {
      const own = agency.areas.slice(0, count);
      const others = agency.areas.slice(AREAS, AREAS + count);
      const { origin } = api;
      const contenders: readonly Contender[] = [
        drafted("API", plan, urls.ownerUrl, own, workers, (draft) => submit(origin, draft)),
        drafted("reference", plan, urls.ownerUrl, others, workers, (draft) =>
          reference.submit(draft),
        ),
        {
          name: "procedure",
          prepare: async () => {
            let next = 0;
            return () => procedure.takeTurn(own[next++ % own.length] as Area);
          },
        },
      ];
      const figures = await measureInTurn(contenders, plan);
      for (const line of report(count, figures)) say(line);
    }
    await Promise.all([reference.end(), procedure.end()]);
  } finally {
    await stop();
  }
}

/** Statements of a real submission: the second one of its area, since the first begins an epoch. */
async function record(
  urls: Postgres["urls"],
  agency: Agency,
  workers: readonly Worker[],
): Promise<{ readonly visits: readonly Visit[]; readonly draft: Draft }> {
  const log = createLog("silent");
  const recorder = new Recorder();
  const server = await startServer({
    log,
    config: {
      mode: "development",
      port: 0,
      host: "127.0.0.1",
      databaseUrl: urls.appUrl,
      databaseAuthUrl: urls.authUrl,
      secret: SECRET,
      publicUrl: "http://kinward.test",
      mailFrom: "Kinward <kinward@kinward.test>",
      trustedProxies: 0,
      parentPipe: false,
      logLevel: "silent",
    },
  });
  try {
    const origin = `http://127.0.0.1:${server.port}`;
    const area = agency.areas.slice(2 * AREAS);
    const drafts = await saveDrafts(urls.ownerUrl, 12, area, workers.slice(0, 1));
    const draft = drafts.pop() as Draft;
    for (const one of drafts) await submit(origin, one);
    const visits = await recorder.record(() => submit(origin, draft));
    // Every area of the reference needs the epoch with which its ledger begins.
    const firsts = await saveDrafts(urls.ownerUrl, 2 * AREAS, agency.areas, workers);
    for (const one of firsts) await submit(origin, one);
    return { visits, draft };
  } finally {
    await server.stop();
    recorder.end();
  }
}

function drafted(
  name: string,
  { sliceMs }: Plan,
  ownerUrl: string,
  areas: readonly Area[],
  workers: readonly Worker[],
  work: (draft: Draft) => Promise<unknown>,
): Contender {
  const most = Math.ceil(sliceMs / 4);
  return {
    name,
    prepare: async () => {
      const drafts = await saveDrafts(ownerUrl, most, areas, workers);
      return async () => {
        const draft = drafts.pop();
        if (draft === undefined) throw new Error(`${name}: more drafts are needed than ${most}`);
        await work(draft);
      };
    },
  };
}

function report(areas: number, figures: ReadonlyMap<string, Figures>): readonly string[] {
  const of = (name: string): Figures => figures.get(name) as Figures;
  const reference = of("reference");
  return [
    `${areas} ${areas === 1 ? "area" : "areas"}`,
    ...[...figures].map(
      ([name, one]) =>
        `  ${name.padEnd(10)} ${one.perSecond.toFixed(1).padStart(7)} a second  p50 ${one.p50.toFixed(1)} ms  p99 ${one.p99.toFixed(1)} ms  (${one.count})`,
    ),
    `  API / reference ${(of("API").perSecond / reference.perSecond).toFixed(2)}, p50 ${(of("API").p50 / reference.p50).toFixed(2)}, p99 ${(of("API").p99 / reference.p99).toFixed(2)}; ` +
      `API / procedure ${(of("API").perSecond / of("procedure").perSecond).toFixed(3)}; reference / procedure ${(reference.perSecond / of("procedure").perSecond).toFixed(3)}`,
  ];
}
