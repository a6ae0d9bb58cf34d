export { isCheckpointDue, type MadeCheckpoint, makeCheckpoints } from "./checkpoints.ts";
export { listHeads } from "./heads.ts";
export type { LedgerSigner } from "./keys.ts";
export { findReceiptFile, loadCheckpointsFile, loadPublishedLedger } from "./load-published.ts";
export {
  type KeyState,
  keyStateOf,
  loadLedgerKeys,
  revokeLedgerKey,
  useLedgerKey,
} from "./signing-keys.ts";
