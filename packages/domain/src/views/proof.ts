import type { Checkpoint } from "../assignment/checkpoint.ts";
import type { ContractAreaId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";

/** The end of each ledger that someone may see, and how far it is signed. */
export interface HeadsView {
  readonly areas: readonly AreaHeadView[];
}
export interface AreaHeadView {
  readonly contractAreaId: ContractAreaId;
  readonly areaName: string;
  /** The newest line; 0 before the first. */
  readonly seq: number;
  readonly hash: string;
  readonly at?: Instant;
  /** The newest signed end. */
  readonly checkpoint?: Pick<Checkpoint, "day" | "seq" | "hash" | "key">;
  /** How many there are. */
  readonly checkpoints: number;
}

/** A file for the reader to keep: it is saved under its name as it is. */
export interface DownloadFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly text: string;
}
