import { newId } from "@kinward/db";
import type { MERGE_ROUTES } from "../../routes/merge.ts";
import type { Inputs } from "./inputs.ts";

const command = () => ({ commandId: newId(), reason: "One child, entered twice" });

export const MERGE_INPUTS: Inputs<keyof typeof MERGE_ROUTES> = {
  "persons.search": () => ({ text: "Ada Testfamily", page: 1 }),
  "persons.duplicates": () => ({ page: 1 }),
  "persons.compare": () => ({ personId: newId(), otherId: newId() }),
  "persons.merges": () => ({}),
  "persons.mergeRests": () => ({ mergeId: newId() }),
  "persons.merge": () => ({
    ...command(),
    keptId: newId(),
    mergedId: newId(),
    versions: { kept: 1, merged: 1 },
    choices: {},
  }),
  "persons.undoMerge": () => ({ ...command(), mergeId: newId() }),
  "persons.notSame": () => ({ ...command(), personId: newId(), otherId: newId() }),
  "persons.maybeSame": () => ({ ...command(), personId: newId(), otherId: newId() }),
  "persons.mergeProposals": () => ({}),
  "persons.proposeMerge": () => ({ ...command(), personId: newId(), otherId: newId() }),
  "persons.approveMerge": () => ({
    commandId: newId(),
    proposalId: newId(),
    keptId: newId(),
    mergedId: newId(),
    versions: { kept: 1, merged: 1 },
    choices: {},
  }),
  "persons.declineMerge": () => ({ ...command(), proposalId: newId() }),
  "persons.withdrawMerge": () => ({ commandId: newId(), proposalId: newId() }),
};
