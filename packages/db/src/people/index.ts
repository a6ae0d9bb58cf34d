export {
  findDistinct,
  findMergeRests,
  undoDistinct,
  listConflicts,
  listMerges,
  recordDistinct,
  reviewedPeople,
} from "./compare.ts";
export { listDuplicates } from "./duplicates.ts";
export { casesOf, findCases, findPeople, searchPeople } from "./find-people.ts";
export {
  findMergeProposal,
  getMergeProposal,
  listMergeProposals,
  MERGE_PROPOSALS,
  pairSubject,
  proposeMerge,
  type StoredMergeProposal,
} from "./merge-proposals.ts";
export { type MayMerge, mergePersons } from "./merge-persons.ts";
export { loadNames } from "./names.ts";
export { followMerged, loadPersonRecords } from "./person-records.ts";
export { undoMerge } from "./undo-merge.ts";
export { insertPeople } from "./write-person.ts";
