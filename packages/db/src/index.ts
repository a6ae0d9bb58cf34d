export { type Caller, type PersonCaller, type SystemCaller, system } from "./core/caller.ts";
export {
  createDatabase,
  type Database,
  type DatabaseOptions,
  type ReadTrx,
  type Trx,
  valueParsers,
} from "./core/client.ts";
export {
  type CommandAnswer,
  type CommandOutcome,
  type CommandRecord,
  type CommandRequest,
  type CommandTools,
  runCommand,
} from "./core/command.ts";
export { actingAs, recordOwnAct } from "./core/own-act.ts";
export { canonical, sha256 } from "./core/digest.ts";
export { type Clock, readAs, todayIn, writeAs } from "./core/transaction.ts";
export { isUnavailable } from "./core/unavailable.ts";
export { json, newId, type Present, present } from "./core/values.ts";
export type * from "./schema/tables.generated.ts";
