import { router } from "../trpc/base.ts";
import { board, casesOf, endCover, nameCover, toRead } from "./lead.ts";
import { ofCase, previewCoordinator, previewWorker } from "./of-case.ts";
import { confirmHandover, reassignCoordinator, reassignMany, reassignWorker } from "./reassign.ts";
import { toHandOver } from "./to-hand-over.ts";

export const teamRouter = router({
  ofCase,
  previewWorker,
  previewCoordinator,
  reassignWorker,
  reassignCoordinator,
  reassignMany,
  confirmHandover,
  toRead,
  board,
  casesOf,
  toHandOver,
  nameCover,
  endCover,
});
