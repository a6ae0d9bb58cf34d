import type { CaseId } from "@kinward/domain/kernel";

/** Under which key the note of a handover is kept: the same cases, chosen anywhere, find the same note. */
export const handoverOf = (caseIds: Iterable<CaseId>): string =>
  `handover ${[...caseIds].toSorted().join(" ")}`;
