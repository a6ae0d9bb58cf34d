import { newId } from "@kinward/db";
import type { TEAM_ROUTES } from "../../routes/team.ts";
import type { Inputs } from "./inputs.ts";

const nothing = () => ({});
const command = () => ({ commandId: newId() });

export const TEAM_INPUTS: Inputs<keyof typeof TEAM_ROUTES> = {
  "team.ofCase": ({ theCase }) => ({ caseId: theCase.caseId }),
  "team.previewWorker": ({ theCase }) => ({ caseId: theCase.caseId }),
  "team.previewCoordinator": ({ theCase }) => ({ episodeId: theCase.episodeId }),
  "team.reassignWorker": ({ theCase, people }) => ({
    ...command(),
    caseId: theCase.caseId,
    revision: 1,
    staffId: people.worker.staffId,
    from: "2026-11-20",
  }),
  "team.reassignCoordinator": ({ theCase, people }) => ({
    ...command(),
    episodeId: theCase.episodeId,
    revision: 1,
    staffId: people.coordinator.staffId,
    from: "2026-11-20",
  }),
  "team.reassignMany": ({ theCase, people }) => ({
    ...command(),
    fromStaffId: people.worker.staffId,
    staffId: people.teammate.staffId,
    from: "2026-11-20",
    cases: [{ caseId: theCase.caseId, revision: 1 }],
  }),
  "team.confirmHandover": ({ theCase }) => ({
    ...command(),
    caseId: theCase.caseId,
    handoverId: newId(),
  }),
  "team.toRead": nothing,
  "team.board": nothing,
  "team.toHandOver": ({ theCase }) => ({ caseIds: [theCase.caseId] }),
  "team.casesOf": ({ people }) => ({ staffId: people.worker.staffId }),
  // Nobody covers themselves, so that the relations of the world stay what they are.
  "team.nameCover": ({ people }) => ({
    ...command(),
    staffId: people.worker.staffId,
    coveredBy: people.worker.staffId,
    from: "2026-11-20",
    to: "2026-11-27",
  }),
  "team.endCover": () => ({ ...command(), coverId: newId() }),
};
