import type { Trx } from "@kinward/db";
import { fromKysely, PgBoss } from "pg-boss";
import { bugFields, type Log } from "../log.ts";

/** Work done beside the requests. Each handler may be run twice and must then do nothing the second time. */
export const QUEUES = {
  /** Sends one mail of the outbox. */
  mail: { retryLimit: 8, retryDelay: 30, retryBackoff: true },
  /** Brings duties up to date with the day and the policy in force. */
  rederive: { retryLimit: 5, retryDelay: 10, retryBackoff: true },
  /** Signs the ends of the ledgers. */
  checkpoints: { retryLimit: 3, retryDelay: 20, retryBackoff: true },
  /** Tells of due dates, and sends the digest of the day once its time has come. */
  notices: { retryLimit: 3, retryDelay: 20, retryBackoff: true },
  /** Sums up what acts have changed in the numbers of the state. */
  counts: { retryLimit: 1 },
  /** Forgets what is no longer needed. */
  tidy: { retryLimit: 1 },
} as const;
export type QueueName = keyof typeof QUEUES;

/** Shortly after each midnight of any zone of the country, and once more in case a process was away. */
const SCHEDULES: readonly (readonly [QueueName, string])[] = [
  ["checkpoints", "1 * * * *"],
  ["rederive", "5 * * * *"],
  // Half past seven is a different minute in each zone.
  ["notices", "*/15 * * * *"],
  ["counts", "*/5 * * * *"],
  ["tidy", "40 3 * * *"],
];

export type JobData = Readonly<Record<string, string>>;
export type Handlers = Readonly<Record<QueueName, (data: JobData) => Promise<void>>>;

export interface Jobs {
  /** Puts a job into the queue, in the transaction of what it is about: if that fails, there is no job. */
  readonly enqueue: (trx: Trx, name: QueueName, data?: JobData) => Promise<void>;
  /** Puts a job into the queue by itself. */
  readonly add: (name: QueueName, data?: JobData) => Promise<void>;
  readonly start: (handlers: Handlers) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The queue in the schema `jobs`, which our migration has installed: this role may not change it. */
export function createJobs(databaseUrl: string, log: Log): Jobs {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: "jobs",
    migrate: false,
    createSchema: false,
    // These need the owner's rights; PostgreSQL's own vacuum does without.
    reindex: false,
    monitorVacuum: false,
    application_name: "kinward jobs",
    max: 4,
  });
  boss.on("error", (error) => log.warn("jobs", bugFields(error)));
  let isStarted = false;

  return {
    enqueue: async (trx, name, data = {}) =>
      void (await boss.send(name, data, { db: fromKysely(trx) })),
    add: async (name, data = {}) => void (await boss.send(name, data)),
    start: async (handlers) => {
      await boss.start();
      isStarted = true;
      for (const [name, options] of Object.entries(QUEUES)) await boss.createQueue(name, options);
      for (const name of Object.keys(QUEUES) as QueueName[])
        await boss.work<JobData>(name, { pollingIntervalSeconds: 1 }, async (jobs) => {
          for (const job of jobs) await handlers[name](job.data);
        });
      for (const [name, cron] of SCHEDULES) await boss.schedule(name, cron);
    },
    stop: async () => {
      if (isStarted) await boss.stop({ graceful: true, timeout: 1_000, close: true });
    },
  };
}
