import { readsCase, readsScope, type Route, unrecorded, writesCase, writesScope } from "./route.ts";

/** Who has a case and from when, handovers, cover for absences, and the board of those who lead. */
export const TEAM_ROUTES = {
  "team.ofCase": readsCase("CASE_READ"),
  "team.previewWorker": readsCase("WORKER_ASSIGN"),
  "team.previewCoordinator": readsCase("REFERRAL_RECEIVE", "episodeId"),
  "team.reassignWorker": writesCase("WORKER_ASSIGN"),
  "team.reassignCoordinator": writesCase("REFERRAL_RECEIVE", "episodeId"),
  "team.reassignMany": writesScope("TEAM_LEAD"),
  "team.confirmHandover": writesCase("HANDOVER_READ"),
  "team.toRead": readsScope("HANDOVER_READ"),
  "team.board": readsScope("TEAM_LEAD", unrecorded("numbers of people, no case")),
  "team.casesOf": readsScope("TEAM_LEAD"),
  "team.toHandOver": readsScope("TEAM_LEAD"),
  "team.nameCover": writesScope("TEAM_LEAD"),
  "team.endCover": writesScope("TEAM_LEAD"),
} as const satisfies Record<string, Route>;
