import { router } from "../trpc/base.ts";
import { compare } from "./compare.ts";
import { maybeSame, merge, notSame, undo } from "./merge.ts";
import { approve, decline, proposals, propose, withdraw } from "./merge-proposals.ts";
import { duplicates, merges, rests } from "./review.ts";
import { search } from "./search.ts";

export const personsRouter = router({
  search,
  duplicates,
  compare,
  merges,
  mergeRests: rests,
  merge,
  undoMerge: undo,
  notSame,
  maybeSame,
  mergeProposals: proposals,
  proposeMerge: propose,
  approveMerge: approve,
  declineMerge: decline,
  withdrawMerge: withdraw,
});
