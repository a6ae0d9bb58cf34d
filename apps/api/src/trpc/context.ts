import type { Actor } from "@kinward/domain/access";
import type { Database, PersonCaller } from "@kinward/db";
import type { LedgerSigner } from "@kinward/db/proof";
import type { Instant, PlainDate } from "@kinward/domain/kernel";
import type { Me } from "@kinward/domain/views";
import type { Accounts } from "../auth/accounts.ts";
import type { Config } from "../config.ts";
import type { Log } from "../log.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Outbox } from "../mail/outbox.ts";
import type { Guards } from "./guards.ts";

/** What every request shares. */
export interface Services {
  readonly config: Config;
  readonly log: Log;
  readonly db: Database;
  readonly accounts: Accounts;
  readonly jobs: Jobs;
  readonly outbox: Outbox;
  readonly guards: Guards;
  /** Signs the ends of the ledgers. */
  readonly ledgerSigner: LedgerSigner;
  /** The one-time token of the first set-up. */
  readonly setupToken: string;
}

/** Who is signed in, as this request found it. */
export interface SignedIn {
  /** For the access table. */
  readonly actor: Actor;
  /** For the database. */
  readonly caller: PersonCaller;
  readonly authUserId: string;
  readonly name: string;
  readonly email: string;
  readonly organization?: Me["organization"];
  readonly supervisor?: Me["supervisor"];
  readonly agency: Me["agency"];
  readonly sampleData: boolean;
  readonly today: PlainDate;
  readonly now: Instant;
  readonly twoFactorEnabled: boolean;
  /** When the session ends however busy it is. */
  readonly sessionEndsAt: Instant;
}

/** One HTTP request, which may carry several calls. */
export interface RequestContext {
  readonly services: Services;
  readonly requestId: string;
  readonly address: string;
  /** Found once for all calls of the request. */
  readonly signedIn: () => Promise<SignedIn | undefined>;
}
